import type { FieldMap } from '../../model/source.ts';

/**
 * Where the facts stand in a record of the unified audit log:
 * https://learn.microsoft.com/en-us/office/office-365-management-api/office-365-management-activity-api-schema
 * Actor, application and target differ by workload and are read in code.
 */
export const fields: FieldMap = {
	time: 'CreationTime',
	id: 'Id',
	operation: 'Operation',
	actorId: 'UserId',
	ip: ['ClientIPAddress', 'ClientIP', 'ActorIpAddress', 'ActorIP'],
	userAgent: ['UserAgent', 'ExtendedProperties[Name=UserAgent].Value'],
	session: ['SessionId', 'DeviceProperties[Name=SessionId].Value', 'AppAccessContext.AADSessionId'],
	token: 'AppAccessContext.UniqueTokenId',
	tokenKind: ['TokenType', 'AuthType'],
	device: ['DeviceProperties[Name=Id].Value', 'DeviceId', 'MachineId', 'DeviceProperties[Name=DisplayName].Value'],
	outcome: 'ResultStatus',
	bytes: ['FileSizeBytes', 'FileSyncBytesCommitted', 'Item.SizeInBytes'],
	// The log itself has no places; some exports add them.
	country: 'CountryCode',
	city: 'City',
	asn: 'Asn',
	asOrg: 'ISP',
	proxy: 'IsAnonymousProxy',
};

/** Members that hold a list or an object and that tables and CSV files carry as JSON text. */
export const JSON_MEMBERS: readonly string[] = [
	'Actor',
	'AffectedItems',
	'AppAccessContext',
	'DestFolder',
	'DeviceProperties',
	'ExtendedProperties',
	'ExtraProperties',
	'Folder',
	'Folders',
	'Item',
	'Members',
	'Messages',
	'ModifiedProperties',
	'OperationProperties',
	'Parameters',
	'Target',
];
