import type { FieldMap } from '../../model/source.ts';

/** Where the facts stand in an entry of the Audit Logs API; the target depends on `entity.type` and is read in details.ts. */
export const fields: FieldMap = {
	time: 'date_create',
	id: 'id',
	operation: 'action',
	actorId: ['actor.user.email', 'actor.user.id'],
	actorName: 'actor.user.name',
	appId: 'context.app.id',
	appName: 'context.app.name',
	ip: 'context.ip_address',
	country: 'context.country',
	userAgent: 'context.ua',
	session: 'context.session_id',
	items: 'count',
};
