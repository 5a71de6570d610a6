export { launchBrowser } from '../../scripts/local/browser';

// On a busy machine a browser starts, paints and answers many times slower; each wait for a state gives up by itself before.
jest.setTimeout(240_000);
