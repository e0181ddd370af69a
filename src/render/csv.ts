import papaparse from 'papaparse';
import type { Finding, FindingsDocument } from '../model/finding.ts';
import { checksum, custodyOf } from './custody.ts';
import { analyticOf, place } from './finding-words.ts';
import { csvCell } from './safe.ts';

/** Records whose hashes a row names: a spreadsheet's cell holds 32,767 characters. */
const HASHES = 100;

/** How many reasons a row tells, strongest first. */
const REASONS = 3;

const COLUMNS = [
	'rank',
	'id',
	'analytic',
	'technique',
	'severity',
	'score',
	'chance',
	'actor_type',
	'actor',
	'actor_name',
	'platforms',
	'start',
	'end',
	'title',
	'reasons',
	'evidence_count',
	'evidence_first',
	'records_sha256',
	'inputs_sha256',
	'all_inputs_sha256',
	'tool_version',
	'arguments',
	'partial',
	'incident',
] as const;

/**
 * One finding a row under a header, comma separated, lines ending with a line feed. Times ISO 8601 UTC. Text cells are made safe for
 * spreadsheets: one that would be taken for a formula begins with an apostrophe. The last columns say where the row comes from: hashes of
 * the records that the finding names (`<sha256>  <file>:<record>`), of the inputs in which they lie and of all inputs, and how the program was called.
 */
export function renderCsv(document: FindingsDocument): string {
	const rows = document.findings.map((finding) => row(finding, document).map(cell));
	return `${papaparse.unparse({ fields: [...COLUMNS], data: rows }, { newline: '\n' }).trimEnd()}\n`;
}

function row(finding: Finding, document: FindingsDocument): readonly (string | number)[] {
	const { actor, window, evidence } = finding;
	const [first] = evidence.sample;
	const { tool, inputs, inputsSha256, partial } = custodyOf(finding, document);
	const hashes = evidence.sample
		.slice(0, HASHES)
		.flatMap((record) => (record.sha256 === undefined ? [] : `${record.sha256}  ${place(record)}`));
	const strongest = finding.reasons.toSorted((a, b) => b.surprise - a.surprise).slice(0, REASONS);
	return [
		finding.rank,
		finding.id,
		finding.analytic,
		analyticOf(document, finding.analytic)?.attack.technique ?? '',
		finding.severity,
		finding.score,
		finding.chance,
		actor.type,
		actor.id,
		actor.name ?? '',
		finding.platforms.join(' '),
		window.start,
		window.end,
		finding.title,
		strongest.map(({ signal, text }) => `${signal}: ${text}`).join(' '),
		evidence.count,
		first === undefined ? '' : place(first),
		hashes.join('; '),
		inputs.map(checksum).join('; '),
		inputsSha256,
		tool.version,
		JSON.stringify(tool.arguments),
		partial === true ? 'yes' : '',
		finding.incident ?? '',
	];
}

function cell(value: string | number): string | number {
	return typeof value === 'number' ? value : csvCell(value);
}
