// The browser in which the tests open the HTML report.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Where browsers that the tests can drive are put by the systems' own packages. */
const PLACES = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
] as const;

/** Longest that a step of an installation may take, ms. */
const LIMIT = 300_000;

/** The browser: the one that `SAASHOUND_TEST_BROWSER` names, else the first that is installed; undefined where there is none, or it is `off`. */
export function findBrowser(): string | undefined {
	const named = process.env['SAASHOUND_TEST_BROWSER'] ?? '';
	if (named === 'off') return undefined;
	return (named === '' ? PLACES : [named]).find((place) => existsSync(place));
}

/** What came of looking for a browser, in one line. */
export interface BrowserSetup {
	readonly browser: string | undefined;
	readonly text: string;
}

/**
 * Looks for a browser and, where there is none, installs Debian's Chromium if nobody can mind: as root, on Debian, and only where somebody asked
 * for it or the machine is a throw-away one (a container, a CI job). Never asks for more rights; failing is no error.
 */
export function setUpBrowser(asked: boolean, say: (text: string) => void): BrowserSetup {
	const found = findBrowser();
	if (found !== undefined) return { browser: found, text: `found ${found}` };
	if (process.env['SAASHOUND_TEST_BROWSER'] === 'off')
		return { browser: undefined, text: 'none wanted (SAASHOUND_TEST_BROWSER=off)' };
	if (!isDebian() || process.getuid?.() !== 0)
		return {
			browser: undefined,
			text: 'no Chromium or Chrome is installed; put one on this machine to have the report opened in it',
		};
	if (!asked && !isThrowAway())
		return { browser: undefined, text: 'no Chromium or Chrome is installed; npm run test:browser-setup installs Debian’s' };
	say('installing Debian’s chromium with apt-get (SAASHOUND_TEST_BROWSER=off prevents that)');
	const steps = [['update'], ['install', '--yes', '--no-install-recommends', 'chromium']];
	for (const words of steps) {
		const { status } = spawnSync('apt-get', ['-qq', ...words], {
			stdio: ['ignore', 'ignore', 'inherit'],
			timeout: LIMIT,
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
		});
		// Lists that are a little old may do.
		if (status !== 0 && words[0] === 'install') return { browser: undefined, text: 'chromium could not be installed' };
	}
	const installed = findBrowser();
	return { browser: installed, text: installed === undefined ? 'chromium could not be installed' : `installed ${installed}` };
}

function isDebian(): boolean {
	try {
		return /^ID=["']?debian["']?$/m.test(readFileSync('/etc/os-release', 'utf8'));
	} catch {
		return false;
	}
}

function isThrowAway(): boolean {
	return existsSync('/.dockerenv') || existsSync('/run/.containerenv') || (process.env['CI'] ?? '') !== '';
}
