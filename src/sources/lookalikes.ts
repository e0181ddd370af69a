import type { Json, JsonObject } from '../model/json.ts';
import type { Lookalike, Source } from '../model/source.ts';

/** Why a record was not recognised, in the two halves of an error: `got` and `expected`. */
export interface Unknown {
	readonly got: string;
	readonly expected: string;
}

/** Names looked at: what is asked for stands among the first. */
const MOST_NAMES = 200;
const SHOWN_NAMES = 6;
const SHOWN_LENGTH = 160;

const VENDORS_OWN = 'the vendor’s own records; export them from the platform, or from the collector before it rewrote them';

/** What is of no platform, or of all: names in lower case. */
const GENERAL: readonly Lookalike[] = [
	{
		has: ['class_uid', 'category_uid', 'metadata'],
		what: 'OCSF, into which somebody turned a vendor’s record',
		instead: `keep the vendor’s record in raw_data, or export ${VENDORS_OWN}`,
	},
	{
		has: ['metadata', 'principal', 'target'],
		what: 'UDM of Google SecOps, into which a vendor’s record was parsed',
		instead: `export the raw log, or ${VENDORS_OWN}`,
	},
	{
		has: ['udm'],
		what: 'UDM of Google SecOps, into which a vendor’s record was parsed',
		instead: `export the raw log, or ${VENDORS_OWN}`,
	},
	{
		has: ['eventversion', 'eventsource', 'eventname', 'awsregion'],
		what: 'AWS CloudTrail, which says what was done in AWS and not in an application',
		instead: 'export the audit logs of the applications',
	},
	{
		has: ['logname', 'protopayload', 'resource'],
		what: 'an audit log of Google Cloud, which says what was done to its resources',
		instead: 'export the audit logs of Google Workspace (Reports API, or those that are shared with Google Cloud)',
	},
	{
		has: ['caller', 'eventtimestamp', 'operationname', 'subscriptionid'],
		what: 'Azure’s activity log, which says what was done to its resources',
		instead: 'export Entra’s audit and sign-in logs',
	},
	{
		has: ['timegenerated', 'caller', 'operationnamevalue', 'subscriptionid'],
		what: 'Azure’s activity log, which says what was done to its resources',
		instead: 'export Entra’s audit and sign-in logs',
	},
];

/** Words of column names of consoles in other languages that are written with ASCII letters: date, time, user, action, event, address. */
const FOREIGN_WORDS: ReadonlySet<string> = new Set(
	(
		'datum zeit uhrzeit benutzer benutzername aktion ereignis beschreibung adresse ip-adresse ' +
		'fecha hora usuario nombre actividad evento descripcion resultado estado ' +
		'utilisateur evenement adresse heure ' +
		'data ora utente azione evento descrizione indirizzo ' +
		'gebruiker gebruikersnaam actie gebeurtenis tijd ' +
		'usuario acao endereco hora ' +
		'anvandare handelse tid bruker handling hendelse dato bruger hadelse kayttaja tapahtuma tarih kullanici eylem uzytkownik zdarzenie akcja'
	).split(' '),
);

/**
 * Says of a record that no format fits what it may be: a shape that is known and not read, CEF of something else, LEEF, text in an old
 * encoding, a table in another language, or unknown.
 * Of other records than CEF the answer depends on the names alone.
 */
export function explainUnknown(record: JsonObject, sources: readonly Source[]): Unknown {
	const names = Object.keys(record);
	const shown = shownNames(names);
	const lower = new Set(names.slice(0, MOST_NAMES).map((name) => name.trim().toLowerCase()));
	for (const source of sources) {
		for (const { has, any, what, instead } of source.lookalikes ?? []) {
			const fits = has.every((name) => lower.has(name)) && (any === undefined || any.some((name) => lower.has(name)));
			if (fits) return { got: `a record with ${shown}: this looks like ${what}`, expected: `a shape that is read; ${instead}` };
		}
	}
	const general = GENERAL.find(({ has }) => has.every((name) => lower.has(name)));
	if (general !== undefined) {
		return {
			got: `a record with ${shown}: this looks like ${general.what}`,
			expected: `a shape that is read; ${general.instead}`,
		};
	}
	if (names.length === 2 && lower.has('field') && lower.has('value')) {
		return {
			got: 'a field and its value: this looks like the answer of CloudWatch Logs Insights, each cell by itself',
			expected: "the rows; jq -c '.results[] | map({(.field): .value}) | add' makes them",
		};
	}
	if (isCef(record)) {
		return {
			got: `CEF of ${shownText(record['deviceVendor'])} ${shownText(record['deviceProduct'])}, event ${shownText(record['name'])}, without a record that is known`,
			expected: `CEF whose msg holds the platform’s own record (saashound platforms salesforce), or ${VENDORS_OWN}`,
		};
	}
	if (names.slice(0, MOST_NAMES).some((name) => /\b(?:CEF|LEEF):\d/.test(name.slice(0, SHOWN_LENGTH)))) {
		return { got: 'lines in CEF or LEEF, into which somebody put parts of a record', expected: VENDORS_OWN };
	}
	if (names.slice(0, MOST_NAMES).some((name) => name.includes('\ufffd'))) {
		return {
			got: `columns whose names are neither UTF-8 nor UTF-16: ${shown}`,
			expected: 'text in UTF-8; save the file as UTF-8 (in a spreadsheet program: CSV UTF-8, or a workbook)',
		};
	}
	if (isForeignTable(record, names)) {
		return {
			got: `a table with columns that are not English: ${shown}`,
			expected: 'English columns: export again with English as the display language, or say with --columns what they mean',
		};
	}
	return {
		got: names.length === 0 ? 'an empty object' : `a record with ${shown}`,
		expected: 'an audit record of a known platform (see saashound platforms)',
	};
}

/** As the reader of CEF gives it. */
function isCef(record: JsonObject): boolean {
	return ['cefVersion', 'deviceVendor', 'deviceProduct', 'extensions'].every((name) => Object.hasOwn(record, name));
}

function shownText(value: Json | undefined): string {
	const text = typeof value === 'string' ? value.trim().slice(0, 40) : '';
	return text === '' ? '(no name)' : text;
}

// A table holds nothing but texts; two of its columns in another language are no chance.
function isForeignTable(record: JsonObject, names: readonly string[]): boolean {
	if (names.length < 3 || names.some((name) => typeof record[name] !== 'string')) return false;
	return names.slice(0, MOST_NAMES).filter(isForeign).length >= 2;
}

function isForeign(name: string): boolean {
	const start = name.slice(0, 60).toLowerCase();
	return /[^\x00-\x7f]/.test(start) ? /\p{L}/u.test(start) : start.split(/[\s()/]+/).some((word) => FOREIGN_WORDS.has(word));
}

function shownNames(names: readonly string[]): string {
	const shown = names.slice(0, SHOWN_NAMES).join(', ') + (names.length > SHOWN_NAMES ? ', …' : '');
	return shown.length > SHOWN_LENGTH ? `${shown.slice(0, SHOWN_LENGTH)}…` : shown;
}
