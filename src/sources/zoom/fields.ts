import type { FieldMap } from '../../model/source.ts';

/**
 * Zoom has no one audit log: rows of two reports, bodies of webhooks, and lists of the app marketplace stand side by side.
 * `event` is the webhook's own name; for a row of the operation report it is `<category> / <action>`, for other rows what they stand for.
 * Sources: https://developers.zoom.us/docs/api/ (Reports), https://developers.zoom.us/docs/api/webhooks/
 */
export const fields: FieldMap = {
	time: [
		'event_ts',
		'time',
		'payload.event_ts',
		'payload.time_stamp',
		'payload.deauthorization_time',
		'payload.object.date_time',
		'approval_info.approved_time',
		'request_date_time',
	],
	id: 'trace_id',
	operation: 'event',
	actorId: [
		'operator',
		'email',
		'payload.operator',
		'payload.operator_id',
		'payload.user_id',
		'request_user_email',
		'request_user_id',
	],
	appId: ['payload.client_id', 'app_id'],
	appName: ['payload.app_name', 'app_name'],
	targetId: ['payload.object.email', 'payload.object.id', 'payload.object.uuid'],
	targetName: ['payload.object.name', 'payload.object.topic'],
	ip: 'ip_address',
	// The reports name the client with one word; there is no user agent.
	userAgent: ['client_type', 'payload.object.client_type'],
	bytes: ['payload.object.file.file_size', 'payload.object.total_size'],
};
