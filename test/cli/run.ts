import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LOADER = new URL('../../scripts/typescript.mjs', import.meta.url).href;

/** A run that hangs must not hang the tests. */
const LIMIT = { timeout: 60_000, killSignal: 'SIGKILL' } as const;

/** How a run of the program ended. */
export interface Ended {
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

/** What a run is given beside its words. */
export interface Surroundings {
	readonly cwd?: string;
	readonly stdin?: string;
	readonly environment?: Readonly<Record<string, string>>;
	/** As which user; only the super-user may be another. */
	readonly uid?: number;
}

/** Runs the program as a user would, in a process of its own, without a terminal. */
export function saashound(
	words: readonly string[],
	{ cwd = ROOT, stdin = '', environment = {}, uid }: Surroundings = {},
): Promise<Ended> {
	return new Promise((resolve, reject) => {
		const { NO_COLOR: _no, FORCE_COLOR: _force, ...inherited } = process.env;
		const child = spawn(process.execPath, ['--import', LOADER, `${ROOT}bin/saashound.ts`, ...words], {
			cwd,
			env: { ...inherited, ...environment },
			...(uid !== undefined && { uid, gid: uid }),
			...LIMIT,
		});
		let stdout = '';
		let stderr = '';
		child.stdout.setEncoding('utf8').on('data', (text: string) => {
			stdout += text;
		});
		child.stderr.setEncoding('utf8').on('data', (text: string) => {
			stderr += text;
		});
		child.on('error', reject);
		child.on('close', (code) => resolve({ code, stdout, stderr }));
		child.stdin.on('error', () => {});
		child.stdin.end(stdin);
	});
}

/** Starts the program with open standard streams; killed after a minute whatever happens. */
export function start(words: readonly string[], cwd: string): ChildProcess {
	return spawn(process.execPath, ['--import', LOADER, `${ROOT}bin/saashound.ts`, ...words], {
		cwd,
		...LIMIT,
	});
}

/** Runs a line in a shell in which `saashound` is the program. */
export function shell(line: string, cwd = ROOT): Promise<Ended> {
	return new Promise((resolve, reject) => {
		const program = `saashound() { "${process.execPath}" --import "${LOADER}" "${ROOT}bin/saashound.ts" "$@"; }`;
		const child = spawn('bash', ['-c', `${program}\n${line}`], { cwd, ...LIMIT });
		let stdout = '';
		let stderr = '';
		child.stdout.setEncoding('utf8').on('data', (text: string) => {
			stdout += text;
		});
		child.stderr.setEncoding('utf8').on('data', (text: string) => {
			stderr += text;
		});
		child.on('error', reject);
		child.on('close', (code) => resolve({ code, stdout, stderr }));
	});
}
