import type { Format } from '../../model/source.ts';
import { asText } from '../../read/fields.ts';
import { renameColumns } from '../reshape.ts';

const PARTS: readonly (readonly [prefix: string, path: string, members: string])[] = [
	['', '', 'event_type event_id created_at recorded_at ip_address session_id'],
	['created_by_', 'created_by.', 'id login name type'],
	['accessible_by_', 'accessible_by.', 'id login name type'],
	['action_by_', 'action_by.', 'id login name type'],
	[
		'source_',
		'source.',
		'item_type item_id item_name file_id file_name folder_id folder_name user_id user_name user_email type id name login status size',
	],
	['source_parent_', 'source.parent.', 'id name type'],
	['source_owned_by_', 'source.owned_by.', 'id login name type'],
	['source_classification_', 'source.classification.', 'name'],
	[
		'additional_details_',
		'additional_details.',
		'service_id service_name size version_id access_token_identifier shared_link_id role collab_id is_performed_by_admin type group_id group_name ekm_id',
	],
];

const COLUMNS: Readonly<Record<string, string>> = {
	...Object.fromEntries(
		PARTS.flatMap(([prefix, path, members]) => members.split(' ').map((name) => [prefix + name, path + name] as const)),
	),
	additional_details: 'additional_details',
	// Where the creation time has no column of its own.
	timegenerated: 'created_at',
	_time: 'created_at',
};

const fromUnderscores = renameColumns(COLUMNS, { stripTypeSuffix: true, stripUtcSuffix: true, json: ['additional_details'] });

/** Column names of the `BoxEvents` function that the Sentinel solution installs. */
const fromParser = renameColumns(
	{
		EventEndTime: 'created_at',
		TimeGenerated: 'created_at',
		EventOriginalUid: 'event_id',
		EventType: 'event_type',
		SrcUserUpn: 'created_by.login',
		SrcUserId: 'created_by.id',
		SrcUserSid: 'created_by.id',
		SrcUserName: 'created_by.name',
		SrcIpAddr: 'ip_address',
		FileSize: 'additional_details.size',
		AdditionalDetailsServiceId: 'additional_details.service_id',
		AdditionalDetailsServiceName: 'additional_details.service_name',
		AdditionalDetailsAccessTokenIdentifier: 'additional_details.access_token_identifier',
		AdditionalDetailsSharedLinkId: 'additional_details.shared_link_id',
		AdditionalDetailsRole: 'additional_details.role',
		AdditionalDetailsGroupName: 'additional_details.group_name',
		SourceItemType: 'source.item_type',
		SourceItemId: 'source.item_id',
		SourceItemName: 'source.item_name',
		SourceType: 'source.type',
		SourceId: 'source.id',
		SourceName: 'source.name',
		SourceLogin: 'source.login',
		AccessibleByLogin: 'accessible_by.login',
	},
	{ stripUtcSuffix: true },
);

/** Tables of SIEMs: one column a fact. */
export const flattened: readonly Format[] = [
	{
		id: 'sentinel',
		title: 'Microsoft Sentinel table BoxEvents_CL',
		has: ['event_type_s', 'created_by_login_s'],
		reshape: fromUnderscores,
	},
	{
		id: 'underscored',
		title: 'Tables with `created_by_login` and the like: BoxEventsV2_CL, BoxEvents_CL without type suffixes, Splunk',
		has: ['event_type', 'created_by_login'],
		test: (record) => asText(record['event_type']) !== undefined,
		reshape: fromUnderscores,
		note: 'The time is the event’s own only where the table keeps it: otherwise when it was ingested.',
	},
	{
		id: 'sentinel-parser',
		title: 'Microsoft Sentinel function BoxEvents',
		has: ['EventType', 'SrcUserUpn', 'EventEndTime'],
		test: (record) =>
			asText(record['EventProduct']) === undefined ||
			/box/i.test(`${asText(record['EventProduct'])} ${asText(record['EventVendor'])}`),
		reshape: fromParser,
		lacks: ['id', 'session'],
	},
];
