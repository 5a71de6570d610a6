export { launchBrowser } from '../../scripts/local/browser';
