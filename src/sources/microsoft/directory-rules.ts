import type { ActivityRule, ActivityTable } from '../../model/source.ts';
import { addDetails, each, joinTables, when } from '../rules.ts';
import { byOther, type DirectoryReader, setObjectTarget, setUserTarget, targetUser } from './directory.ts';
import { grantRules } from './grant-rules.ts';
import { flag, listed, scalar } from './values.ts';

/**
 * What the operations of the Entra directory mean, by the name they have in Entra's own log (no full stop at the end):
 * https://learn.microsoft.com/en-us/entra/identity/monitoring-health/reference-audit-activities
 *
 * Taking somebody's access away without touching the account (sessions ended, password set by somebody else, licence taken) is
 * `account.lockout`; whatever changes how somebody proves who they are is `mfa.change`, with `byOther` where somebody else did it.
 */
export function directoryTable(read: DirectoryReader): ActivityTable {
	return joinTables(accountTable(read), credentialTable(read), roleTable(read), grantRules(read), policyTable(read))();
}

function accountTable(read: DirectoryReader): ActivityTable {
	const user = userReader(read);
	return {
		'Add user': {
			activity: 'account.create',
			read(record, event) {
				const view = read(record);
				setUserTarget(event, targetUser(view));
				if (scalar(view.changes.get('usertype')?.after)?.toLowerCase() === 'guest') {
					event.external = true;
					addDetails(event, { guest: true });
				}
			},
		},
		'Invite external user': {
			activity: 'account.create',
			details: { guest: true },
			read(record, event) {
				setUserTarget(event, targetUser(read(record)));
				event.external = true;
			},
		},
		'Disable account': { activity: 'account.disable', read: user },
		'Enable account': { activity: 'account.enable', read: user },
		'Restore user': { activity: 'account.enable', read: user, details: { restored: true } },
		'Delete user': { activity: 'account.delete', read: user },
		'Hard Delete user': { activity: 'account.delete', read: user, details: { hard: true } },
		'Delete external user': { activity: 'account.delete', read: user, details: { guest: true } },
		'Update user': changeRules(read),
	};
}

/** An update is what its changed properties say: the first that means something. */
function changeRules(read: DirectoryReader): readonly ActivityRule[] {
	const user = userReader(read);
	const enabled = (record: Parameters<DirectoryReader>[0], to: boolean) => {
		const change = read(record).changes.get('accountenabled');
		return change !== undefined && flag(change.after) === to && flag(change.before) !== to;
	};
	return [
		{
			activity: 'account.disable',
			when: when('AccountEnabled goes from true to false', (record) => enabled(record, false)),
			read: user,
		},
		{
			activity: 'account.enable',
			when: when('AccountEnabled goes from false to true', (record) => enabled(record, true)),
			read: user,
		},
		{
			activity: 'mfa.change',
			when: when('a StrongAuthentication property changes', (record) => strongAuthentication(read, record).length > 0),
			read(record, event) {
				const view = read(record);
				const changes = strongAuthentication(read, record);
				setUserTarget(event, targetUser(view));
				addDetails(event, {
					byOther: byOther(view),
					removed: changes.every(([, before, after]) => after < before) ? true : undefined,
					property: changes.map(([name]) => name).join(' '),
				});
			},
		},
		{ activity: 'other', read: user },
	];
}

function userReader(read: DirectoryReader): NonNullable<ActivityRule['read']> {
	return (record, event) => setUserTarget(event, targetUser(read(record)));
}

/** Name, entries before and entries after of each StrongAuthentication property that changed. */
function strongAuthentication(read: DirectoryReader, record: Parameters<DirectoryReader>[0]): [string, number, number][] {
	const found: [string, number, number][] = [];
	for (const [name, change] of read(record).changes) {
		if (!name.startsWith('strongauthentication') || change.before === change.after) continue;
		found.push([name, listed(change.before).length, listed(change.after).length]);
	}
	return found;
}

