const fc = require('fast-check');

/**
 * Random cases are the same in every run of the tests, so that one commit cannot pass today and fail tomorrow.
 * `KENSHIN_SEED=random` (`npm run fuzz`) draws new ones; `KENSHIN_SEED=123` those of a seed that a failure named.
 */
const [seed] = (process.env.KENSHIN_SEED ?? '20261121').split(':');
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });
