import type { JsonObject } from '../../model/json.ts';
import type { ActivityRule, ActivityTable } from '../../model/source.ts';
import { asText, member } from '../../read/fields.ts';
import { addDetails, each, when } from '../rules.ts';
import { commandHas, mailboxOf, parameter } from './mail.ts';

type Reader = NonNullable<ActivityRule['read']>;

/** Members and parameters that hold the words somebody searched for: the workloads do not agree on a name. */
const QUERY_MEMBERS = ['QueryText', 'SearchQueryText', 'SearchQuery', 'Query', 'ContentMatchQuery'] as const;

const search: Reader = (record, event) => {
	const parameters = member(record, 'Parameters');
	let query: string | undefined;
	for (const name of QUERY_MEMBERS) query ??= asText(member(record, name)) ?? parameter(parameters, name);
	addDetails(event, {
		query,
		case: asText(member(record, 'Case')) ?? asText(member(record, 'CaseName')) ?? parameter(parameters, 'Case'),
		search: parameter(parameters, 'Name') ?? parameter(parameters, 'SearchName') ?? asText(member(record, 'ObjectName')),
		locations:
			parameter(parameters, 'ExchangeLocation') ??
			parameter(parameters, 'SourceMailboxes') ??
			asText(member(record, 'ExchangeLocations')) ??
			asText(member(record, 'DataSources')),
	});
};

/** Exchange's own search of one mailbox, on servers of one's own and until 2020 in the cloud; with a mailbox to put it in, it copies what it found. */
const searchMailbox: Reader = (record, event, later) => {
	search(record, event, later);
	mailboxOf(record, event, parameter(member(record, 'Parameters'), 'Identity'));
};

const copiesFound = (record: JsonObject): boolean => commandHas(record, 'TargetMailbox') && !commandHas(record, 'LogOnly');

/** Searches of mail and files, and what is done with what they found. https://learn.microsoft.com/en-us/purview/audit-log-activities */
export const DISCOVERY: ActivityTable = {
	...each({ activity: 'mail.search', read: search }, [
		'SearchQueryInitiatedExchange',
		'SearchCreated',
		'SearchStarted',
		'SearchViewed',
		'SearchPreviewed',
		'ViewedSearchPreviewed',
		'AddQueryToWorkingSet',
		'AdminMailAccess',
		'New-ComplianceSearch',
		'Start-ComplianceSearch',
		'New-MailboxSearch',
		// eDiscovery since 2025 has names of its own.
		'PurviewSearchAdded',
		'PurviewSearchUpdated',
		'PurviewSearchViewed',
		'PurviewSearchStatisticsJobSubmitted',
		'PurviewSearchSampleJobSubmitted',
		'PurviewSearchAddToReviewSetJobSubmitted',
		'SampleResultsViewed',
	]),
	'Search-Mailbox': [
		{
			activity: 'file.export',
			when: when('it copies what it finds into another mailbox (TargetMailbox, not LogOnly)', copiesFound),
			read: searchMailbox,
			details: { mail: true },
		},
		{
			activity: 'admin.change',
			when: when('it deletes what it finds (DeleteContent)', (record) => commandHas(record, 'DeleteContent')),
			read: searchMailbox,
			details: { purge: true },
		},
		{ activity: 'mail.search', read: searchMailbox },
	],
	// Searches of SharePoint: files, not mail.
	...each({ activity: 'bulk.query', read: search }, ['SearchQueryInitiatedSharePoint', 'SearchQueryPerformed']),
	...each({ activity: 'file.export', read: search, details: { mail: true } }, [
		'SearchExported',
		'SearchExportDownloaded',
		'SearchResultExported',
		'PreviewItemDownloaded',
		'DownloadDocument',
		'ExportJob',
		'PurviewSearchExportJobSubmitted',
		'ReviewSetExportJobSubmitted',
	]),
	SearchResultsPurged: { activity: 'admin.change', read: search, details: { purge: true } },
	'New-ComplianceSearchAction': [
		{
			activity: 'file.export',
			when: when('it exports the results', (record) => commandHas(record, 'Export')),
			read: search,
			details: { mail: true },
		},
		{
			activity: 'admin.change',
			when: when('it purges the results', (record) => commandHas(record, 'Purge')),
			read: search,
			details: { purge: true },
		},
		{ activity: 'mail.search', read: search },
	],
};
