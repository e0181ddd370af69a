import type { FieldMap } from '../../model/source.ts';

/** Where the facts stand in a record of one event, as `oneEvent` makes it: the activity's own members, `event`, and `parameters` by name. */
export const fields: FieldMap = {
	time: 'id.time',
	id: 'event.id',
	operation: 'event.name',
	actorId: ['actor.email', 'actor.profileId', 'actor.key'],
	appId: [
		'actor.applicationInfo.oauthClientId',
		'actor.applicationInfo.oAuthClientId',
		'parameters.client_id',
		'parameters.originating_app_id',
	],
	appName: ['actor.applicationInfo.applicationName', 'parameters.app_name'],
	ip: 'ipAddress',
	asn: 'networkInfo.ipAsn.0',
	country: 'networkInfo.regionCode',
	userAgent: 'parameters.user_agent',
	device: ['userDeviceInfo.deviceId', 'parameters.DEVICE_ID'],
	outcome: 'event.status.eventStatus',
	bytes: 'parameters.num_response_bytes',
};
