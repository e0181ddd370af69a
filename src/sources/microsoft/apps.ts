import type { EventDraft } from '../../model/event.ts';
import { addDetails } from '../rules.ts';

/**
 * Microsoft's own applications by client id: in every tenant, hence no news. Ids from
 * https://learn.microsoft.com/en-us/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in
 */
const FIRST_PARTY: ReadonlyMap<string, string> = new Map([
	['00000002-0000-0ff1-ce00-000000000000', 'Office 365 Exchange Online'],
	['00000003-0000-0ff1-ce00-000000000000', 'Office 365 SharePoint Online'],
	['00000003-0000-0000-c000-000000000000', 'Microsoft Graph'],
	['c5393580-f805-4401-95e8-94b7a6ef2fc2', 'Office 365 Management APIs'],
	['d3590ed6-52b3-4102-aeff-aad2292ab01c', 'Microsoft Office'],
	['5d661950-3475-41cd-a2c3-d671a3162bc1', 'Microsoft Outlook'],
	['27922004-5251-4030-b22d-91ecd9a37ea4', 'Outlook Mobile'],
	['9199bf20-a13f-4107-85dc-02114787ef48', 'Outlook Web App Office 365'],
	['1fec8e78-bce4-4aaf-ab1b-5451cc387264', 'Microsoft Teams'],
	['5e3ce6c0-2b1f-4285-8d4b-75ee78787346', 'Microsoft Teams Web Client'],
	['cc15fd57-2c6c-4117-a88c-83b1d56b4bbe', 'Microsoft Teams Services'],
	['4765445b-32c6-49b0-83e6-1d93765276ca', 'OfficeHome'],
	['89bee1f7-5e6e-4d8a-9f3d-ecd601259da7', 'Office365 Shell WCSS-Client'],
	['4345a7b9-9a63-4910-a426-35363201d503', 'O365 Suite UX'],
	['ab9b8c07-8f02-4f72-87fa-80105867a763', 'OneDrive SyncEngine'],
	['2d4d3d8e-2be3-4bef-9f87-7875a61c29de', 'OneNote'],
	['08e18876-6177-487e-b8b5-cf950c1e598c', 'SharePoint Online Web Client Extensibility'],
	['fb8d773d-7ef8-4ec0-a117-179f88add510', 'Enterprise Copilot Platform'],
	['29d9ed98-a469-4536-ade2-f981bc1d605e', 'Microsoft Authentication Broker'],
	['c44b4083-3bb0-49c1-b47d-974e53cbdf3c', 'Azure Portal'],
	['74658136-14ec-4630-ad9b-26e160ff0fc6', 'ADIbizaUX'],
	['18ed3507-a475-4ccb-b669-d66bc9f2a36e', 'Microsoft_AAD_RegisteredApps'],
	['797f4846-ba00-4fd7-ba43-dac1f8f63013', 'Azure Resource Manager'],
	['3c896ded-22c5-450f-91f6-3d1ef0848f6e', 'WeveEngine'],
]);

/** Microsoft's own tools for administrators and developers: just as common, but with them one acts on the whole tenant, so they stay news. */
const ADMIN_TOOLS: ReadonlyMap<string, string> = new Map([
	['14d82eec-204b-4c2f-b7e8-296a70dab67e', 'Microsoft Graph Command Line Tools'],
	['04b07795-8ddb-461a-bbee-02f9e1bf7b46', 'Microsoft Azure CLI'],
	['1950a258-227b-4e31-a9cf-717495945fc2', 'Microsoft Azure PowerShell'],
	['1b730954-1685-4b74-9bfd-dac224a7b894', 'Azure Active Directory PowerShell'],
	['fb78d390-0c51-40cd-8e17-fdbfab77341b', 'Microsoft Exchange REST API Based Powershell'],
	['de8bc8b5-d9f9-48b1-a8ad-b748da725064', 'Graph Explorer'],
	['aebc6443-996d-45c2-90f0-388ff96faa56', 'Visual Studio Code'],
]);

