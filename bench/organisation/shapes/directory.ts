import type { Person } from '../staff.ts';
import { type App, agentOf, type Seat, type World, write } from '../world.ts';

type Property = readonly [name: string, value: string, old?: string];

/** A record of the Entra directory in the unified audit log (record type 8). */
function directory(
	world: World,
	seat: Seat,
	time: number,
	operation: string,
	facts: { object: string; category: string; target: unknown; properties: readonly Property[]; correlation?: string },
): void {
	const { person, place, device } = seat;
	write(world, 'm365', time, {
		CreationTime: new Date(time).toISOString().slice(0, 19),
		Id: world.random.guid(),
		Operation: operation,
		OrganizationId: '7f0e1d2c-3b4a-4958-8677-889900aabbcc',
		RecordType: 8,
		ResultStatus: 'Success',
		UserKey: `${person.puid}@example.com`,
		UserType: 0,
		Version: 1,
		Workload: 'AzureActiveDirectory',
		ClientIP: place.ip,
		ObjectId: facts.object,
		UserId: person.email,
		AzureActiveDirectoryEventType: 1,
		ExtendedProperties: [
			{ Name: 'additionalDetails', Value: JSON.stringify({ 'User-Agent': agentOf(world, device, time) }) },
			{ Name: 'extendedAuditEventCategory', Value: facts.category },
		],
		ModifiedProperties: facts.properties.map(([Name, NewValue, OldValue = '']) => ({ Name, NewValue, OldValue })),
		Actor: [
			{ ID: person.email, Type: 5 },
			{ ID: person.puid, Type: 3 },
			{ ID: `User_${person.guid}`, Type: 2 },
			{ ID: person.guid, Type: 2 },
			{ ID: 'User', Type: 2 },
		],
		ActorContextId: '7f0e1d2c-3b4a-4958-8677-889900aabbcc',
		ActorIpAddress: place.ip,
		InterSystemsId: facts.correlation ?? world.random.guid(),
		IntraSystemId: world.random.guid(),
		SupportTicketId: '',
		Target: facts.target,
		TargetContextId: '7f0e1d2c-3b4a-4958-8677-889900aabbcc',
	});
}

function appTarget(app: App): unknown {
	return [
		{ ID: `ServicePrincipal_${app.principal}`, Type: 2 },
		{ ID: app.principal, Type: 2 },
		{ ID: 'ServicePrincipal', Type: 2 },
		{ ID: app.name, Type: 1 },
		{ ID: app.id, Type: 2 },
		{ ID: app.id, Type: 4 },
	];
}

function userTarget(person: Person): unknown {
	return [
		{ ID: `User_${person.guid}`, Type: 2 },
		{ ID: person.guid, Type: 2 },
		{ ID: 'User', Type: 2 },
		{ ID: person.email, Type: 5 },
		{ ID: person.puid, Type: 3 },
	];
}

/** Somebody lets an application act for them, or for everybody (`tenant`): the three records of one click. */
export function consent(world: World, seat: Seat, time: number, app: App, scopes: readonly string[], tenant = false): void {
	const correlation = world.random.guid();
	const { person } = seat;
	const text = `[] => [[Id: ${world.random.code(24)}, ClientId: ${app.principal}, PrincipalId: ${tenant ? '' : person.guid}, ResourceId: 0c9d8e7f-6a5b-4c3d-8e2f-1a0b9c8d7e6f, ConsentType: ${tenant ? 'AllPrincipals' : 'Principal'}, Scope:  ${scopes.join(' ')}, CreatedDateTime: , LastModifiedDateTime ]]; `;
	directory(world, seat, time - 900, 'Add service principal.', {
		object: app.id,
		category: 'ServicePrincipal',
		target: appTarget(app),
		correlation,
		properties: [
			['AccountEnabled', '[\r\n  true\r\n]', '[]'],
			['AppPrincipalId', `[\r\n  "${app.id}"\r\n]`, '[]'],
			['DisplayName', `[\r\n  "${app.name}"\r\n]`, '[]'],
		],
	});
	directory(world, seat, time - 300, 'Add delegated permission grant.', {
		object: GRAPH_PRINCIPAL,
		category: 'ServicePrincipal',
		correlation,
		target: [
			{ ID: 'ServicePrincipal_0c9d8e7f-6a5b-4c3d-8e2f-1a0b9c8d7e6f', Type: 2 },
			{ ID: '0c9d8e7f-6a5b-4c3d-8e2f-1a0b9c8d7e6f', Type: 2 },
			{ ID: 'ServicePrincipal', Type: 2 },
			{ ID: 'Microsoft Graph', Type: 1 },
		],
		properties: [
			['DelegatedPermissionGrant.Scope', scopes.join(' ')],
			['DelegatedPermissionGrant.ConsentType', tenant ? 'AllPrincipals' : 'Principal'],
			['ServicePrincipal.ObjectID', app.principal],
		],
	});
	directory(world, seat, time, 'Consent to application.', {
		object: app.id,
		category: 'ServicePrincipal',
		target: appTarget(app),
		correlation,
		properties: [
			['ConsentContext.IsAdminConsent', tenant ? 'True' : 'False'],
			['ConsentContext.IsAppOnly', 'False'],
			['ConsentContext.OnBehalfOfAll', tenant ? 'True' : 'False'],
			['ConsentContext.Tags', 'WindowsAzureActiveDirectoryIntegratedApp'],
			['ConsentAction.Permissions', text],
			['TargetId.ServicePrincipalNames', app.id],
		],
	});
}

const GRAPH_PRINCIPAL = 'https://graph.microsoft.com;00000003-0000-0000-c000-000000000000';

/** An administrator gives an application a permission of its own, without a person: one record a role. */
export function appRoles(world: World, seat: Seat, time: number, app: App, roles: readonly string[]): void {
	for (const [at, role] of roles.entries()) {
		directory(world, seat, time + at * 1_000, 'Add app role assignment to service principal.', {
			object: GRAPH_PRINCIPAL,
			category: 'ServicePrincipal',
			target: [
				{ ID: 'ServicePrincipal_0c9d8e7f-6a5b-4c3d-8e2f-1a0b9c8d7e6f', Type: 2 },
				{ ID: 'Microsoft Graph', Type: 1 },
			],
			properties: [
				['AppRole.Value', role],
				['AppRole.DisplayName', role],
				['AppRoleAssignment.CreatedDateTime', ''],
				['ServicePrincipal.ObjectID', app.principal],
				['ServicePrincipal.DisplayName', app.name],
				['ServicePrincipal.AppId', app.id],
				['ServicePrincipal.Name', app.id],
			],
		});
	}
}

/** A new secret for an application; the operation is spelt with an en dash and a trailing blank. */
export function appSecret(world: World, seat: Seat, time: number, app: App): void {
	directory(world, seat, time, 'Update application – Certificates and secrets management ', {
		object: app.id,
		category: 'Application',
		target: [
			{ ID: `Application_${app.principal}`, Type: 2 },
			{ ID: app.principal, Type: 2 },
			{ ID: 'Application', Type: 2 },
			{ ID: app.name, Type: 1 },
		],
		properties: [
			['KeyDescription', `["[KeyIdentifier=${world.random.guid()},KeyType=Password,KeyUsage=Verify,DisplayName=key]"]`, '[]'],
			['Included Updated Properties', 'KeyDescription'],
		],
	});
}

/** `Disable account.`, `Delete user.`, `Update user.` … of somebody. */
export function accountChange(world: World, seat: Seat, time: number, operation: string, target: Person): void {
	directory(world, seat, time, operation, {
		object: target.email,
		category: 'User',
		target: userTarget(target),
		properties:
			operation === 'Disable account.'
				? [
						['AccountEnabled', '[\r\n  false\r\n]', '[\r\n  true\r\n]'],
						['Included Updated Properties', 'AccountEnabled'],
					]
				: [['Included Updated Properties', '']],
	});
}

export function roleGrant(world: World, seat: Seat, time: number, role: string, target: Person): void {
	directory(world, seat, time, 'Add member to role.', {
		object: target.email,
		category: 'Role',
		target: userTarget(target),
		properties: [
			['Role.ObjectID', world.random.guid()],
			['Role.DisplayName', role],
			['Role.TemplateId', world.random.guid()],
			['Role.WellKnownObjectName', role.replaceAll(' ', '')],
		],
	});
}
