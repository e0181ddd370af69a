import { isObject, type JsonObject } from '../../model/json.ts';
import type { Format } from '../../model/source.ts';
import { asText, compilePath, member } from '../../read/fields.ts';
import { unflattened } from '../elastic.ts';
import { emptyObject } from '../reshape.ts';

const readAction = compilePath('event.action');
const readId = compilePath('user.id');
const readEmail = compilePath('user.email');

/** Members of `zoom` that are not the object acted upon. */
const BESIDE: ReadonlySet<string> = new Set([
	'account_id',
	'master_account_id',
	'sub_account_id',
	'operator',
	'operator_id',
	'operation',
	'old_values',
	'creation_type',
	'time_stamp',
]);

/**
 * A document of Elastic's Zoom integration as the body of the webhook that it was: the object stands under its kind (`zoom.user`), the old one under `zoom.old_values`.
 * https://github.com/elastic/integrations/tree/main/packages/zoom
 */
function fromElastic(document: JsonObject): readonly JsonObject[] {
	const zoom = member(document, 'zoom');
	const action = asText(readAction(document)) ?? '';
	const kind = action.split('.', 1)[0] ?? '';
	const object = emptyObject();
	const own = member(zoom, kind);
	if (isObject(own)) Object.assign(object, own);
	if (isObject(zoom)) {
		for (const [name, value] of Object.entries(zoom))
			if (name !== '__proto__' && name !== kind && !BESIDE.has(name)) object[name] = value;
	}
	const payload = emptyObject();
	payload['account_id'] = member(zoom, 'master_account_id') ?? member(zoom, 'account_id');
	payload['operator'] = member(zoom, 'operator');
	payload['operator_id'] = member(zoom, 'operator_id');
	payload['operation'] = member(zoom, 'operation');
	payload['creation_type'] = member(zoom, 'creation_type');
	payload['old_object'] = member(zoom, 'old_values');
	payload['object'] = object;
	for (const name of Object.keys(payload)) if (payload[name] === undefined) delete payload[name];
	// Of what people do themselves Elastic keeps the person beside the object only.
	object['email'] ??= payload['operator'] === undefined ? readEmail(document) : undefined;
	object['id'] ??= payload['operator'] === undefined ? readId(document) : undefined;
	for (const name of ['email', 'id']) if (object[name] === undefined) delete object[name];
	return [{ event: action, event_ts: member(document, '@timestamp') ?? null, payload }];
}

const lacks = ['ip', 'asn', 'country', 'session', 'outcome', 'id'] as const;

/** Documents of Elastic's Zoom integration without the original body. */
export const elasticFormats: readonly Format[] = [
	{
		id: 'elastic',
		title: 'Elastic integration `zoom.webhook`, without the original body',
		has: ['@timestamp', 'event', 'zoom'],
		test: (document) => asText(readAction(document)) !== undefined,
		reshape: fromElastic,
		lacks,
		note: 'Documents without the time of the webhook carry the time when they were received.',
	},
	{
		id: 'elastic-flat',
		title: 'Elastic integration `zoom.webhook`, dotted column names (CSV of Kibana)',
		has: ['@timestamp', '"event.action"'],
		test: (document) => Object.keys(document).some((name) => name.startsWith('zoom.')),
		reshape: (document) => fromElastic(unflattened(document)),
		lacks,
	},
];
