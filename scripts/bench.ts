import { parseArgs } from 'node:util';
import { scoreFile } from './bench/file';
import { benchKernel } from './bench/kernel';
import { benchRetention } from './bench/retention';
import { benchRuns } from './bench/runs';
import { benchWhatIf } from './bench/what-if';

/**
 * `npm run bench` times the scoring kernel beside the naive way and prints both with their budgets.
 * `npm run bench -- --input FILE --output FILE` scores a file instead, so that other engines can be timed on the same
 * one; `scripts/bench/file.ts` describes both files.
 * `npm run bench -- --runs` takes whole runs through the virtual clock; `--accounts 200,1000` and `--months 1,6` choose
 * others than the usual sizes and histories (`none` leaves them out), `--calls` lists the dearest service calls.
 * `npm run bench -- --retention` takes `--history-accounts` through five years of ageing and prints the cells.
 * `npm run bench -- --what-if` times what the sidebar computes at every step of a dragged slider.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      input: { type: 'string' },
      output: { type: 'string' },
      runs: { type: 'boolean', default: false },
      accounts: { type: 'string', default: '200,1000,5000,10000' },
      months: { type: 'string', default: '1,6,12,24' },
      'history-accounts': { type: 'string', default: '5000' },
      calls: { type: 'boolean', default: false },
      retention: { type: 'boolean', default: false },
      'what-if': { type: 'boolean', default: false },
    },
  });
  if (values.runs) {
    await benchRuns({
      accounts: numbers(values.accounts),
      months: numbers(values.months),
      historyAccounts: Number(values['history-accounts']),
      calls: values.calls,
    });
  } else if (values.retention) benchRetention(Number(values['history-accounts']));
  else if (values['what-if']) benchWhatIf(5000);
  else if (values.input !== undefined && values.output !== undefined) await scoreFile(values.input, values.output);
  else if (values.input === undefined && values.output === undefined) await benchKernel();
  else throw new Error('--input and --output go together');
}

function numbers(list: string): number[] {
  return list === 'none' ? [] : list.split(',').map(Number);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