function credentialTable(read: DirectoryReader): ActivityTable {
	const mfa = (facts: Readonly<Record<string, boolean | string>> = {}): ActivityRule => ({
		activity: 'mfa.change',
		details: facts,
		read(record, event) {
			const view = read(record);
			setUserTarget(event, targetUser(view));
			addDetails(event, { byOther: byOther(view) });
		},
	});
	const lockout = (how: string, text: string): readonly ActivityRule[] => [
		{
			activity: 'account.lockout',
			when: when(text, (record) => byOther(read(record))),
			details: { how, byOther: true },
			read: (record, event) => setUserTarget(event, targetUser(read(record))),
		},
	];
	const own = (rule: ActivityRule): readonly ActivityRule[] => [
		...lockout('password reset', 'somebody else resets the password'),
		rule,
	];
	const password = mfa({ credential: 'password' });
	return {
		'Update StsRefreshTokenValidFrom Timestamp': lockout('sessions ended', 'somebody else ends the sessions'),
		'Change user license': licenceRule(read),
		'Reset user password': own(password),
		'Reset password': own(password),
		'Reset password (by admin)': own(password),
		'Reset password (self-service)': password,
		'Change user password': password,
		'Disable Strong Authentication': mfa({ removed: true }),
		'Enable Strong Authentication': mfa(),
		'User registered security info': mfa(),
		'User deleted security info': mfa({ removed: true }),
		'User changed default security info': mfa(),
		'User updated security info': mfa(),
		'Admin registered security info': mfa(),
		'Admin updated security info': mfa(),
		'Admin deleted security info': mfa({ removed: true }),
		'Create Temporary Access Pass method for user': mfa({ credential: 'temporary access pass' }),
		'Add Passkey (device-bound)': mfa({ credential: 'passkey' }),
		'Create application password for user': {
			activity: 'token.create',
			details: { kind: 'application password' },
			read: (record, event) => setUserTarget(event, targetUser(read(record))),
		},
	};
}

function licenceRule(read: DirectoryReader): ActivityRule {
	return {
		activity: 'account.lockout',
		when: when('a licence is taken away (AssignedLicense holds fewer)', (record) => {
			const change = read(record).changes.get('assignedlicense');
			return change !== undefined && listed(change.after).length < listed(change.before).length;
		}),
		details: { how: 'licence removed' },
		read(record, event) {
			const view = read(record);
			setUserTarget(event, targetUser(view));
			addDetails(event, { byOther: byOther(view) });
		},
	};
}

function roleTable(read: DirectoryReader): ActivityTable {
	const grant = (facts: Readonly<Record<string, string | boolean>> = {}): ActivityRule => ({
		activity: 'role.grant',
		details: facts,
		read(record, event) {
			const view = read(record);
			const role = view.targets.find((target) => target.type === 'role');
			const person = targetUser(view) ?? view.targets.find((target) => target !== role);
			setObjectTarget(event, person);
			addDetails(event, {
				role:
					scalar(view.changes.get('role.displayname')?.after) ??
					role?.name ??
					scalar(view.changes.get('role.wellknownobjectname')?.after) ??
					view.details.get('roledefinitionname'),
				roleTemplate: (
					scalar(view.changes.get('role.templateid')?.after) ?? view.details.get('roledefinitionoriginid')
				)?.toLowerCase(),
			});
		},
	});
	return {
		'Add member to role': grant(),
		'Add eligible member to role': grant({ eligible: true }),
		'Add scoped member to role': grant({ scoped: true }),
		'Add member to role scoped over Restricted Management Administrative Unit': grant({ scoped: true }),
		'Add EligibleRoleAssignment to RoleDefinition': grant({ eligible: true }),
		'Add role assignment to role definition': grant(),
		'Add member to role in PIM completed (permanent)': grant(),
		'Add member to role in PIM completed (timebound)': grant({ timebound: true }),
		'Add member to role completed (PIM activation)': grant({ activation: true }),
		'Add eligible member to role in PIM completed (permanent)': grant({ eligible: true }),
		'Add eligible member to role in PIM completed (timebound)': grant({ eligible: true, timebound: true }),
		'Add member to role outside of PIM (permanent)': grant({ outsidePim: true }),
		'User has elevated their access to User Access Administrator for their Azure Resources': {
			activity: 'role.grant',
			details: { role: 'User Access Administrator' },
			read: (record, event) => setUserTarget(event, targetUser(read(record))),
		},
	};
}

function policyTable(read: DirectoryReader): ActivityTable {
	const rule: ActivityRule = {
		activity: 'admin.change',
		read(record, event) {
			const view = read(record);
			setObjectTarget(event, view.targets[0]);
			const names = view.changes.get('included.updated.properties')?.after;
			addDetails(event, { changed: scalar(names) });
		},
	};
	return each(rule, [
		'Add policy',
		'Update policy',
		'Delete policy',
		'Update authorization policy',
		'Set domain authentication',
		'Set federation settings on domain',
		'Add unverified domain',
		'Add verified domain',
		'Verify domain',
		'Set Company Information',
		'Add Conditional Access policy',
		'Update Conditional Access policy',
		'Delete Conditional Access policy',
		'Update security defaults',
		'Add named location',
		'Update named location',
		'Delete named location',
		'Authentication Methods Policy Update',
		// What people may consent to by themselves.
		'Add permission grant policy',
		'Update permission grant policy',
		'Delete permission grant policy',
		// Whom the tenant trusts: partners with delegated administration, and other tenants.
		'Add partner to company',
		'Set Partnership',
		'Promote company to partner',
		'Add a partner to cross-tenant access setting',
		'Update a partner cross-tenant access setting',
		'Update the company default cross-tenant access setting',
		'Create a partner cross-tenant identity sync setting',
		'Update a partner cross-tenant identity sync setting',
	]);
}
