import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FORMATS, type FormatName } from './formats.ts';
import type { Random } from './random.ts';
import type { Entry, Stream, World } from './world.ts';

/** One file of an export: which log, in which format, and which part of the period (0–1). Parts that overlap repeat records, as exports do. */
export interface Piece {
	readonly file: string;
	readonly stream: Stream | readonly Stream[];
	readonly format: FormatName;
	readonly part?: readonly [from: number, to: number];
}

export interface Mess {
	/** Share of the records of a file that stand in it twice. */
	readonly duplicates: number;
	readonly shuffled: boolean;
}

/** A tidy export: one file a log, in time order, nothing twice. */
export const TIDY: readonly Piece[] = [
	{ file: 'okta/system-log.ndjson', stream: 'okta', format: 'ndjson' },
	{ file: 'm365/unified-audit-log.ndjson', stream: 'm365', format: 'ndjson' },
	{ file: 'entra/sign-ins.json', stream: 'entra-signins', format: 'graph-page' },
	{ file: 'github/audit-log.ndjson', stream: 'github', format: 'ndjson' },
	{ file: 'box/events.json', stream: 'box', format: 'box-page' },
	{ file: 'google/drive.ndjson', stream: 'google-drive', format: 'ndjson' },
	{ file: 'google/token.ndjson', stream: 'google-token', format: 'ndjson' },
	{ file: 'google/admin.ndjson', stream: 'google-admin', format: 'ndjson' },
	{ file: 'google/login.ndjson', stream: 'google-login', format: 'ndjson' },
	{ file: 'salesforce/login-history.ndjson', stream: 'salesforce-login', format: 'ndjson' },
	{ file: 'salesforce/setup-audit-trail.ndjson', stream: 'salesforce-setup', format: 'ndjson' },
	{ file: 'zoom/activities.json', stream: 'zoom-activity', format: 'zoom-activities' },
	{ file: 'zoom/operation-logs.json', stream: 'zoom-operations', format: 'zoom-operations' },
];

/** As people really hand it over: several formats, pieces that overlap, compressed and not. */
export const MIXED: readonly Piece[] = [
	{ file: 'okta/logs-1.json', stream: 'okta', format: 'array', part: [0, 0.45] },
	{ file: 'okta/logs-2.ndjson', stream: 'okta', format: 'ndjson', part: [0.4, 0.8] },
	{ file: 'okta/logs-3.ndjson.gz', stream: 'okta', format: 'ndjson.gz', part: [0.8, 1] },
	{ file: 'm365/AuditLog-1.csv', stream: 'm365', format: 'purview-csv', part: [0, 0.4] },
	{ file: 'm365/ual-2.ndjson', stream: 'm365', format: 'ndjson', part: [0.4, 0.75] },
	{ file: 'm365/ual-3.json', stream: 'm365', format: 'array', part: [0.75, 1] },
	{ file: 'entra/InteractiveSignIns.json', stream: 'entra-signins', format: 'array' },
	{ file: 'github/export.ndjson', stream: 'github', format: 'ndjson', part: [0, 0.6] },
	{ file: 'github/export-git.json.gz', stream: 'github', format: 'ndjson.gz', part: [0.6, 1] },
	{ file: 'box/page.json', stream: 'box', format: 'box-page', part: [0, 0.5] },
	{ file: 'box/events.ndjson', stream: 'box', format: 'ndjson', part: [0.5, 1] },
	{ file: 'google/activities.json', stream: ['google-admin', 'google-token'], format: 'google-page' },
	{ file: 'google/drive.ndjson', stream: 'google-drive', format: 'ndjson' },
	{ file: 'google/login.ndjson', stream: 'google-login', format: 'ndjson' },
	{ file: 'salesforce/LoginHistory.csv', stream: 'salesforce-login', format: 'login-csv' },
	{ file: 'salesforce/SetupAuditTrail.csv', stream: 'salesforce-setup', format: 'setup-csv', part: [0, 0.5] },
	{ file: 'salesforce/setup-audit-trail.ndjson', stream: 'salesforce-setup', format: 'ndjson', part: [0.5, 1] },
	{ file: 'zoom/activities.json', stream: 'zoom-activity', format: 'zoom-activities' },
	{ file: 'zoom/operation-logs.json', stream: 'zoom-operations', format: 'zoom-operations' },
];

/** Writes the logs of an organisation below a folder, which is emptied before. @returns how many records were written, repeats included. */
export function writeEvidence(world: World, folder: string, pieces: readonly Piece[], mess: Mess): number {
	rmSync(folder, { recursive: true, force: true });
	let records = 0;
	for (const piece of pieces) {
		const random = world.random.fork(`piece/${piece.file}`);
		const all = (typeof piece.stream === 'string' ? [piece.stream] : piece.stream).flatMap(
			(stream) => world.log.get(stream) ?? [],
		);
		const entries = messUp(random, inPart(world, all, piece.part), mess);
		if (entries.length === 0) continue;
		const path = join(folder, piece.file);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, FORMATS[piece.format](entries));
		records += entries.length;
	}
	return records;
}

function inPart(world: World, entries: readonly Entry[], part: Piece['part']): Entry[] {
	const { start, days } = world.settings;
	const [from, to] = (part ?? [0, 1]).map((share) => start + share * days * 86_400_000) as [number, number];
	return entries.filter(({ time }) => time >= from && time < to).sort((a, b) => a.time - b.time);
}

function messUp(random: Random, entries: readonly Entry[], { duplicates, shuffled }: Mess): readonly Entry[] {
	if (duplicates === 0 && !shuffled) return entries;
	const all = entries.flatMap((entry) => (random.chance(duplicates) ? [entry, entry] : [entry]));
	return shuffled ? random.shuffle(all) : all;
}
