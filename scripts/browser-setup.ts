// Gets the tests a browser: `npm run test:browser-setup`. `--if-throw-away`: installs one only in a container or a CI job, and never fails.
import { setUpBrowser } from './browser.ts';

const asked = !process.argv.includes('--if-throw-away');
const { browser, text } = setUpBrowser(asked, (line) => console.log(`browser: ${line}`));
console.log(`browser: ${text}${browser === undefined ? '; the tests that open the report in it are skipped' : ''}`);
if (asked && browser === undefined) process.exitCode = 1;
