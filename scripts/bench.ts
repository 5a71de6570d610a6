import { parseArgs } from 'node:util';
import { scoreFile } from './bench/file';
import { benchKernel } from './bench/kernel';

/**
 * `npm run bench` times the scoring kernel beside the naive way and prints both with their budgets.
 * `npm run bench -- --input FILE --output FILE` scores a file instead, so that other engines can be timed on the same
 * one; `scripts/bench/file.ts` describes both files.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { input: { type: 'string' }, output: { type: 'string' } } });
  if (values.input !== undefined && values.output !== undefined) await scoreFile(values.input, values.output);
  else if (values.input === undefined && values.output === undefined) await benchKernel();
  else throw new Error('--input and --output go together');
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
