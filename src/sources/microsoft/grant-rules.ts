import type { EventDraft } from '../../model/event.ts';
import type { JsonObject } from '../../model/json.ts';
import type { ActivityRule, ActivityTable, EventReader } from '../../model/source.ts';
import { asObjects, asText, member } from '../../read/fields.ts';
import { addDetails, each, when } from '../rules.ts';
import { parseConsent, scopesOf, splitScopes } from './consent.ts';
import { type DirectoryReader, type DirectoryTarget, type DirectoryView, isJustInTime, setApp, targetApp } from './directory.ts';
import { scopeName } from './scopes.ts';
import { decoded, flag, isGuid, listed, scalar } from './values.ts';

/** Operations by which an application comes into the tenant, receives permissions, or receives credentials. */
export function grantRules(read: DirectoryReader): ActivityTable {
	return { ...installRules(read), ...permissionRules(read), ...keyRules(read) };
}

function installRules(read: DirectoryReader): ActivityTable {
	return {
		'Add service principal': {
			activity: 'app.install',
			when: when('it is not Microsoft setting up one of its own applications', (record) => !isJustInTime(read(record))),
			read: (record, event) => setApp(event, newPrincipal(read(record))),
		},
		'Add app role assignment grant to user': {
			activity: 'app.install',
			read: (record, event) => setApp(event, targetApp(read(record))),
		},
		...each({ activity: 'other', read: (record, event) => requested(read(record), event) }, ['Add application']),
	};
}

function permissionRules(read: DirectoryReader): ActivityTable {
	const delegated: NonNullable<ActivityRule['read']> = (record, event) => delegatedGrant(read(record), event);
	return {
		'Consent to application': { activity: 'app.grant', read: (record, event) => consent(read(record), event) },
		...each({ activity: 'app.grant', read: delegated }, [
			'Add delegated permission grant',
			'Add OAuth2PermissionGrant',
			'Add delegation entry',
		]),
		...each(
			{
				activity: 'app.grant',
				when: when('more scopes stand after it than before', (record) => addedScopes(read(record)).length > 0),
				read: delegated,
			},
			['Remove delegated permission grant', 'Remove OAuth2PermissionGrant', 'Set delegation entry'],
		),
		'Add app role assignment to service principal': {
			activity: 'app.grant',
			details: { appOnly: true },
			read(record, event) {
				const { changes, targets } = read(record);
				const id = scalar(changes.get('approle.id')?.after);
				const scope = scalar(changes.get('approle.value')?.after) ?? (id === undefined ? undefined : (scopeName(id) ?? id));
				const resource = targets[0]?.name;
				setApp(event, client(read(record)));
				if (scope !== undefined) event.scopes = [scope];
				addDetails(event, { resource });
			},
		},
	};
}

function keyRules(read: DirectoryReader): ActivityTable {
	const keys = (record: JsonObject) => addedKeys(read(record));
	const rule: ActivityRule = {
		activity: 'credential.add',
		when: when('the key list holds a key that was not there before', (record) => keys(record).length > 0),
		read(record, event) {
			setApp(event, targetApp(read(record)));
			addDetails(event, { keys: keys(record).length, keyType: keyType(keys(record)) });
		},
	};
	const app: EventReader = (record, event) => setApp(event, targetApp(read(record)));
	const always: ActivityRule = {
		activity: 'credential.add',
		read(record, event) {
			app(record, event);
			addDetails(event, { keyType: keyType(keys(record)) });
		},
	};
	const owner: ActivityRule = { activity: 'credential.add', details: { kind: 'owner' }, read: ownerOf(read) };
	return {
		'Update application - Certificates and secrets management': rule,
		'Update service principal': rule,
		'Update application': [rule, { activity: 'other', read: (record, event) => requested(read(record), event) }],
		'Add service principal credentials': always,
		'Add federated identity credential': { ...always, details: { keyType: 'federated' }, read: app },
		'Add owner to application': owner,
		'Add owner to service principal': owner,
	};
}

/** The owner is the target of the record; the application stands among the changes. */
function ownerOf(read: DirectoryReader): NonNullable<ActivityRule['read']> {
	return (record, event) => {
		const view = read(record);
		const { changes, targets } = view;
		const id = scalar((changes.get('application.objectid') ?? changes.get('serviceprincipal.objectid'))?.after);
		const name = scalar((changes.get('application.displayname') ?? changes.get('serviceprincipal.displayname'))?.after);
		const appId = scalar((changes.get('application.appid') ?? changes.get('serviceprincipal.appid'))?.after);
		const owner = targets.find((target) => target.type === 'user');
		setApp(event, targetApp(view) ?? target({ id, name, appId }));
		addDetails(event, { owner: (owner?.upn ?? owner?.id)?.toLowerCase() });
	};
}

