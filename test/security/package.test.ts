import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface Manifest {
	readonly version: string;
	readonly license?: string;
	readonly files: readonly string[];
	readonly types: string;
	readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
	readonly repository: { readonly url: string };
	readonly publishConfig: { readonly provenance: boolean };
	readonly scripts: Readonly<Record<string, string>>;
	readonly dependencies: Readonly<Record<string, string>>;
	readonly devDependencies: Readonly<Record<string, string>>;
}

interface Locked {
	readonly resolved?: string;
	readonly integrity?: string;
	readonly dev?: boolean;
	readonly devOptional?: boolean;
	readonly link?: boolean;
	/** Comes inside another package, under that one's hash. */
	readonly inBundle?: boolean;
	readonly hasInstallScript?: boolean;
	/** For other machines: npm leaves it out where it does not fit. */
	readonly optional?: boolean;
}

function json<T>(file: string): T {
	return JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as T;
}

const manifest = json<Manifest>('package.json');
const locked = Object.entries(json<{ packages: Record<string, Locked> }>('package-lock.json').packages).filter(
	([name]) => name !== '',
);

describe('what is published', () => {
	let files: readonly { readonly path: string; readonly size: number }[];
	let size: number;
	beforeAll(() => {
		const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
		const output = execFileSync(npm, ['pack', '--dry-run', '--json', '--ignore-scripts'], {
			cwd: ROOT,
			encoding: 'utf8',
			stdio: 'pipe',
		});
		const [packed] = JSON.parse(output.slice(output.indexOf('['))) as { size: number; files: { path: string; size: number }[] }[];
		files = packed?.files ?? [];
		size = packed?.size ?? 0;
	}, 60_000);

	test('holds nothing that is not needed when the program runs', () => {
		const allowed =
			/^(?:dist\/bin\/|dist\/src\/(?:model|render\/schema)\/|docs\/(?!images\/)|fixtures\/(?:AN\d{4}|demo|demo-context)\/|fixtures\/[\w.-]+\.(?:md|json)$)|^(?:README\.md|LICENSE|CHANGELOG\.md|package\.json)$/;
		expect(files.map(({ path }) => path).filter((path) => !allowed.test(path))).toEqual([]);
		expect(files.map(({ path }) => path).filter((path) => /(?:^|\/)\.|\.test\.|\.map$|\.tgz$/.test(path))).toEqual([]);
	});

	test('holds what the quick start, check and the documentation need', () => {
		const paths = new Set(files.map(({ path }) => path));
		const needed = ['README.md', 'LICENSE', 'CHANGELOG.md', 'docs/security.md', 'docs/dependencies.md', 'docs/privacy.md'];
		expect(needed.filter((path) => !paths.has(path))).toEqual([]);
		expect([...paths].some((path) => path.startsWith('fixtures/demo/'))).toBe(true);
		expect([...paths].filter((path) => /^fixtures\/AN\d{4}\/.*\/expected\.json$/.test(path)).length).toBeGreaterThan(50);
	});

	test('once built holds the program, its licences, the types and the schema', () => {
		if (!existsSync(join(ROOT, 'dist/bin/licences.txt'))) return;
		const paths = new Set(files.map(({ path }) => path));
		const entries = Object.values(manifest.exports).flatMap((entry) =>
			typeof entry === 'string' ? [entry] : Object.values(entry),
		);
		const needed = ['./dist/bin/saashound.js', './dist/bin/licences.txt', `./${manifest.types}`, ...entries].map((path) =>
			path.slice(2),
		);
		expect(needed.filter((path) => !paths.has(path))).toEqual([]);
	});

	test('once built starts with what was compiled kept beside it, without it, and with that of another version', () => {
		if (!existsSync(join(ROOT, 'dist/bin/program.cjs'))) return;
		const folder = mkdtempSync(join(tmpdir(), 'saashound-built-'));
		try {
			cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
			cpSync(join(ROOT, 'dist/bin'), join(folder, 'dist/bin'), { recursive: true });
			const version = () =>
				execFileSync(process.execPath, [join(folder, 'dist/bin/saashound.js'), '--version'], { encoding: 'utf8' }).trim();
			const cache = join(folder, `dist/bin/program-${process.version}-${process.arch}.cache`);
			expect(version()).toBe(manifest.version);
			// The head of the file says which V8 made it.
			writeFileSync(
				cache,
				Buffer.concat([Buffer.alloc(64, 7), existsSync(cache) ? readFileSync(cache).subarray(64) : Buffer.alloc(0)]),
			);
			expect(version()).toBe(manifest.version);
			rmSync(cache);
			expect(version()).toBe(manifest.version);
		} finally {
			rmSync(folder, { recursive: true });
		}
	}, 60_000);

	test('is smaller than 4 MB', () => expect(size).toBeLessThan(4e6));

	test('says where it comes from, and that the registry shall prove it', () => {
		expect(manifest.publishConfig.provenance).toBe(true);
		expect(manifest.repository.url).toMatch(/^git\+https:\/\/github\.com\//);
		expect(Object.keys(manifest.scripts).filter((name) => /^(?:pre|post)?install$/.test(name))).toEqual([]);
	});

	test('exports only files that the build makes of sources that exist', () => {
		const entries = Object.values(manifest.exports).flatMap((entry) =>
			typeof entry === 'string' ? [entry] : Object.values(entry),
		);
		const sources = [`./${manifest.types}`, ...entries].map((path) =>
			path
				.replace(/^\.\/dist\//, '')
				.replace(/^\.\//, '')
				.replace(/\.d\.ts$|\.js$/, '.ts'),
		);
		expect(sources.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
	});
});

describe('dependencies', () => {
	test('are of one exact version each', () => {
		const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
		expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
	});

	test('come from a registry, each with its SHA-512', () => {
		const odd = locked.filter(
			([, { resolved, integrity, link, inBundle }]) =>
				link === true ||
				(resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/')) ||
				(inBundle !== true && integrity?.startsWith('sha512-') !== true),
		);
		expect(odd.map(([name]) => name)).toEqual([]);
	});

	test('run no script when they are installed, but for those that only developers have', () => {
		const scripts = locked.filter(
			([, { hasInstallScript, dev, devOptional }]) => hasInstallScript === true && dev !== true && devOptional !== true,
		);
		expect(scripts.map(([name]) => name)).toEqual([]);
	});

	test('of developers that have such scripts are named in docs/dependencies.md', () => {
		const [sentence = ''] =
			/^.*install scripts \([\s\S]*?; none is needed/m.exec(readFileSync(join(ROOT, 'docs/dependencies.md'), 'utf8')) ?? [];
		const scripts = locked.filter(([, { hasInstallScript, optional }]) => hasInstallScript === true && optional !== true);
		expect([...sentence.matchAll(/`([@\w/-]+)`/g)].map(([, name]) => name).sort()).toEqual(
			scripts.map(([name]) => name.replace(/^.*node_modules\//, '')).sort(),
		);
	});

	test('stand in docs/dependencies.md with their licence, and nothing else does', () => {
		const text = readFileSync(join(ROOT, 'docs/dependencies.md'), 'utf8');
		const [runTime = '', development = ''] = text
			.slice(text.indexOf('## At run time'), text.indexOf('## Checks'))
			.split('## For development');
		for (const [part, wanted] of [
			[runTime, manifest.dependencies],
			[development, manifest.devDependencies],
		] as const) {
			const rows = [...part.matchAll(/^\| ([@\w./-]+) \| ([^|]+) \|/gm)].filter(([, name]) => name !== 'package');
			const expected = Object.keys(wanted).map((name) => [name, json<Manifest>(`node_modules/${name}/package.json`).license]);
			expect(rows.map(([, name, licence]) => [name, licence?.trim()]).sort()).toEqual(expected.sort());
		}
	});
});
