import type { NormalisedEvent } from '../../src/model/event.ts';
import type { Coverage, EvidenceRef, Finding, FindingsDocument, InputSummary, RunAnalytic } from '../../src/model/finding.ts';
import type { InspectResult } from '../../src/model/inspect.ts';

const HASH = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const OTHER_HASH = '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae';

export const UPLOADS: RunAnalytic = {
	id: 'AN1514',
	name: 'bulk-upload',
	attack: {
		technique: 'T1567',
		techniqueName: 'Exfiltration Over Web Service',
		tactic: 'exfiltration',
		strategy: 'DET0548',
		version: '18.1',
		url: 'https://attack.mitre.org/techniques/T1567/',
	},
	options: { window: '1h', limit: 10 },
};

export const MAIL: RunAnalytic = {
	id: 'AN0132',
	name: 'mail-collection',
	attack: {
		technique: 'T1114.002',
		techniqueName: 'Remote Email Collection',
		tactic: 'collection',
		strategy: 'DET0048',
		version: '18.1',
		url: 'https://attack.mitre.org/techniques/T1114/002/',
	},
	options: {},
};

export const GRANT: RunAnalytic = {
	id: 'AN1349',
	name: 'app-grant',
	attack: {
		technique: 'T1528',
		techniqueName: 'Steal Application Access Token',
		tactic: 'credential-access',
		strategy: 'DET0489',
		version: '18.1',
		url: 'https://attack.mitre.org/techniques/T1528/',
	},
	options: { within: '1h' },
};

const INPUT: InputSummary = {
	file: 'export/audit.ndjson.gz',
	sha256: HASH,
	bytes: 1_482_911,
	platform: 'm365',
	format: 'ndjson+gzip',
	variants: ['purview-json'],
	encoding: 'utf-8',
	records: 12_345,
	events: 11_900,
	other: 400,
	duplicates: 40,
	rejected: { 'no-time': 3, 'broken-json': 2 },
	first: '2026-02-01T06:12:00Z',
	last: '2026-03-03T17:40:12Z',
	truncated: false,
	problems: ['export/audit.ndjson.gz:41: "CreationTime": got "n/a"; expected an ISO 8601 time'],
	notes: [],
};

export const BOX_INPUT: InputSummary = {
	...INPUT,
	file: 'box/events.json',
	sha256: OTHER_HASH,
	bytes: 812,
	platform: 'box',
	format: 'json',
	variants: [],
	records: 4,
	events: 4,
	other: 0,
	duplicates: 0,
	rejected: {},
	first: '2026-03-03T08:55:00Z',
	last: '2026-03-03T09:10:00Z',
	truncated: true,
	problems: [],
	notes: ['The export ends inside a record: what came after it is not here.'],
};

const COVERAGE: readonly Coverage[] = [
	{ analytic: 'AN1514', platform: 'm365', activity: 'file.upload', status: 'seen', events: 1204, text: '1,204 events' },
	{ analytic: 'AN1514', platform: 'box', activity: 'file.upload', status: 'seen', events: 4, text: '4 events' },
	{
		analytic: 'AN1514',
		platform: 'box',
		activity: 'file.copy',
		status: 'not-in-evidence',
		events: 0,
		text: 'Box logs copies; this export holds none.',
	},
	{
		analytic: 'AN0132',
		platform: 'm365',
		activity: 'mail.read',
		status: 'not-in-evidence',
		events: 0,
		text: 'MailItemsAccessed needs the advanced audit licence; this export holds no such record.',
	},
	{
		analytic: 'AN0132',
		platform: 'box',
		activity: 'mail.read',
		status: 'not-logged-by-platform',
		events: 0,
		text: 'Box has no mail.',
	},
];

function sample(minutes: number, operation: string): EvidenceRef {
	const minute = String(minutes).padStart(2, '0');
	return {
		file: 'export/audit.ndjson.gz',
		record: 1837 + minutes,
		id: `0b7d3c5e-0000-4000-8000-0000000000${minute}`,
		time: `2026-03-03T09:${minute}:12Z`,
		operation,
		sha256: HASH,
	};
}