function consent(view: DirectoryView, event: EventDraft): void {
	const { changes } = view;
	const { before, after } = parseConsent(asText(decoded(changes.get('consentaction.permissions')?.after)) ?? '');
	const known = new Set(before.map((grant) => JSON.stringify(grant)));
	const fresh = after.filter((grant) => !known.has(JSON.stringify(grant)));
	const held = new Set(scopesOf(before));
	const gained = scopesOf(fresh).filter((scope) => !held.has(scope));
	// An incremental consent repeats the old list: the new scope stands only in the grant record beside it.
	const scopes = gained.length > 0 ? gained : scopesOf(fresh.length > 0 ? fresh : after);
	setApp(event, targetApp(view));
	if (scopes.length > 0) event.scopes = scopes;
	const everybody = (fresh.length > 0 ? fresh : after).some((grant) => grant.tenantWide);
	addDetails(event, {
		adminConsent: flag(changes.get('consentcontext.isadminconsent')?.after),
		tenantWide: everybody || (flag(changes.get('consentcontext.onbehalfofall')?.after) ?? (after.length > 0 ? false : undefined)),
		appOnly: flag(changes.get('consentcontext.isapponly')?.after) === true ? true : undefined,
		incremental: after.length > 0 && fresh.length === 0 ? true : undefined,
		reason: scalar((changes.get('consentaction.reason') ?? changes.get('methodexecutionresult.'))?.after),
	});
}

function delegatedGrant(view: DirectoryView, event: EventDraft): void {
	const { changes, targets } = view;
	const gained = addedScopes(view);
	const scopes = gained.length > 0 ? gained : splitScopes(scalar(changes.get('delegatedpermissiongrant.scope')?.after));
	const type = scalar(changes.get('delegatedpermissiongrant.consenttype')?.after)?.toLowerCase();
	setApp(event, client(view));
	if (scopes.length > 0) event.scopes = scopes;
	addDetails(event, {
		tenantWide: type === undefined ? undefined : type === 'allprincipals',
		resource: targets.find((target) => target.type === 'serviceprincipal' || target.type === '')?.name,
	});
}

function addedScopes(view: DirectoryView): readonly string[] {
	const change = view.changes.get('delegatedpermissiongrant.scope');
	const before = new Set(splitScopes(scalar(change?.before)));
	return splitScopes(scalar(change?.after)).filter((scope) => !before.has(scope));
}

/** The application that receives a grant: the record's own target is the API. */
function client(view: DirectoryView): DirectoryTarget | undefined {
	const { changes } = view;
	return target({
		id: scalar(changes.get('serviceprincipal.objectid')?.after),
		appId: scalar(changes.get('serviceprincipal.appid')?.after),
		name: scalar(changes.get('serviceprincipal.displayname')?.after) ?? scalar(changes.get('serviceprincipal.name')?.after),
	});
}

function newPrincipal(view: DirectoryView): DirectoryTarget | undefined {
	const { changes } = view;
	const known = targetApp(view);
	const appId = scalar(changes.get('appprincipalid')?.after) ?? known?.appId ?? view.details.get('appid');
	const name = scalar(changes.get('displayname')?.after) ?? known?.name;
	return target({ id: known?.id, name, appId: appId !== undefined && isGuid(appId) ? appId : known?.appId });
}

function target(facts: {
	id: string | undefined;
	name: string | undefined;
	appId: string | undefined;
}): DirectoryTarget | undefined {
	const { id, name, appId } = facts;
	if (id === undefined && name === undefined && appId === undefined) return undefined;
	return {
		type: 'serviceprincipal',
		...(id !== undefined && { id }),
		...(name !== undefined && { name }),
		...(appId !== undefined && { appId }),
	};
}

/** Permissions that an application asks for, not yet granted, into `details.requested`. */
function requested(view: DirectoryView, event: EventDraft): void {
	setApp(event, targetApp(view));
	const names: string[] = [];
	for (const resource of asObjects(decoded(view.changes.get('requiredresourceaccess')?.after))) {
		for (const permission of asObjects(member(resource, 'RequiredAppPermissions'))) {
			const id = asText(member(permission, 'EntitlementId'));
			if (id !== undefined) names.push(scopeName(id) ?? id);
		}
	}
	if (names.length > 0) addDetails(event, { requested: names.join(' ') });
}

/** Credentials that an operation added to an application: entries of the key list that were not there before. */
function addedKeys(view: DirectoryView): readonly string[] {
	return ['keydescription', 'federatedidentitycredentials'].flatMap((name) => {
		const change = view.changes.get(name);
		const before = new Set(listed(change?.before).map(keyId));
		return listed(change?.after).filter((key) => !before.has(keyId(key)));
	});
}

// An entry whose display name was edited is no new key.
function keyId(key: string): string {
	const at = key.indexOf('KeyIdentifier=');
	return at === -1 ? key : (key.slice(at).split(/[,\]]/, 1)[0] ?? key);
}

/** `Password`, `AsymmetricX509Cert` … out of `[KeyIdentifier=…,KeyType=Password,KeyUsage=Verify,DisplayName=…]`. */
function keyType(keys: readonly string[]): string | undefined {
	const [key = ''] = keys;
	const at = key.indexOf('KeyType=');
	return at === -1 ? undefined : (key.slice(at + 8).split(/[,\]]/, 1)[0] ?? undefined);
}
