// All unit tests of src/metrics in one file: a mutant then costs one start of the test runner instead of one for each file. The slow ones come last.
import '../metrics/accounts.test';
import '../metrics/changed-rows.test';
import '../metrics/compare.test';
import '../metrics/contacts-revenue-goals-pulses.test';
import '../metrics/edges.test';
import '../metrics/entitlements.test';
import '../metrics/messages.test';
import '../metrics/take-series.test';
import '../metrics/touches-surveys-tickets.test';
import '../metrics/unreadable-values.test';
import '../metrics/usage.test';
import '../metrics/values.test';
import '../metrics/problem-book.test';
import '../metrics/laws.test';
