import type { Tier } from '../../model/source.ts';

/** Name, tier when an application holds it without a person, tier when it acts for a person, and the two ids; '' where there is none. */
type Permission = readonly [name: string, app: Tier | undefined, delegated: Tier | undefined, appId: string, delegatedId: string];

/**
 * Permissions of Microsoft Graph and Exchange Online that matter. Ids from
 * https://learn.microsoft.com/en-us/graph/permissions-reference; the tiers are our judgement:
 * 1 takes the tenant over or reads all mail or files, 2 broad reading or writing of identities, 3 one person's data, 0 harmless alone.
 */
const PERMISSIONS: readonly Permission[] = [
	['RoleManagement.ReadWrite.Directory', 1, 1, '9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8', 'd01b97e9-cbc0-49fe-810a-750afd5527a3'],
	['AppRoleAssignment.ReadWrite.All', 1, 1, '06b708a9-e830-4db3-a914-8e69da51d44f', '84bccea3-f856-4a8a-967b-dbe0a3d53a64'],
	['Application.ReadWrite.All', 1, 1, '1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9', 'bdfbf15f-ee85-4955-8675-146e8e5296b5'],
	['Application.ReadWrite.OwnedBy', 2, undefined, '18a4783c-866b-4cc7-a460-3d5e5662c884', ''],
	[
		'DelegatedPermissionGrant.ReadWrite.All',
		1,
		1,
		'8e8e4742-1d95-4f68-9d56-6ee75648c72a',
		'41ce6ca6-6826-4807-84f1-1c82854f7ee5',
	],
	['Directory.ReadWrite.All', 1, 2, '19dbc75e-c2e2-444c-a770-ec69d8559fc7', 'c5366453-9fb0-48a5-a156-24f0c49a4b84'],
	['Directory.AccessAsUser.All', undefined, 2, '', '0e263e50-5827-48a4-b97c-d940288653c7'],
	['Directory.Read.All', 3, 3, '7ab1d382-f21e-4acd-a863-ba3e13f7da61', '06da0dbc-49e2-44d2-8312-53f166ab848a'],
	[
		'RoleAssignmentSchedule.ReadWrite.Directory',
		1,
		1,
		'dd199f4a-f148-40a4-a2ec-f0069cc799ec',
		'8c026be3-8e26-4774-9372-8d5d6f21daff',
	],
	[
		'RoleEligibilitySchedule.ReadWrite.Directory',
		1,
		1,
		'fee28b28-e1f3-4841-818e-2704dc62245f',
		'62ade113-f8e0-4bf9-a6ba-5acb31db32fd',
	],
	[
		'PrivilegedAccess.ReadWrite.AzureADGroup',
		1,
		1,
		'2f6817f8-7b12-4f0f-bc18-eeaf60705a9e',
		'32531c59-1f32-461f-b8df-6f8a3b89f73b',
	],
	[
		'PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup',
		1,
		1,
		'41202f2c-f7ab-45be-b001-85c9728b9d69',
		'06dbc45d-6708-4ef0-a797-f797ee68bf4b',
	],
	['RoleManagement.ReadWrite.Exchange', 1, 1, '025d3225-3f02-4882-b4c0-cd5b541a4e80', 'c1499fe0-52b1-4b22-bed2-7a244e0e879f'],
	[
		'UserAuthenticationMethod.ReadWrite.All',
		1,
		2,
		'50483e42-d915-4231-9639-7fdb7fd190e5',
		'b7887744-6746-4312-813d-72daeaee7e2d',
	],
	['Policy.ReadWrite.ConditionalAccess', 1, 2, '01c0a623-fc9b-48e9-b794-0756f8e8f067', 'ad902697-1014-4ef5-81ef-2b4301988e8c'],
	['Policy.ReadWrite.PermissionGrant', 1, 2, 'a402ca1c-2696-4531-972d-6e5ee4aa11ea', '2672f8bb-fd5e-42e0-85e1-ec764dd2614e'],
	['Policy.ReadWrite.AuthenticationMethod', 1, 2, '29c18626-4985-4dcd-85c0-193eef327366', '7e823077-d88e-468f-a337-e18f1f0e6c7c'],
	['Policy.ReadWrite.Authorization', 1, 2, 'fb221be6-99f2-473f-bd32-01c6a0e9ca3b', 'edd3c878-b384-41fd-95ad-e7407dd775be'],
	['Domain.ReadWrite.All', 1, 1, '7e05723c-0bb0-42da-be95-ae9f08a6e53c', '0b5d694c-a244-4bde-86e6-eb5cd07730fe'],
	['Organization.ReadWrite.All', 1, 2, '292d869f-3427-49a8-9dab-8c70152b74e9', '46ca0847-7e6b-426e-9775-ea810a948356'],
	['Synchronization.ReadWrite.All', 1, 2, '9b50c33d-700f-43b1-b2eb-87e89b703581', '7bb27fa3-ea8f-4d67-a916-87715b6188bd'],
	['User.ReadWrite.All', 2, 2, '741f803b-c850-494e-b5df-cde7c675a1ca', '204e0828-b5ca-4ad8-b9f3-f32a958e7cc4'],
	['User.EnableDisableAccount.All', 2, 2, '3011c876-62b7-4ada-afa2-506cbbecc68c', 'f92e74e7-2563-467f-9dd0-902688cb5863'],
	['User.DeleteRestore.All', 2, 2, 'eccc023d-eccf-4e7b-9683-8813ab36cecc', '4bb440cd-2cf2-4f90-8004-aa2acd2537c5'],
	['User-PasswordProfile.ReadWrite.All', 1, 2, 'cc117bb9-00cf-4eb8-b580-ea2a878fe8f7', '56760768-b641-451f-8906-e1b8ab31bca7'],
	['Group.ReadWrite.All', 1, 2, '62a82d76-70ea-41e2-9197-370581804d09', '4e46008b-f24c-477d-8fff-7bb4ec7aafe0'],
	['GroupMember.ReadWrite.All', 1, 2, 'dbaae8cf-10b5-4b86-a4a1-f871c94c6695', 'f81125ac-d3b7-4573-a3b2-7099cc39df9e'],
	[
		'DeviceManagementConfiguration.ReadWrite.All',
		1,
		2,
		'9241abd9-d0e6-425a-bd4f-47ba86e767a4',
		'0883f392-0a7a-443d-8c76-16a6d39c7b63',
	],
	['Mail.ReadWrite', 1, 3, 'e2a3a72e-5f79-4c64-b1b1-878b674786c9', '024d486e-b451-40bb-833d-3e66d98c5c73'],
	['Mail.Read', 1, 3, '810c84a8-4a9e-49e6-bf7d-12d183f40d01', '570282fd-fa5c-430d-a7fd-fc8dc98a9dca'],
	['Mail.ReadBasic.All', 2, undefined, '693c5e45-0940-467d-9b8a-1022fb9d42ef', ''],
	['Mail.Send', 1, 3, 'b633e1c5-b582-4048-a93e-9f11b44c7e96', 'e383f46e-2787-4529-855e-0e479a3ffac0'],
	['Mail.Read.Shared', undefined, 2, '', '7b9103a5-4610-446b-9670-80643382c1fa'],
	['Mail.ReadWrite.Shared', undefined, 2, '', '5df07973-7d5d-46ed-9847-1271055cbd51'],
	['MailboxSettings.ReadWrite', 1, 3, '6931bccd-447a-43d1-b442-00a195474933', '818c620a-27a9-40bd-a6a5-d96f7d610b4b'],
	['MailboxItem.Read.All', 1, undefined, '7d9f353d-a7bd-4fbb-822a-26d5dd39a3ce', ''],
	['MailboxItem.ImportExport.All', 1, undefined, '76577085-e73d-4f1d-b26a-85fb33892327', ''],
	['EWS.AccessAsUser.All', undefined, 2, '', '9769c687-087d-48ac-9cb3-c37dde652038'],
	['EAS.AccessAsUser.All', undefined, 3, '', 'ff91d191-45a0-43fd-b837-bd682c4a0b0f'],
	['IMAP.AccessAsUser.All', undefined, 3, '', '652390e4-393a-48de-9484-05f9b1212954'],
	['POP.AccessAsUser.All', undefined, 3, '', 'd7b7f2d9-0f45-4ea1-9d42-e50810c06991'],
	['SMTP.Send', undefined, 3, '', '258f6531-6087-4cc4-bb90-092c5fb3ed3f'],
	['Files.ReadWrite.All', 1, 2, '75359482-378d-4052-8f01-80520e7db3cd', '863451e7-0667-486c-a5d6-d135439485f0'],
	['Files.Read.All', 1, 2, '01d4889c-1287-42c6-ac1f-5d1e02578ef6', 'df85f4d6-205c-4ac5-a5ea-6bf408dba283'],
	['Sites.FullControl.All', 1, 2, 'a82116e5-55eb-4c41-a434-62fe8a61c773', '5a54b8b3-347c-476d-8f8e-42d5c7424d29'],
	['Sites.ReadWrite.All', 1, 2, '9492366f-7969-46a4-8d15-ed1a20078fff', '89fe6a52-be36-487e-b7d8-d061c450a026'],
	['Sites.Read.All', 1, 2, '332a536c-c7ef-4017-ab91-336970924f0d', '205e70e5-aba6-4c52-a976-6d2d46c48043'],
	['Chat.Read.All', 1, 2, '6b7d71aa-70aa-4810-a8d9-5d9fb2830017', ''],
	['ChannelMessage.Read.All', 1, 2, '7b2449af-6ccd-4f4d-9f78-e550c193f0d1', '767156cb-16ae-4d10-8f8b-41b657c8c8c8'],
	['eDiscovery.ReadWrite.All', 1, 2, 'b2620db1-3bf7-4c5b-9cb9-576d29eac736', 'acb8f680-0834-4146-b69e-4ab1b39745ad'],
	['eDiscovery.Read.All', 1, 2, '50180013-6191-4d1e-a373-e590ff4e66af', '99201db3-7652-4d5a-809a-bdb94f85fe3c'],
	['AuditLog.Read.All', 3, 3, 'b0afded3-3588-46d8-8b3d-9842eff778da', 'e4c9e354-4dc5-45b8-9e7c-e1393b0b1a20'],
	['offline_access', 0, 0, '', '7427e0e9-2fba-42fe-b0c0-848c9e6a8182'],
	['User.Read', 0, 0, '', 'e1fe6dd8-ba31-4d61-89e7-88639da4683d'],
	['openid', 0, 0, '', '37f7f235-527c-4136-accd-4a02d197296e'],
	['profile', 0, 0, '', '14dad69e-099b-42c9-810b-d002981feec1'],
	['email', 0, 0, '', ''],
	['full_access_as_app', 1, undefined, 'dc890d15-9560-4a4c-9b7f-a736ec74ec40', ''],
	['Exchange.ManageAsApp', 1, undefined, '', ''],
];

