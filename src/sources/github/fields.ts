import type { FieldMap } from '../../model/source.ts';

/** Where the facts stand in a native record: flat keys, as the audit log API and the stream give them. */
export const fields: FieldMap = {
	time: ['@timestamp', 'created_at'],
	id: '_document_id',
	operation: 'action',
	actorId: 'actor',
	appId: ['application_client_id', 'oauth_application_id', 'integration_id'],
	appName: ['oauth_application_name', 'integration', 'oauth_application'],
	scopes: 'token_scopes',
	ip: ['actor_ip', 'actor_location.ip'],
	country: ['actor_location.country_code', 'actor_location.country_name'],
	city: 'actor_location.city',
	userAgent: 'user_agent',
	session: 'actor_session',
	token: ['hashed_token', 'token_id'],
	tokenKind: 'programmatic_access_type',
};
