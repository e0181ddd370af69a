import type { Tier } from '../../model/source.ts';

// Names: developer.box.com, "Scopes". The tiers are our judgement. No Box event carries a scope: they serve app inventories.
const SCOPES: Readonly<Record<string, Tier>> = {
	manage_enterprise_properties: 1,
	enterprise_content: 1,
	manage_managed_users: 1,
	manage_groups: 1,
	'as-user': 1,
	root_readwrite: 2,
	root_readonly: 2,
	manage_data_retention: 2,
	manage_legal_hold: 2,
	manage_legal_holds: 2,
	manage_webhook: 2,
	manage_triggers: 2,
	manage_app_users: 2,
	'sign_requests.readwrite': 3,
	'ai.readwrite': 3,
	item_download: 3,
	item_upload: 3,
	item_share: 3,
	item_delete: 3,
	item_rename: 0,
	item_preview: 0,
	base_explorer: 0,
	base_preview: 0,
	base_upload: 0,
	base_picker: 0,
	base_sidebar: 0,
	annotation_edit: 0,
	annotation_view_all: 0,
	annotation_view_self: 0,
};

const ROLES: Readonly<Record<string, Tier>> = {
	admin: 1,
	coadmin: 1,
	'co-admin': 1,
	owner: 2,
	'co-owner': 2,
	editor: 3,
	user: 0,
	viewer: 0,
	previewer: 0,
	uploader: 0,
	'previewer uploader': 0,
	'viewer uploader': 0,
};

/** Tier of an OAuth scope. */
export function scopeTier(scope: string): Tier | undefined {
	const name = scope.trim().toLowerCase();
	return Object.hasOwn(SCOPES, name) ? SCOPES[name] : undefined;
}

/** Tier of an enterprise role or of a collaborator's role on one item. */
export function roleTier(role: string): Tier | undefined {
	const name = role.trim().toLowerCase();
	return Object.hasOwn(ROLES, name) ? ROLES[name] : undefined;
}
