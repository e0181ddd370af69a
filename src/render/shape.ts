/** The order in which an object's members are written, and that of the objects below; `null`: as they come (a leaf). */
export type Shape = { readonly [member: string]: Shape | null };

/** Members in the order of a shape, unknown members after them by name, absent ones left out. Lists keep their order. A free-form object (a map from names to numbers) has the shape `{}`. */
export function ordered(value: unknown, shape: Shape | null): unknown {
	if (shape === null || typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map((element) => ordered(element, shape));
	const found = new Map<string, unknown>(Object.entries(value));
	const known = Object.keys(shape).filter((member) => found.has(member));
	const others = [...found.keys()].filter((member) => !Object.hasOwn(shape, member)).sort();
	const entries = [...known, ...others].map((member) => [
		member,
		ordered(found.get(member), Object.hasOwn(shape, member) ? (shape[member] ?? null) : {}),
	]);
	return Object.fromEntries(entries.filter(([, member]) => member !== undefined));
}

const ACTOR = { type: null, id: null, name: null, email: null, aliases: null };
const EVIDENCE = { file: null, record: null, id: null, time: null, operation: null, sha256: null };
const TOOL = { name: null, version: null, arguments: null };
const COVERAGE = { analytic: null, platform: null, activity: null, status: null, events: null, text: null };
const UNUSABLE = { file: null, why: null };
const TALLY = { value: null, count: null };

const INPUT = {
	file: null,
	sha256: null,
	bytes: null,
	platform: null,
	format: null,
	variants: null,
	encoding: null,
	records: null,
	events: null,
	other: null,
	duplicates: null,
	rejected: {},
	parts: { duplicates: null, rejected: {} },
	first: null,
	last: null,
	truncated: null,
	archive: { file: null, sha256: null },
	problems: null,
	notes: null,
} as const;

/** One finding, as CONTRACT version 1 lists its members. */
export const FINDING_SHAPE = {
	id: null,
	rank: null,
	analytic: null,
	title: null,
	severity: null,
	score: null,
	chance: null,
	platforms: null,
	actor: ACTOR,
	entities: { role: null, type: null, id: null, name: null },
	window: { start: null, end: null },
	reasons: { signal: null, observed: null, expected: null, unit: null, surprise: null, text: null },
	baseline: { of: null, windows: null, days: null },
	context: { kind: null, ref: null, effect: null, text: null },
	stages: { name: null, time: null, text: null, evidence: EVIDENCE },
	series: { unit: null, step: null, start: null, observed: null, expected: null, signIns: { time: null, ok: null, text: null } },
	evidence: { count: null, files: null, sample: EVIDENCE },
	caveats: null,
	next: null,
	incident: null,
} as const satisfies Shape;

const INPUT_REF = { file: null, sha256: null, archive: { file: null, sha256: null } };

/** A finding that stands alone on its line: with the program that made it, the inputs behind it, and one hash over all inputs. */
export const FINDING_LINE_SHAPE = {
	...FINDING_SHAPE,
	tool: TOOL,
	inputs: INPUT_REF,
	inputsSha256: null,
	partial: null,
} as const satisfies Shape;

/** The findings document. */
export const DOCUMENT_SHAPE = {
	schema: null,
	tool: TOOL,
	run: {
		from: null,
		to: null,
		judged: { from: null, to: null },
		analytics: {
			id: null,
			name: null,
			attack: { technique: null, techniqueName: null, tactic: null, strategy: null, version: null, url: null },
			options: {},
		},
		days: { day: null, platform: null, events: null },
		suppressed: null,
		minScore: null,
		strongest: null,
		compared: { file: null, known: null },
		notes: null,
		unusable: UNUSABLE,
		partial: { reason: null, partly: null, unread: null },
	},
	inputs: INPUT,
	findings: FINDING_SHAPE,
	incidents: {
		id: null,
		findings: null,
		window: { start: null, end: null },
		links: { by: null, id: null, name: null, findings: null },
	},
	coverage: COVERAGE,
} as const satisfies Shape;

/** The document of `inspect`. */
export const INSPECT_SHAPE = {
	schema: null,
	tool: TOOL,
	inputs: { ...INPUT, operations: {}, activities: {} },
	platforms: {
		platform: null,
		events: null,
		first: null,
		last: null,
		operations: TALLY,
		activities: TALLY,
		actors: TALLY,
		apps: TALLY,
		addresses: TALLY,
		gaps: { start: null, end: null, text: null },
		notes: null,
	},
	coverage: COVERAGE,
	notes: null,
	unusable: UNUSABLE,
} as const satisfies Shape;
