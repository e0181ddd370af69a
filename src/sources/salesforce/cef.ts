import { BrokenCell } from '../../model/errors.ts';
import { isObject, type JsonObject } from '../../model/json.ts';
import type { Format } from '../../model/source.ts';
import { asText, member } from '../../read/fields.ts';
import { fact } from '../placeholder.ts';
import { emptyObject, type ObjectDraft } from '../reshape.ts';
import { SESSION_FACTS } from '../session-facts.ts';
import { canonicalCode } from './activities.ts';

/** Of the object SetupAuditTrail. */
const TRAIL_NAMES = [
	'Id',
	'Action',
	'CreatedDate',
	'CreatedById',
	'CreatedBy.Username',
	'CreatedByContext',
	'CreatedByIssuer',
	'Display',
	'Section',
	'DelegateUser',
	'ResponsibleNamespacePrefix',
] as const;

/** Of the object LoginHistory, and what a query may fetch beside it. */
const HISTORY_NAMES = [
	'Id',
	'UserId',
	'LoginTime',
	'LoginType',
	'SourceIp',
	'Status',
	'Application',
	'Browser',
	'Platform',
	'LoginUrl',
	'ClientVersion',
	'ApiType',
	'ApiVersion',
	'CountryIso',
] as const;

const TRAIL: ReadonlySet<string> = new Set(TRAIL_NAMES);
const HISTORY: ReadonlySet<string> = new Set(HISTORY_NAMES);

/** A name in the text of a message: at its start or behind a semicolon. Its length is bounded so that time stays linear. */
const PAIR = /(?:^\s*|;)([A-Za-z_][\w.]{0,63})=/g;
const FILE_TYPE = /^EventLogFile\/([A-Za-z]\w{0,63})$/;
/** Longer than any record: a text that pushes what stands behind it out of sight is not read halfway. */
const LONGEST_MESSAGE = 1_000_000;

const ONCE = 'one value of each member';

/** The members in a message. */
interface Pairs {
	readonly pairs: JsonObject;
	/** Why they cannot be believed. */
	readonly doubt: string | undefined;
}

/**
 * The Salesforce record in a message: `Action=deactivateduser;CreatedDate=…;Display=…`. Nobody escapes semicolons: a client's name may hold
 * `;CLIENT_IP=…` as well. So a name with two values is in doubt, wherever it stands, but for those that were there before a sentence.
 */
function pairsIn(message: string): Pairs {
	const pairs = emptyObject();
	if (message.length > LONGEST_MESSAGE) return { pairs, doubt: `a message of ${message.length} characters` };
	let doubt: string | undefined;
	let name: string | undefined;
	let from = 0;
	/** Names that stand before the sentence, once it has begun. */
	let before: ReadonlySet<string> | undefined;
	const keep = (to: number) => {
		const value = fact(message.slice(from, to).trim());
		if (name === undefined || name === '__proto__' || value === undefined) return;
		const known = pairs[name];
		if (known !== undefined && known !== value && before?.has(name) !== true)
			doubt ??= `${name} twice in its message, with two values`;
		pairs[name] ??= value;
		if (name === 'Display') before ??= new Set(Object.keys(pairs));
	};
	for (const match of message.matchAll(PAIR)) {
		const next = match[1] ?? '';
		// A sentence may hold semicolons: only what the trail has beside it ends it.
		if (name === 'Display' && !TRAIL.has(next)) continue;
		keep(match.index);
		name = next;
		from = match.index + match[0].length;
	}
	keep(message.length);
	return { pairs, doubt };
}

/** What a line of CEF says of itself: the members of the record in its message, and the extensions beside it. */
interface Relayed extends Pairs {
	readonly beside: JsonObject;
}

// Asked for by the test of each format and again by its reader.
const known = new WeakMap<JsonObject, Relayed>();

function relayed(record: JsonObject): Relayed {
	let found = known.get(record);
	if (found === undefined) {
		const extensions = member(record, 'extensions');
		const beside = isObject(extensions) ? extensions : {};
		found = { beside, ...pairsIn(asText(beside['msg']) ?? '') };
		known.set(record, found);
	}
	return found;
}

/** @throws BrokenCell when its message says two things of one member. */
function believed(record: JsonObject): Relayed {
	const found = relayed(record);
	const { pairs, beside, doubt } = found;
	if (doubt !== undefined) throw new BrokenCell(doubt, ONCE);
	const said = asText(pairs['EVENT_TYPE']);
	const named = typeBeside(beside);
	if (said !== undefined && named !== undefined && said !== named) throw new BrokenCell(`EVENT_TYPE ${said} in ${named}`, ONCE);
	return found;
}

function hasAll(pairs: JsonObject, ...names: readonly string[]): boolean {
	return names.every((name) => Object.hasOwn(pairs, name));
}

function fileType({ pairs, beside }: Relayed): string | undefined {
	return asText(pairs['EVENT_TYPE']) ?? typeBeside(beside);
}

function typeBeside(beside: JsonObject): string | undefined {
	return FILE_TYPE.exec(asText(beside['dproc'])?.trim() ?? '')?.[1];
}

function chosen(pairs: JsonObject, names: Iterable<string>): ObjectDraft {
	const record = emptyObject();
	for (const name of names) if (Object.hasOwn(pairs, name)) record[name] = pairs[name];
	return record;
}

/** Who acted by the extension `suser`, where that is a user name. */
function user({ beside }: Relayed): string | undefined {
	const text = fact(asText(beside['suser']));
	return text?.includes('@') ? text : undefined;
}

