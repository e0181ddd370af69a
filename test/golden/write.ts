// Writes the expected outputs anew and says what changed: `npm run golden`. Look at the difference before you commit it.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CASES, EXPECTED } from './cases.ts';
import { difference } from './difference.ts';

mkdirSync(EXPECTED, { recursive: true });
const names = new Set(CASES.map(({ name }) => name));
for (const name of readdirSync(EXPECTED)) if (!names.has(name)) rmSync(join(EXPECTED, name));
let changes = 0;
for (const { name, text } of CASES) {
	const file = join(EXPECTED, name);
	const now = await text();
	const changed = existsSync(file) ? difference(readFileSync(file, 'utf8'), now) : 'new';
	if (changed === undefined) continue;
	changes += 1;
	console.log(`${name}\n${changed}\n`);
	writeFileSync(file, now);
}
console.log(`${CASES.length} outputs, ${changes} changed`);
