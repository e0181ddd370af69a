// What the compiler leaves out: the program may be executed, and the JSON Schemas lie beside the code that names them.
import { chmodSync, copyFileSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

chmodSync(join(root, 'dist/bin/saashound.js'), 0o755);
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
