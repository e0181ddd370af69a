import type { FieldMap } from '../../model/source.ts';

/** Where the facts stand in a native event; the target depends on the shape of `source` and is read in details.ts. */
export const fields: FieldMap = {
	time: 'created_at',
	id: 'event_id',
	operation: 'event_type',
	actorId: ['created_by.login', 'created_by.id'],
	actorName: 'created_by.name',
	appId: 'additional_details.service_id',
	appName: 'additional_details.service_name',
	ip: 'ip_address',
	session: 'session_id',
	token: 'additional_details.access_token_identifier',
	bytes: ['additional_details.size', 'source.size'],
};