/** 48 hours of one person: two files in each working hour, 412 in the hour of the finding. */
const OBSERVED = Array.from({ length: 48 }, (_, hour) => (hour === 33 ? 412 : hour % 24 >= 8 && hour % 24 < 17 ? 2 : 0));

export const CRITICAL: Finding = {
	id: 'AN1514/m365/ana@example.com/2026-03-03T09:00Z',
	rank: 1,
	analytic: 'AN1514',
	title: '412 files uploaded in one hour against a usual 6',
	severity: 'critical',
	score: 92.4,
	chance: 0.00012,
	platforms: ['m365', 'box'],
	actor: { type: 'user', id: 'ana@example.com', name: 'Ana A', email: 'ana@example.com' },
	entities: [
		{ role: 'app', type: 'app', id: '0a1b2c3d-1111-4222-8333-444455556666', name: 'Sync Tool' },
		{ role: 'address', type: 'address', id: '203.0.113.77' },
	],
	window: { start: '2026-03-03T09:00:00Z', end: '2026-03-03T10:00:00Z' },
	reasons: [
		{
			signal: 'upload-rate',
			observed: 412,
			expected: 6.1,
			unit: 'files/1h',
			surprise: 3.6,
			text: '412 files were uploaded between 09:00 and 10:00; on 22 comparable days the most in one hour was 14.',
		},
		{
			signal: 'new-network',
			observed: '203.0',
			expected: 'a network seen before',
			unit: '',
			surprise: 2.4,
			text: 'The network 203.0 was never seen for Ana A in 30 days and belongs to nobody else here.',
		},
		{
			signal: 'trusted-network',
			observed: 0.25,
			expected: 0,
			unit: 'share of events',
			surprise: -0.6,
			text: 'A quarter of the events came from the office network.',
		},
	],
	baseline: { of: 'self', windows: 210, days: 30 },
	context: [
		{ kind: 'trusted-network', ref: 'networks.csv:3', effect: 'lowered', text: '198.51.100.0/24 is the office in Porto.' },
		{ kind: 'inferred', ref: 'inferred', effect: 'none', text: 'Acts in office hours only, so taken for a person.' },
	],
	stages: [
		{
			name: 'sign-in',
			time: '2026-03-03T08:51:07Z',
			text: 'signed in from 203.0.113.77 with a new device',
			evidence: { ...sample(1, 'UserLoggedIn'), record: 1790 },
		},
		{ name: 'consent', time: '2026-03-03T08:53:40Z', text: 'granted Files.ReadWrite.All to Sync Tool' },
		{ name: 'upload', time: '2026-03-03T09:00:12Z', text: 'the first of 412 uploads', evidence: sample(0, 'FileUploaded') },
	],
	series: {
		unit: 'files',
		step: 3_600_000,
		start: '2026-03-02T00:00:00Z',
		observed: OBSERVED,
		expected: OBSERVED.map((value) => (value > 0 ? 2.1 : 0.1)),
		signIns: [
			{ time: '2026-03-03T08:49:55Z', ok: false, text: 'failed sign-in from 203.0.113.77' },
			{ time: '2026-03-03T08:51:07Z', ok: true, text: 'sign-in from 203.0.113.77' },
		],
	},
	evidence: {
		count: 412,
		files: ['box/events.json', 'export/audit.ndjson.gz'],
		sample: [0, 1, 2, 3, 4, 5].map((minute) => sample(minute, 'FileUploaded')),
	},
	caveats: ['Uploads with a sync client older than the export format are not in this log.'],
	next: [
		'saashound timeline export --actor ana@example.com --around 2026-03-03T09:00Z --within 2h',
		'Ask Ana A about Sync Tool.',
	],
};

