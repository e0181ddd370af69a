// What the compiler leaves out: the program may be executed, `npx saashound` finds it here as it would in any project, and the JSON
// Schemas lie beside the code that names them.
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

chmodSync(join(root, 'dist/bin/saashound.js'), 0o755);
linkProgram(join(root, 'node_modules/.bin'));
for (const file of jsonFiles(join(root, 'src'))) {
	const copy = join(root, 'dist', relative(root, file));
	mkdirSync(dirname(copy), { recursive: true });
	copyFileSync(file, copy);
}

function jsonFiles(folder) {
	return readdirSync(folder).flatMap((name) => {
		const path = join(folder, name);
		if (statSync(path).isDirectory()) return jsonFiles(path);
		return name.endsWith('.json') ? [path] : [];
	});
}

// Elsewhere than here (an unpacked archive without packages) there is no such folder; Windows has no links without asking.
function linkProgram(folder) {
	if (!existsSync(folder) || process.platform === 'win32') return;
	const link = join(folder, 'saashound');
	rmSync(link, { force: true });
	symlinkSync('../../dist/bin/saashound.js', link);
}
