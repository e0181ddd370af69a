import type { FieldMap } from '../../model/source.ts';

/**
 * Where a LogEvent keeps its facts. debugData is documented as unstable: collectors write its keys in camelCase and in snake_case, both are read.
 * Source: https://developer.okta.com/docs/api/openapi/okta-management/management/tag/SystemLog/
 */
export const fields: FieldMap = {
	time: 'published',
	id: 'uuid',
	operation: 'eventType',
	actorId: ['actor.alternateId', 'actor.id'],
	actorName: 'actor.displayName',
	appId: ['target[type=AppInstance].id', 'target[type=PublicClientApp].id', 'client.id'],
	appName: ['target[type=AppInstance].displayName', 'target[type=PublicClientApp].displayName'],
	targetType: 'target.0.type',
	targetId: 'target.0.id',
	targetName: 'target.0.displayName',
	scopes: [
		'debugContext.debugData.grantedScopes',
		'debugContext.debugData.granted_scopes',
		'debugContext.debugData.requestedScopes',
		'debugContext.debugData.requested_scopes',
		'debugContext.debugData.scopes',
	],
	// In the body of an event hook the chain stands below `client`.
	ip: ['client.ipAddress', 'request.ipChain.0.ip', 'client.ipChain.0.ip'],
	asn: 'securityContext.asNumber',
	asOrg: ['securityContext.asOrg', 'securityContext.isp'],
	country: ['client.geographicalContext.country', 'request.ipChain.0.geographicalContext.country'],
	city: ['client.geographicalContext.city', 'request.ipChain.0.geographicalContext.city'],
	proxy: 'securityContext.isProxy',
	userAgent: 'client.userAgent.rawUserAgent',
	session: 'authenticationContext.externalSessionId',
	token: 'transaction.detail.requestApiTokenId',
	// The hash of the browser's device cookie is there for every browser; the device object only for enrolled devices.
	device: ['debugContext.debugData.dtHash', 'debugContext.debugData.dt_hash', 'device.id'],
	outcome: 'outcome.result',
};