export const HIGH: Finding = {
	...CRITICAL,
	id: 'AN1514/box/svc-backup/2026-03-01T02:00Z',
	rank: 2,
	title: '2,000 files uploaded in one day against a usual 900',
	severity: 'high',
	score: 71,
	chance: 0.4,
	platforms: ['box'],
	actor: { type: 'service', id: 'svc-backup' },
	entities: [],
	window: { start: '2026-03-01T02:00:00Z', end: '2026-03-02T02:00:00Z' },
	reasons: [
		{
			signal: 'upload-rate',
			observed: 2000,
			expected: 900,
			unit: 'files/1d',
			surprise: 1.9,
			text: '2,000 files against 900 on an average day.',
		},
	],
	baseline: { of: 'peers', windows: 1, days: 1 },
	context: [],
	evidence: { count: 1, sample: [{ file: 'box/events.json', record: 2, time: '2026-03-01T02:00:00Z', operation: 'UPLOAD' }] },
	caveats: [],
	next: [],
};

export const LOW: Finding = {
	...HIGH,
	id: 'AN1349/m365/李小龍@example.com/2026-02-11T23:59Z',
	rank: 3,
	analytic: 'AN1349',
	title: 'Consent to ファイル同期 with mail and file permissions 🙂',
	severity: 'low',
	score: 31.5,
	chance: 14,
	platforms: ['m365'],
	actor: { type: 'user', id: '李小龍@example.com', name: '李小龍' },
	window: { start: '2026-02-11T23:59:00Z', end: '2026-02-12T00:59:00Z' },
	baseline: { of: 'none', windows: 0, days: 0 },
};

function without<K extends keyof Finding>(finding: Finding, ...members: readonly K[]): Omit<Finding, K> {
	return Object.fromEntries(
		Object.entries(finding).filter(([member]) => !members.some((name) => name === member)),
	) as unknown as Omit<Finding, K>;
}

/** Three findings of two platforms: one with everything, two with only what must be there. */
export const EXAMPLE: FindingsDocument = {
	schema: 'saashound/findings/1',
	tool: { name: 'saashound', version: '0.1.0', arguments: ['hunt', 'all', 'export', 'box'] },
	run: {
		from: '2026-02-01T06:12:00Z',
		to: '2026-03-03T17:40:12Z',
		analytics: [UPLOADS, MAIL, GRANT],
		days: Array.from({ length: 31 }, (_, day) => ({
			day: new Date(Date.UTC(2026, 1, 1 + day)).toISOString().slice(0, 10),
			platform: day % 3 === 0 ? ('box' as const) : ('m365' as const),
			events: 100 + ((day * 37) % 90) * 5,
		})),
		suppressed: 2,
		notes: ['Names were joined over platforms by e-mail address.'],
		unusable: [{ file: 'export/readme.pdf', why: 'nothing recognises its content' }],
	},
	inputs: [INPUT, BOX_INPUT],
	findings: [CRITICAL, without(HIGH, 'stages', 'series'), without(LOW, 'stages', 'series')],
	incidents: [],
	coverage: COVERAGE,
};

/** Nothing found, nothing suppressed, one input without any event. */
export const EMPTY: FindingsDocument = {
	schema: 'saashound/findings/1',
	tool: { name: 'saashound', version: '0.1.0', arguments: ['hunt', 'AN0132', 'box'] },
	run: { analytics: [MAIL], days: [], suppressed: 0, notes: [], unusable: [] },
	inputs: [
		{
			file: 'box/events.json',
			sha256: HASH,
			bytes: 120,
			platform: 'box',
			format: 'json',
			variants: [],
			encoding: 'utf-8',
			records: 1,
			events: 0,
			other: 1,
			duplicates: 0,
			rejected: {},
			truncated: false,
			problems: [],
			notes: [],
		},
	],
	findings: [],
	incidents: [],
	coverage: COVERAGE.filter(({ analytic }) => analytic === 'AN0132'),
};

/** What an attacker might write into a log: a terminal escape, markup, a formula, reversed text, an invisible letter, half a character. */
export const NASTY =
	"=cmd|' /C calc'!A0\u001b[31m\u009b2J<script>alert(1)</script><img src=x onerror=alert(2)>\u202egnp.exe\u200b`|](javascript:alert(3))\ud800\u2028\u0007\"";

function nastied(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(nastied);
	if (typeof value === 'object' && value !== null) {
		return Object.fromEntries(
			Object.entries(value).map(([member, child]) => [member, KEPT.has(member) ? child : nastied(child)]),
		);
	}
	return typeof value === 'string' ? `${NASTY}${value}` : value;
}

