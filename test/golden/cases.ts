import { fileURLToPath } from 'node:url';
import { ANALYTICS } from '../../analytics/index.ts';
import { events } from '../../src/hunt/events.ts';
import { inspect } from '../../src/hunt/inspect.ts';
import type { NormalisedEvent } from '../../src/model/event.ts';
import type { FindingsDocument } from '../../src/model/finding.ts';
import { eventLine } from '../../src/render/event-ndjson.ts';
import { eventHead, eventRow } from '../../src/render/event-table.ts';
import { type FormatName, render } from '../../src/render/index.ts';
import { renderInspectTable } from '../../src/render/inspect-table.ts';
import { renderInspectJson } from '../../src/render/json.ts';
import { ocsfLine } from '../../src/render/ocsf-event.ts';
import { RENDER_DEFAULTS, type RenderOptions } from '../../src/render/options.ts';
import { EMPTY, EXAMPLE, HOSTILE, INSPECTED } from '../render/examples.ts';
import { fixtureOutputs } from './fixtures.ts';

/** One output, and the file that says how it looked when somebody last looked at it. */
export interface GoldenCase {
	/** Name of the file below `expected/`. */
	readonly name: string;
	text(): Promise<string>;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const EVIDENCE = 'fixtures/golden';

function findings(
	name: string,
	document: FindingsDocument,
	format: FormatName,
	options: Partial<RenderOptions> = {},
): GoldenCase {
	return { name, text: () => render(format, document, { ...RENDER_DEFAULTS, ...options }) };
}

/** Evidence by the name that it has from the root of the repository, wherever the test runs. */
async function bare<T>(work: (evidence: readonly string[]) => Promise<T>): Promise<T> {
	const before = process.cwd();
	process.chdir(ROOT);
	try {
		return await work([EVIDENCE]);
	} finally {
		process.chdir(before);
	}
}

async function allEvents(): Promise<readonly NormalisedEvent[]> {
	const found: NormalisedEvent[] = [];
	await bare((evidence) => events({ evidence }, (event) => found.push(event)));
	return found;
}

async function inspected(format: 'table' | 'json'): Promise<string> {
	const result = await bare((evidence) =>
		inspect({ evidence, analytics: [], arguments: ['inspect', EVIDENCE], version: '0.1.0' }),
	);
	return format === 'json' ? renderInspectJson(result, RENDER_DEFAULTS) : renderInspectTable(result, RENDER_DEFAULTS);
}

const EVENT_LAYOUT = { ...RENDER_DEFAULTS, columns: 120, timeZone: 'Europe/Berlin' };

/** Every output format: of a document made by hand, of a little evidence, and (by its hash) of every fixture. */
export const CASES: readonly GoldenCase[] = [
	findings('findings.80.txt', EXAMPLE, 'table'),
	findings('findings.80.colour.txt', EXAMPLE, 'table', { colour: true }),
	findings('findings.200.txt', EXAMPLE, 'table', { columns: 200 }),
	findings('findings.verbose.txt', EXAMPLE, 'table', { columns: 100, verbose: true, timeZone: 'America/New_York' }),
	findings('findings.json', EXAMPLE, 'json'),
	findings('findings.ndjson', EXAMPLE, 'ndjson'),
	findings('findings.csv', EXAMPLE, 'csv'),
	findings('findings.md', EXAMPLE, 'markdown'),
	findings('findings.html', EXAMPLE, 'html'),
	findings('findings.sarif', EXAMPLE, 'sarif'),
	findings('findings.ocsf.ndjson', EXAMPLE, 'ocsf'),
	findings('findings.timesketch.jsonl', EXAMPLE, 'timesketch'),
	findings('nothing.80.txt', EMPTY, 'table'),
	findings('nothing.md', EMPTY, 'markdown'),
	findings('hostile.80.txt', HOSTILE, 'table'),
	findings('hostile.md', HOSTILE, 'markdown'),
	findings('hostile.csv', HOSTILE, 'csv'),
	{ name: 'inspect.80.txt', text: async () => renderInspectTable(INSPECTED, RENDER_DEFAULTS) },
	{ name: 'inspect.json', text: async () => renderInspectJson(INSPECTED, RENDER_DEFAULTS) },
	{ name: 'evidence.inspect.txt', text: () => inspected('table') },
	{ name: 'evidence.inspect.json', text: () => inspected('json') },
	{ name: 'evidence.export.ndjson', text: async () => (await allEvents()).map(eventLine).join('') },
	{ name: 'evidence.export.ocsf.ndjson', text: async () => (await allEvents()).map(ocsfLine).join('') },
	{
		name: 'evidence.timeline.txt',
		text: async () => eventHead(EVENT_LAYOUT) + (await allEvents()).map((event) => eventRow(event, EVENT_LAYOUT)).join(''),
	},
	...ANALYTICS.map(({ id }) => ({ name: `fixtures.${id}.txt`, text: () => bare(() => fixtureOutputs(`fixtures/${id}`)) })),
];

/** Where the expected outputs lie. */
export const EXPECTED = fileURLToPath(new URL('expected/', import.meta.url));
