import { isObject, type Json, type JsonObject } from '../../model/json.ts';
import { asJson, asText, compilePath, member } from '../../read/fields.ts';
import { emptyObject, type ObjectDraft, setPath } from '../reshape.ts';

/** Elastic's words for a few operations. https://github.com/elastic/integrations/tree/main/packages/o365 */
const OPERATIONS: ReadonlyMap<string, string> = new Map([
	['added-user-account', 'Add user.'],
	['modified-user-account', 'Update user.'],
	['deleted-user-account', 'Delete user.'],
	['added-group-account-to', 'TeamCreated'],
	['added-users-to-group', 'MemberAdded'],
]);

/** Facts that Elastic moves out of the record, and where the record had them. */
const MOVED: readonly (readonly [from: string, to: string])[] = [
	['event.id', 'Id'],
	['event.provider', 'Workload'],
	['organization.id', 'OrganizationId'],
	['user.id', 'UserId'],
	['client.address', 'ClientIP'],
	['client.ip', 'ClientIP'],
	['source.ip', 'ClientIP'],
	['user_agent.original', 'UserAgent'],
	['url.original', 'ObjectId'],
	['file.name', 'SourceFileName'],
	['file.extension', 'SourceFileExtension'],
	['file.directory', 'SourceRelativeUrl'],
	['source.geo.country_iso_code', 'CountryCode'],
	['source.geo.city_name', 'City'],
	['source.as.number', 'Asn'],
	['source.as.organization.name', 'ISP'],
	['@timestamp', 'CreationTime'],
];

const READERS = MOVED.map(([from, to]) => ({ read: compilePath(from), to }));
const readAudit = compilePath('o365.audit');
const readAction = compilePath('event.action');
const readToken = compilePath('token.id');

/**
 * Puts an indexed document of Elastic's integration back into the record it came from, as far as it can be:
 * lists that became objects are lists again, moved facts return, changed operations get their own names back.
 * `event.outcome` is not believed: it calls failed directory changes and failed sign-ins a success.
 */
export function fromElastic(document: JsonObject): readonly JsonObject[] {
	const audit = readAudit(document);
	const native: ObjectDraft = emptyObject();
	if (isObject(audit)) {
		for (const [name, value] of Object.entries(audit)) if (name !== '__proto__') native[name] = value;
	}
	const action = asText(readAction(document));
	native['Operation'] ??= action === undefined ? undefined : (OPERATIONS.get(action) ?? action);
	for (const { read, to } of READERS) {
		if (native[to] === undefined || native[to] === '') native[to] = read(document);
	}
	native['Folders'] ??= native['ExchangeAggregatedFolders'];
	native['Messages'] ??= native['ExchangeAggregatedMessages'];
	for (const name of ['ExtendedProperties', 'Parameters', 'DeviceProperties', 'OperationProperties']) {
		native[name] = asEntries(native[name], (Name, Value) => ({ Name, Value: asText(Value) ?? null }));
	}
	native['ModifiedProperties'] = asEntries(native['ModifiedProperties'], (Name, change) => ({
		Name,
		NewValue: member(change, 'NewValue') ?? null,
		OldValue: member(change, 'OldValue') ?? null,
	}));
	const token = readToken(document);
	if (native['AppAccessContext'] === undefined && token !== undefined) native['AppAccessContext'] = { UniqueTokenId: token };
	for (const name of Object.keys(native)) if (native[name] === undefined) delete native[name];
	return [native];
}

/** The same document with dotted names, as Kibana's CSV and some exporters write it: `o365.audit.UserId`. Kibana writes `-` where nothing is. */
export function fromFlatElastic(document: JsonObject): readonly JsonObject[] {
	const nested: ObjectDraft = emptyObject();
	for (const [name, value] of Object.entries(document)) {
		if (value === undefined || value === null || value === '' || value === '-') continue;
		// A CSV writes lists as JSON; objects in a cell are texts of the record itself.
		const list = typeof value === 'string' && value.startsWith('[') ? asJson(value) : value;
		setPath(nested, name, list ?? value);
	}
	return fromElastic(nested);
}

function asEntries(value: Json | undefined, entry: (name: string, value: Json) => JsonObject): Json | undefined {
	if (!isObject(value)) return value;
	return Object.entries(value).map(([name, inner]) => entry(name, inner ?? null) as Json);
}