function setupChange(record: JsonObject): readonly JsonObject[] {
	const found = believed(record);
	const row = chosen(found.pairs, TRAIL);
	row['CreatedBy.Username'] ??= user(found);
	return [{ ...row, SetupAction: canonicalCode(asText(row['Action']) ?? '') }];
}

/** Some versions name the code and the sentence in fields of their own; the time is then that of the relay. */
function setupChangeBeside(record: JsonObject): readonly JsonObject[] {
	const found = relayed(record);
	const { beside } = found;
	const action = asText(beside['flexString1']) ?? '';
	return [
		{
			CreatedDate: relayTime(record, beside),
			'CreatedBy.Username': user(found),
			Action: action,
			Display: beside['flexString2'],
			SetupAction: canonicalCode(action),
		},
	];
}

function signIn(record: JsonObject): readonly JsonObject[] {
	const found = believed(record);
	const { pairs, beside } = found;
	const row = chosen(pairs, HISTORY);
	row['Username'] = user(found);
	row['SourceIp'] ??= beside['src'];
	row['City'] = pairs['LoginGeo.City'];
	row['CountryIso'] ??= pairs['LoginGeo.CountryIso'];
	row['Country'] = pairs['LoginGeo.Country'];
	return [{ ...row, EventObject: 'LoginHistory' }];
}

function fileRow(record: JsonObject): readonly JsonObject[] {
	const found = believed(record);
	const { pairs, beside } = found;
	const row = chosen(
		pairs,
		Object.keys(pairs).filter((name) => /^[A-Z][A-Z0-9_]*$/.test(name)),
	);
	row['EVENT_TYPE'] = fileType(found);
	row['USER_NAME'] ??= user(found);
	row['CLIENT_IP'] ??= beside['src'];
	row['REPORT_NAME'] ??= beside['fname'];
	if (!hasAll(row, 'TIMESTAMP') && !hasAll(row, 'TIMESTAMP_DERIVED')) row['TIMESTAMP_DERIVED'] = relayTime(record, beside);
	return [row];
}

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';
const ISO_TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)/;
const CEF_TIME = /^([A-Z][a-z]{2}) (\d{1,2}) (\d{4}) (\d\d:\d\d:\d\d(?:\.\d{1,3})?)(?: (?:UTC|GMT|Z))?$/;

/** When the relay had it: an extension (epoch ms, or `Mar 04 2026 09:00:00`, read as UTC), else the ISO time of the syslog header. */
function relayTime(record: JsonObject, beside: JsonObject): string | undefined {
	for (const name of ['start', 'end', 'rt']) {
		const text = asText(beside[name])?.slice(0, 60) ?? '';
		if (/^\d{10,13}$/.test(text)) return text;
		const [, month = '', day = '', year = '', clock = ''] = CEF_TIME.exec(text) ?? [];
		const number = MONTHS.indexOf(month) / 3 + 1;
		if (month !== '' && Number.isInteger(number))
			return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}T${clock}Z`;
	}
	return ISO_TIME.exec(asText(member(record, 'syslogHeader'))?.slice(0, 200) ?? '')?.[0];
}

/** A setup change whose record is not in the message. */
function isBeside(record: JsonObject): boolean {
	const found = relayed(record);
	const inMessage = hasAll(found.pairs, 'CreatedDate') || hasAll(found.pairs, 'LoginTime') || fileType(found) !== undefined;
	return !inMessage && /^(?:sales ?cloud|salesforce)/i.test(asText(found.beside['destinationServiceName']) ?? '');
}

const HAS = ['cefVersion', 'deviceVendor', 'deviceProduct', 'extensions.msg'] as const;
const BESIDE = ['cefVersion', 'deviceVendor', 'deviceProduct', 'extensions.flexString1', 'extensions.destinationServiceName'];
const FROM = 'the header and the fields beside `msg` (taken from public parsers)';

/**
 * CEF as collectors of cloud logs relay it (SkyFormation, now Exabeam's): the record as `name=value;…` in the extension `msg`.
 * Source: https://github.com/ExabeamLabs/Content-Library-CIM2/tree/main/DS/Salesforce/salesforce/Ps
 */
export const cefFormats: readonly Format[] = [
	{
		id: 'cef-setup-audit-trail',
		title: 'CEF of a relay, a SetupAuditTrail record in `msg`',
		has: HAS,
		test: (record) => hasAll(relayed(record).pairs, 'Action', 'CreatedDate'),
		reshape: setupChange,
		lacks: SESSION_FACTS,
		note: 'Only what the relay had asked for is in its messages.',
		unverified: FROM,
	},
	{
		id: 'cef-setup-change',
		title: 'CEF of a relay, a setup change in `flexString1` (code) and `flexString2` (sentence)',
		has: BESIDE,
		test: isBeside,
		reshape: setupChangeBeside,
		lacks: [...SESSION_FACTS, 'id'],
		note: 'Times are those of the relay.',
		unverified: FROM,
	},
	{
		id: 'cef-login-history',
		title: 'CEF of a relay, a LoginHistory record in `msg`',
		has: HAS,
		test: (record) => hasAll(relayed(record).pairs, 'LoginTime', 'LoginType', 'Status'),
		reshape: signIn,
		lacks: ['session', 'asn', 'proxy', 'device'],
		unverified: FROM,
	},
	{
		id: 'cef-event-log-file',
		title: 'CEF of a relay, a row of an event log file in `msg`',
		has: HAS,
		test: (record) => fileType(relayed(record)) !== undefined,
		reshape: fileRow,
		note: 'Only the columns that the relay passed on are there.',
		unverified: FROM,
	},
];
