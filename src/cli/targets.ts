import { type BigIntStats, closeSync, fstatSync, openSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../model/errors.ts';
import { ownDocument, ownLines, ownTable } from '../read/own-document.ts';
import { sniff } from '../read/sniff.ts';
import type { EvidenceOptions } from './options/common.ts';
import type { RedactOptions } from './redaction.ts';
import { placeFor } from './sink.ts';

/** Bytes by which a document of ours is told; 256 KiB as the reader looks at. */
const HEAD = 256 * 1024;

/** Bytes of lines that are looked at one by one: findings take less. */
const MOST_LINES = 64 * 2 ** 20;

/** A place to write to, and the option that names it. */
export interface Target {
	/** `--output`. */
	readonly option: string;
	/** A path, or `-` for standard output. */
	readonly file: string;
}

/** Files that a run reads, as its arguments and options name them. */
export interface FilesRead extends Pick<EvidenceOptions, 'context' | 'geoip' | 'columns'>, RedactOptions {
	readonly evidence?: readonly string[];
	/** Folders of fixture cases. */
	readonly cases?: readonly string[];
	readonly compare?: string;
}

/** One of them. */
interface FileRead {
	readonly file: string;
	/** Device and inode. */
	readonly identity: string | undefined;
	/** Of the evidence, where an earlier document of ours may lie. */
	readonly evidence?: boolean;
	/** What it is, as the rest of a sentence: `among the evidence`. */
	readonly what: string;
}

/** The targets that were given, each with its option; what is not given is left out. */
export function targetsOf(files: Readonly<Record<string, string | undefined>>): readonly Target[] {
	return Object.entries(files).flatMap(([option, file]) => (file === undefined ? [] : [{ option, file }]));
}

/**
 * Checks before anything is read that each target can be written, that no two are one place, and that none of them is a file that the run reads,
 * by whatever name: links are followed, folders walked. A document of ours that was left among the evidence may be written anew.
 * @throws UsageError otherwise; EvidenceError where evidence cannot be found.
 */
export async function checkTargets(targets: readonly Target[], read: FilesRead): Promise<void> {
	const taken = new Map<string, Target>();
	const there = new Map<string, Target>();
	for (const target of targets) {
		if (target.file !== '-') placeFor(target.file, target.option);
		const identity = identityOf(statsOf(target.file));
		const place = identity ?? (target.file === '-' ? '-' : newPlace(target.file));
		if (place === undefined) continue;
		const other = taken.get(place);
		if (other !== undefined) throw new UsageError(samePlace(target, other));
		taken.set(place, target);
		if (identity !== undefined) there.set(identity, target);
	}
	// What is not there yet is nothing that is read: usually there is nothing to look for.
	if (there.size === 0) return;
	for await (const input of filesRead(read)) {
		const target = input.identity === undefined ? undefined : there.get(input.identity);
		if (target !== undefined && !isOwn(input)) throw new UsageError(refusal(target, input));
	}
}

// Of standard output only what is there already counts: the shell has made or emptied the file by now.
function statsOf(file: string): BigIntStats | undefined {
	if (file !== '-') return statSync(file, { bigint: true, throwIfNoEntry: false });
	const stats = openStats(1);
	return stats !== undefined && stats.size > 0n ? stats : undefined;
}

function openStats(descriptor: number): BigIntStats | undefined {
	try {
		return fstatSync(descriptor, { bigint: true });
	} catch {
		// Closed.
		return undefined;
	}
}

/** Device and inode of a file; undefined for what is none: nothing is lost when two write to `/dev/null`. */
function identityOf(stats: BigIntStats | undefined): string | undefined {
	return stats?.isFile() === true ? `${stats.dev}:${stats.ino}` : undefined;
}

/** Where a file is going to be; undefined for a device or a pipe. */
function newPlace(file: string): string | undefined {
	if (statSync(file, { throwIfNoEntry: false }) !== undefined) return undefined;
	return join(realpathSync(dirname(file)), basename(file));
}

// Told as the reader tells it: where it is passed over, nothing is lost.
function isOwn({ file, evidence }: FileRead): boolean {
	if (evidence !== true || file === '-') return false;
	const descriptor = openSync(file, 'r');
	try {
		const head = Buffer.alloc(HEAD);
		const text = head.subarray(0, readSync(descriptor, head, 0, HEAD, 0));
		const whole = text.length < HEAD;
		if (ownDocument(text, whole) !== undefined || (ownTable(text) && sniff(text, whole) === undefined)) return true;
		return fstatSync(descriptor).size <= MOST_LINES && ownLines(readFileSync(file));
	} finally {
		closeSync(descriptor);
	}
}

function samePlace({ option, file }: Target, other: Target): string {
	if (file === '-' && other.file === '-') return `${other.option} and ${option} both mean standard output; name a file for one`;
	const as = file === other.file ? '' : ` as ${other.file === '-' ? 'standard output' : other.file}`;
	return `${option}: ${file} is the same place${as}, which ${other.option} names; name another file`;
}

function refusal({ option, file }: Target, input: FileRead): string {
	if (file === '-') return `standard output would be added to ${input.file}, which is ${input.what}; write to another file`;
	const as = file === input.file ? '' : `the same file as ${input.file === '-' ? 'standard input' : input.file}, which is `;
	return `${option}: ${file} is ${as}${input.what} and would be overwritten; name another file`;
}

async function* filesRead(read: FilesRead): AsyncGenerator<FileRead> {
	const named = (option: string, file: string): FileRead => {
		const identity = identityOf(statSync(file, { bigint: true, throwIfNoEntry: false }));
		return { file, identity, what: `read for ${option}` };
	};
	if (read.compare !== undefined) yield named('--compare', read.compare);
	if (read.columns !== undefined) yield named('--columns', read.columns);
	for (const file of read.geoip ?? []) yield named('--geoip', file);
	if (read.redactKey?.startsWith('@') === true) yield named('--redact', read.redactKey.slice(1));
	if (read.context !== undefined) {
		const { CONTEXT_FILES } = await import('../context/load.ts');
		for (const file of CONTEXT_FILES) yield named('--context', join(read.context, file));
	}
	const { walk } = await import('../read/walk.ts');
	for (const [paths, what] of [
		[read.evidence, 'among the evidence'],
		[read.cases, 'part of a case'],
	] as const) {
		if (paths === undefined) continue;
		for (const { file, identity } of (await walk(paths)).files)
			yield { file, identity: file === '-' ? identityOf(openStats(0)) : identity, what, evidence: paths === read.evidence };
	}
}
