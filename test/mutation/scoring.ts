// All unit tests of src/scoring in one file: a mutant then costs one start of the test runner instead of one for each file. The slow ones come last.
import '../scoring/account-score.test';
import '../scoring/bands.test';
import '../scoring/cause.test';
import '../scoring/edges.test';
import '../scoring/expectation.test';
import '../scoring/kernel.test';
import '../scoring/movement.test';
import '../scoring/reason-words.test';
import '../scoring/reasons.test';
import '../scoring/rows.test';
import '../scoring/shown-number.test';
import '../scoring/what-if.test';
import '../scoring/laws.test';
