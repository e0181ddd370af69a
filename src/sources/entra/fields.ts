import type { FieldMap } from '../../model/source.ts';

/**
 * Where the facts stand in Microsoft Graph's objects `directoryAudit`, `signIn`, `riskDetection` and in records of Graph activity.
 * Who acted, and upon what, is read in code. https://learn.microsoft.com/en-us/graph/api/resources/directoryaudit
 */
export const fields: FieldMap = {
	time: ['activityDateTime', 'createdDateTime', 'detectedDateTime', 'timeGenerated', 'time'],
	id: 'id',
	operation: ['activityDisplayName', 'operationName'],
	ip: ['initiatedBy.user.ipAddress', 'initiatedBy.app.ipAddress', 'ipAddress', 'callerIpAddress'],
	userAgent: ['userAgent', 'additionalDetails[key=User-Agent].value'],
	appId: 'appId',
	appName: 'appDisplayName',
	session: 'sessionId',
	token: ['uniqueTokenIdentifier', 'uniqueTokenId', 'signInActivityId'],
	tokenKind: 'incomingTokenType',
	device: ['deviceDetail.deviceId', 'deviceDetail.displayName'],
	country: 'location.countryOrRegion',
	city: 'location.city',
	asn: 'autonomousSystemNumber',
	scopes: ['scopes', 'roles'],
	bytes: 'responseSizeBytes',
	outcome: 'result',
};
