// After a build: makes the program executable, and lets `npx saashound` find it here in the repository as it would in any project.
import { chmodSync, existsSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../dist/bin/saashound.js', import.meta.url));
const folder = fileURLToPath(new URL('../node_modules/.bin', import.meta.url));

chmodSync(program, 0o755);
if (existsSync(folder)) {
	const link = `${folder}/saashound`;
	rmSync(link, { force: true });
	if (process.platform === 'win32') writeFileSync(`${link}.cmd`, '@node "%~dp0\\..\\..\\dist\\bin\\saashound.js" %*\r\n');
	else symlinkSync('../../dist/bin/saashound.js', link);
}