const BY_NAME: ReadonlyMap<string, Permission> = new Map(
	PERMISSIONS.map((permission) => [permission[0].toLowerCase(), permission]),
);
const BY_ID: ReadonlyMap<string, Permission> = new Map(
	PERMISSIONS.flatMap((permission): [string, Permission][] =>
		[permission[3], permission[4]].filter((id) => id !== '').map((id) => [id, permission]),
	),
);

/** Kinds of content of which an application that needs no person reads everything. */
const CONTENT = /^(?:mail|mailboxitem|mailboxfolder|files|sites|chat|chatmessage|channelmessage|onlinemeetingtranscript)\b/;

/** The name of a permission by its id (`EntitlementId`, `AppRole.Id`); undefined: unknown to us. */
export function scopeName(id: string): string | undefined {
	return BY_ID.get(id.trim().toLowerCase())?.[0];
}

/**
 * How strong a permission is, by name (`Mail.Read`, `https://graph.microsoft.com/Mail.Read`, any letter case) or id.
 * Names that the table does not hold: `*.ReadWrite.All` and `*.FullControl.All` are 2; `*.Read.All` is 1 for an application without a person
 * on mail, files or chats, otherwise 3. Anything else is unknown. `offline_access` is 0 by itself: what it does is make the others last.
 */
export function scopeTier(scope: string, appOnly: boolean): Tier | undefined {
	const name = bareName(scope);
	const known = BY_NAME.get(name) ?? BY_ID.get(name);
	if (known !== undefined) return (appOnly ? known[1] : known[2]) ?? known[1] ?? known[2];
	if (name.endsWith('.readwrite.all') || name.endsWith('.fullcontrol.all')) return 2;
	if (name.endsWith('.read.all')) return appOnly && CONTENT.test(name) ? 1 : 3;
	return undefined;
}

function bareName(scope: string): string {
	const text = scope.trim().toLowerCase();
	return /^(?:https?|api):\/\//.test(text) ? text.slice(text.lastIndexOf('/') + 1) : text;
}
