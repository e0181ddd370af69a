// `npm run new:analytic AN9999 some-name`: copies the template of an analytic and its first fixture case, and writes the index.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [id, name] = process.argv.slice(2);

function stop(text) {
	console.error(`new:analytic: ${text}`);
	process.exit(2);
}

if (!/^AN\d{4}$/.test(id ?? '') || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name ?? '')) {
	stop('give an ATT&CK id and a name in kebab case: npm run new:analytic AN9999 some-name');
}
const there = readdirSync(join(root, 'analytics'));
const taken = there.find((folder) => folder.startsWith(`${id}-`));
if (taken !== undefined) stop(`${id} is there already: analytics/${taken}`);
const namesake = there.find((folder) => /^AN\d{4}-/.test(folder) && folder.slice('AN0000-'.length) === name);
if (namesake !== undefined) stop(`${name} is the name of another one: analytics/${namesake}; both would answer to it`);

/** Puts the id and the name into every file of a folder. */
function fill(folder) {
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) fill(path);
		else {
			const text = readFileSync(path, 'utf8').replaceAll('AN0000', id).replaceAll('some-name', name);
			writeFileSync(path, text);
			if (path.endsWith('.template')) renameSync(path, path.slice(0, -'.template'.length));
		}
	}
}

const template = join(root, 'analytics/_template');
const folder = join(root, `analytics/${id}-${name}`);
cpSync(template, folder, { recursive: true, filter: (path) => !path.includes('fixture') });
fill(folder);
const fixture = join(root, `fixtures/${id}/okta/attack-first`);
if (!existsSync(fixture)) {
	mkdirSync(fixture, { recursive: true });
	cpSync(join(template, 'fixture'), fixture, { recursive: true });
	fill(fixture);
}
console.log(`written: analytics/${id}-${name}, fixtures/${id}/okta/attack-first`);
console.log(`next: npm run generate; npm run saashound -- check fixtures/${id}; then docs/contributing.md, "An analytic"`);
