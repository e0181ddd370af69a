// Runs every check of the project, one after the other, and closes with a line `N passed, N failed` that counts tests and checks.
// Exits with 1 when anything failed. `npm test -- test/cli` hands its words on to jest.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CHECKS = [
	['generated files', 'generate', '--', '--check'],
	['types', 'typecheck'],
	['lint', 'lint'],
	['architecture', 'architecture'],
];

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const folder = mkdtempSync(join(tmpdir(), 'saashound-test-'));
const report = join(folder, 'jest.json');
let passed = 0;
let failed = 0;
const broken = [];
const skipped = new Map();

function run(script, words) {
	const { status } = spawnSync(npm, ['run', '--silent', script, ...words], {
		stdio: 'inherit',
		shell: process.platform === 'win32',
	});
	return status === 0;
}

for (const [name, script, ...words] of CHECKS) {
	console.log(`\n== ${name}`);
	if (run(script, words)) passed += 1;
	else {
		failed += 1;
		broken.push(name);
	}
}

console.log('\n== browser');
run('test:browser-setup', ['--', '--if-throw-away']);

console.log('\n== tests');
const ok = run('jest', ['--', '--json', `--outputFile=${report}`, ...process.argv.slice(2)]);
try {
	const result = JSON.parse(readFileSync(report, 'utf8'));
	passed += result.numPassedTests;
	failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
	for (const suite of result.testResults) if (suite.status === 'failed') broken.push(suite.name);
	for (const { status, ancestorTitles } of result.testResults.flatMap(({ assertionResults }) => assertionResults))
		if (status === 'pending') skipped.set(ancestorTitles[0] ?? '', (skipped.get(ancestorTitles[0] ?? '') ?? 0) + 1);
	if (!ok && result.success) failed += 1;
} catch {
	// Without a report jest itself did not run.
	failed += 1;
	broken.push('jest');
}
rmSync(folder, { recursive: true, force: true });

console.log('');
for (const [title, tests] of skipped) console.log(`skipped: ${tests} of ${title}`);
for (const name of broken) console.log(`failed: ${name}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = ok && failed === 0 ? 0 : 1;
