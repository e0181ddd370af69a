import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadContext } from '../../src/context/load.ts';
import type { HuntRequest } from '../../src/hunt/request.ts';

/** What is asked: the analytics, what else of a request a test may set, and the files of a context folder by name. */
export type Asked = Pick<HuntRequest, 'analytics'> &
	Partial<Pick<HuntRequest, 'from' | 'to' | 'window' | 'baseline' | 'set' | 'minScore' | 'top'>> & {
		readonly context?: Readonly<Record<string, string>>;
	};

/** Writes a log, as text or as records of NDJSON, and asks something of a hunt in it, whatever the score. */
export async function asking<T>(
	log: string | readonly unknown[],
	{ context = {}, ...asked }: Asked,
	what: (request: HuntRequest) => Promise<T>,
): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), 'saashound-asking-'));
	try {
		const file = join(folder, 'log.ndjson');
		writeFileSync(file, typeof log === 'string' ? log : log.map((one) => `${JSON.stringify(one)}\n`).join(''));
		const files = Object.entries(context);
		for (const [name, text] of files) writeFileSync(join(folder, name), text);
		const known = files.length === 0 ? undefined : await loadContext(folder);
		return await what({
			...{ evidence: [file], set: [], minScore: 0, arguments: [], version: '0' },
			...asked,
			...(known !== undefined && { context: known }),
		});
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
