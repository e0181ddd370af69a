import { createHash } from 'node:crypto';
import type { EvidenceRef, Finding } from '../model/finding.ts';
import { readSpans } from '../read/spans.ts';
import type { DraftFinding } from './make-finding.ts';
import type { Place } from './rows.ts';

/**
 * Reads the shown records once more, byte for byte, and adds their SHA-256. A record that is no longer there (the file changed or vanished
 * since it was read) stays without.
 */
export async function withHashes(drafts: readonly DraftFinding[], files: readonly string[]): Promise<readonly Finding[]> {
	const wanted = new Map<number, Map<string, Place>>();
	for (const place of drafts.flatMap(({ places, stagePlaces }) => [...places, ...stagePlaces])) {
		if (place === undefined) continue;
		const spans = wanted.get(place.file) ?? new Map<string, Place>();
		wanted.set(place.file, spans);
		spans.set(key(place), place);
	}
	const hashes = new Map<string, string>();
	for (const [file, spans] of [...wanted].toSorted(([a], [b]) => a - b)) {
		const places = [...spans.values()].toSorted((a, b) => a.offset - b.offset);
		const records = await readSpans(files[file] ?? '', places).catch(() => []);
		for (const [index, record] of records.entries()) {
			const place = places[index];
			if (place !== undefined && record.length === place.length)
				hashes.set(`${file}\n${key(place)}`, createHash('sha256').update(record).digest('hex'));
		}
	}
	return drafts.map(({ finding, places, stagePlaces }) => ({
		...finding,
		...(finding.stages !== undefined && {
			stages: finding.stages.map((stage, index) => ({
				...stage,
				...(stage.evidence !== undefined && { evidence: hashed(stage.evidence, stagePlaces[index], hashes) }),
			})),
		}),
		evidence: {
			...finding.evidence,
			sample: finding.evidence.sample.map((ref, index) => hashed(ref, places[index], hashes)),
		},
	}));
}

function hashed(ref: EvidenceRef, place: Place | undefined, hashes: ReadonlyMap<string, string>): EvidenceRef {
	const sha256 = place === undefined ? undefined : hashes.get(`${place.file}\n${key(place)}`);
	return sha256 === undefined ? ref : { ...ref, sha256 };
}

function key(place: Place): string {
	return `${place.offset}:${place.length}`;
}