/**
 * Applications that public reports name as abused, with what for. Nothing is wrong with most of them as such.
 * https://github.com/huntresslabs/rogueapps and https://github.com/randomaccess3/detections
 */
const ABUSED: ReadonlyMap<string, readonly [name: string, use: string]> = new Map([
	['ff8d92dc-3d82-41d6-bcbd-b9174d163620', ['PerfectData Software', 'mailbox export']],
	['e9a7fea1-1cc0-4cd9-a31b-9137ca5deedd', ['eM Client', 'mailbox synchronisation']],
	['a245e8c0-b53c-4b67-9b45-751d1dff8e6b', ['Newsletter Software Supermailer', 'mass phishing']],
	['b15665d9-eda6-4092-8539-0eec376afd59', ['rclone', 'file exfiltration']],
	['4761b959-9780-4c2d-87a3-512b4638f767', ['rclone', 'file exfiltration']],
	['a43e5392-f48b-46a4-a0f1-098b5eeb4757', ['CloudSponge', 'address book theft']],
	['858d7e42-35f0-44b7-9033-df309239a47f', ['Zoominfo Login', 'address book theft']],
	['497ac034-5120-4c1a-929a-0351f5c09918', ['ZoomInfo Communitiez Login', 'address book theft']],
	['caffae8c-0882-4c81-9a27-d1803af53a40', ['SigParser', 'address book theft']],
	['77468577-4f6e-40e7-b745-11d3d0c28095', ['Fastmail', 'mailbox import']],
	['179d5108-412b-4c95-8e34-06786784ab39', ['PostBox', 'mailbox synchronisation']],
	['946c777c-bc85-489e-b034-392389ae23d6', ['Spike', 'mailbox synchronisation']],
	['2ef68ccc-8a4d-42ff-ae88-2d7bb89ad139', ['Mail_Backup', 'mailbox export']],
	['29d9ed98-a469-4536-ade2-f981bc1d605e', ['Microsoft Authentication Broker', 'device code phishing']],
	['aebc6443-996d-45c2-90f0-388ff96faa56', ['Visual Studio Code', 'consent phishing']],
]);

/** APIs: as the application of a record they say what was called, not who called it. */
const RESOURCES: ReadonlySet<string> = new Set(['00000003-0000-0000-c000-000000000000', 'c5393580-f805-4401-95e8-94b7a6ef2fc2']);

/** The name of a well-known application by client id, lower case. */
export function appName(id: string): string | undefined {
	return FIRST_PARTY.get(id) ?? ADMIN_TOOLS.get(id) ?? ABUSED.get(id)?.[0];
}

/** Whether an id is that of an API that others call, and that calls nothing itself. */
export function isResource(id: string): boolean {
	return RESOURCES.has(id);
}

/** Whether an application is one of Microsoft's own that every tenant has; administrators' tools are not counted. */
export function isFirstParty(id: string): boolean {
	return FIRST_PARTY.has(id);
}

/** Applications under which the directory itself acts, by name. */
const DIRECTORY_ITSELF = /^microsoft azure ad internal\b/i;

/** Whether an application's name is one under which the directory itself acts. */
export function isDirectoryItself(name: string): boolean {
	return DIRECTORY_ITSELF.test(name);
}

/**
 * Names the event's application where the log gave its id only, and says what is publicly known of it:
 * `details.firstParty`, `details.adminTool`, `details.reportedAbuse`.
 */
export function describeApp(event: EventDraft): void {
	const { app } = event;
	if (app === undefined) return;
	const name = app.name ?? appName(app.id);
	if (name !== undefined && app.name === undefined) event.app = { ...app, name };
	const { firstParty, adminTool, reportedAbuse, ...others } = event.details ?? {};
	const stale = firstParty !== undefined || adminTool !== undefined || reportedAbuse !== undefined;
	if (stale) event.details = others;
	addDetails(event, {
		firstParty: FIRST_PARTY.has(app.id) ? true : undefined,
		adminTool: ADMIN_TOOLS.has(app.id) ? true : undefined,
		reportedAbuse: ABUSED.get(app.id)?.[1],
	});
}