/** Members that the tool itself sets, never from a log. */
const KEPT: ReadonlySet<string> = new Set([
	...[
		'schema',
		'tool',
		'analytic',
		'severity',
		'window',
		'time',
		'start',
		'end',
		'from',
		'to',
		'day',
		'status',
		'effect',
		'of',
		'activity',
		'attack',
	],
	...['platforms', 'platform', 'sha256', 'type', 'role', 'kind', 'first', 'last', 'options', 'encoding', 'format'],
]);

/** The example with {@link NASTY} before every text that could come from a log, a file name or a context file. */
export const HOSTILE: FindingsDocument = nastied(EXAMPLE) as FindingsDocument;

/** So many findings of falling score. */
export function many(number: number): FindingsDocument {
	const findings = Array.from({ length: number }, (_, i) => ({
		...HIGH,
		id: `${HIGH.id}/${i}`,
		rank: i + 1,
		score: 80 - i * (60 / number),
		actor: { type: 'user' as const, id: `person${i}@example.com` },
	}));
	return { ...EXAMPLE, findings };
}

export const EVENT: NormalisedEvent = {
	time: Date.UTC(2026, 2, 3, 9, 0, 12, 345),
	platform: 'm365',
	activity: 'file.upload',
	operation: 'FileUploaded',
	actor: { type: 'user', id: 'ana@example.com', name: 'Ana A', email: 'ana@example.com', aliases: ['guid-1'] },
	app: { id: 'app-1', name: 'Sync Tool' },
	target: { type: 'file', id: '/sites/x/plan.docx', name: 'plan.docx' },
	scopes: ['Files.Read'],
	ip: '203.0.113.77',
	userAgent: 'Sync/1.0',
	country: 'PT',
	session: 's-1',
	ok: true,
	items: 3,
	bytes: 1024,
	ref: { file: 'export/audit.ndjson.gz', record: 1837, id: 'r-1' },
};

export const INSPECTED: InspectResult = {
	schema: 'saashound/inspect/1',
	tool: { name: 'saashound', version: '0.1.0', arguments: ['inspect', 'export'] },
	inputs: [
		{
			...INPUT,
			operations: { FileUploaded: 1204, 'Add member to role.': 2 },
			activities: { 'file.upload': 1204, 'role.grant': 2 },
		},
		{ ...BOX_INPUT, operations: { UPLOAD: 4 }, activities: { 'file.upload': 4 } },
	],
	platforms: [
		{
			platform: 'm365',
			events: 12_300,
			first: '2026-02-01T06:12:00Z',
			last: '2026-03-03T17:40:12Z',
			operations: [
				{ value: 'FileUploaded', count: 1204 },
				{ value: 'Add member to role.', count: 2 },
			],
			activities: [
				{ value: 'file.upload', count: 1204 },
				{ value: 'role.grant', count: 2 },
			],
			actors: [{ value: 'ana@example.com', count: 900 }],
			apps: [],
			addresses: [{ value: '203.0.113.77', count: 420 }],
			gaps: [
				{
					start: '2026-02-14T00:00:00Z',
					end: '2026-02-16T00:00:00Z',
					text: 'Two days without a record; Saturdays here usually bring 40.',
				},
			],
			notes: ['Exactly 50,000 records: an export is often cut there.'],
		},
	],
	coverage: COVERAGE,
	notes: ['export: 2 hidden names passed over'],
	unusable: [{ file: 'export/readme.pdf', why: 'nothing recognises its content' }],
};

/** The first two findings of the example came from one address. */
export const INCIDENT: FindingsDocument = {
	...EXAMPLE,
	findings: EXAMPLE.findings.map((finding) => (finding.id === LOW.id ? finding : { ...finding, incident: CRITICAL.id })),
	incidents: [
		{
			id: CRITICAL.id,
			findings: [CRITICAL.id, HIGH.id],
			window: { start: HIGH.window.start, end: CRITICAL.window.end },
			links: [{ by: 'address', id: '203.0.113.77', findings: [CRITICAL.id, HIGH.id] }],
		},
	],
};
