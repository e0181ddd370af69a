import { type App, agentOf, type Seat, type World, write } from '../world.ts';

const GRAPH = '00000003-0000-0000-c000-000000000000';
const EXCHANGE = '00000002-0000-0ff1-ce00-000000000000';
/** Microsoft's own applications, by their public ids. */
export const OFFICE = { id: 'd3590ed6-52b3-4102-aeff-aad2292ab01c', name: 'Microsoft Office' } as const;
export const OFFICE_HOME = { id: '4765445b-32c6-49b0-83e6-1d93765276ca', name: 'OfficeHome' } as const;

function unzoned(time: number): string {
	return new Date(time).toISOString().slice(0, 19);
}

/** The part that every unified audit record has. */
function audit(world: World, time: number, facts: Readonly<Record<string, unknown>>): void {
	const { CreationTime: _, ...rest } = { CreationTime: '', ...facts };
	write(world, 'm365', time, {
		CreationTime: unzoned(time),
		Id: world.random.guid(),
		OrganizationId: '7f0e1d2c-3b4a-4958-8677-889900aabbcc',
		Version: 1,
		...rest,
	});
}

/** A sign-in as the unified audit log has it and, when interactive and not older than 30 days at the end, as Graph has it. */
export function signIn(
	world: World,
	seat: Seat,
	time: number,
	options: { ok?: boolean; interactive?: boolean; app?: { id: string; name: string } } = {},
): void {
	const { person, place, device, session } = seat;
	const { ok = true, interactive = true, app = OFFICE_HOME } = options;
	const agent = agentOf(world, device, time);
	const id = world.random.guid();
	audit(world, time, {
		Operation: ok ? 'UserLoggedIn' : 'UserLoginFailed',
		RecordType: 15,
		ResultStatus: ok ? 'Success' : world.random.chance(0.7) ? 'Success' : 'Failed',
		UserKey: person.guid,
		UserType: 0,
		Workload: 'AzureActiveDirectory',
		ClientIP: place.ip,
		ObjectId: GRAPH,
		UserId: person.email,
		AzureActiveDirectoryEventType: 1,
		ExtendedProperties: [
			{ Name: 'ResultStatusDetail', Value: ok ? 'Success' : 'UserError' },
			{ Name: 'UserAgent', Value: agent },
			{ Name: 'RequestType', Value: interactive ? 'Login:login' : 'OAuth2:Token' },
		],
		ModifiedProperties: [],
		Actor: [
			{ ID: person.guid, Type: 0 },
			{ ID: person.email, Type: 5 },
		],
		ActorContextId: '7f0e1d2c-3b4a-4958-8677-889900aabbcc',
		ActorIpAddress: place.ip,
		InterSystemsId: world.random.guid(),
		IntraSystemId: id,
		SupportTicketId: '',
		Target: [{ ID: GRAPH, Type: 0 }],
		ApplicationId: app.id,
		DeviceProperties: [
			{ Name: 'OS', Value: device.os.replaceAll(' ', '') },
			{ Name: 'BrowserType', Value: title(device.browser) },
			{ Name: 'SessionId', Value: sessionGuid(session) },
		],
		ErrorNumber: ok ? '0' : '50126',
		...(ok ? {} : { LogonError: 'InvalidUserNameOrPassword' }),
	});
	const { start, days } = world.settings;
	if (!interactive || time < start + (days - 30) * 86_400_000) return;
	write(world, 'entra-signins', time, {
		id,
		createdDateTime: new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z'),
		userDisplayName: person.name,
		userPrincipalName: person.email,
		userId: person.guid,
		appId: app.id,
		appDisplayName: app.name,
		ipAddress: place.ip,
		clientAppUsed: 'Browser',
		userAgent: agent,
		correlationId: world.random.guid(),
		conditionalAccessStatus: ok ? 'success' : 'notApplied',
		isInteractive: true,
		riskDetail: 'none',
		riskLevelAggregated: 'none',
		riskLevelDuringSignIn: 'none',
		riskState: 'none',
		riskEventTypes_v2: [],
		resourceDisplayName: 'Microsoft Graph',
		resourceId: GRAPH,
		status: ok
			? { errorCode: 0, failureReason: 'Other.', additionalDetails: null }
			: {
					errorCode: 50126,
					failureReason: 'Error validating credentials due to invalid username or password.',
					additionalDetails: null,
				},
		deviceDetail: {
			deviceId: '',
			displayName: '',
			operatingSystem: device.os,
			browser: `${title(device.browser)} 138`,
			isCompliant: false,
			isManaged: false,
			trustType: '',
		},
		location: {
			city: place.city,
			state: '',
			countryOrRegion: place.country,
			geoCoordinates: { altitude: null, latitude: 1.5, longitude: 2.5 },
		},
		autonomousSystemNumber: place.asn,
	});
}

function title(text: string): string {
	return text.slice(0, 1) + text.slice(1).toLowerCase();
}

function sessionGuid(session: string): string {
	let hex = '';
	for (const letter of session) hex += letter.charCodeAt(0).toString(16).padStart(2, '0');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A file or folder in SharePoint or somebody's OneDrive. */
export interface CloudFile {
	readonly site: string;
	readonly folder: string;
	readonly name: string;
	readonly personal: boolean;
}

/** `FileAccessed`, `FileModified`, `FileDownloaded`, `FileUploaded`, `FileCopied`, `FolderCreated` … */
export function fileEvent(
	world: World,
	seat: Seat,
	time: number,
	operation: string,
	file: CloudFile,
	client: { agent?: string; app?: { id: string; name: string } } = {},
): void {
	const { person, place, device } = seat;
	const folder = operation.startsWith('Folder');
	const host = file.personal ? 'https://example-my.sharepoint.com/personal/' : 'https://example.sharepoint.com/sites/';
	const extension = file.name.split('.')[1] ?? '';
	const correlation = world.random.guid();
	audit(world, time, {
		Operation: operation,
		RecordType: 6,
		UserKey: `i:0h.f|membership|${person.puid.toLowerCase()}@live.com`,
		UserType: 0,
		Workload: file.personal ? 'OneDrive' : 'SharePoint',
		ClientIP: place.ip,
		UserId: person.email,
		CorrelationId: correlation,
		EventSource: 'SharePoint',
		ItemType: folder ? 'Folder' : 'File',
		ListId: world.random.guid(),
		ListItemUniqueId: world.random.guid(),
		Site: world.random.guid(),
		UserAgent: client.agent ?? agentOf(world, device, time),
		WebId: world.random.guid(),
		...(client.app === undefined
			? {}
			: {
					ApplicationId: client.app.id,
					ApplicationDisplayName: client.app.name,
					AppAccessContext: { ClientAppId: client.app.id, ClientAppName: client.app.name, CorrelationId: correlation },
				}),
		...(operation === 'FileDownloaded' ? { FileSizeBytes: world.random.int(2_000, 4_000_000) } : {}),
		...(folder ? {} : { SourceFileExtension: extension, SourceFileName: file.name }),
		SiteUrl: `${host}${file.site}/`,
		SourceRelativeUrl: file.folder,
		ObjectId: `${host}${file.site}/${file.folder}/${file.name}`,
		...(operation === 'FileCopied'
			? { DestinationRelativeUrl: `${file.folder}/copy`, DestinationFileName: file.name, DestinationFileExtension: extension }
			: {}),
	});
}

/** Through which program a mailbox is read. */
export type MailClient =
	| { readonly kind: 'outlook' }
	| { readonly kind: 'owa' }
	| { readonly kind: 'imap' }
	| { readonly kind: 'rest' | 'ews' | 'app-only'; readonly app: App };

function clientFacts(client: MailClient): Readonly<Record<string, unknown>> {
	if (client.kind === 'outlook')
		return { ClientInfoString: 'Client=MSExchangeRPC', ClientProcessName: 'OUTLOOK.EXE', ClientVersion: '16.0.17328.20550' };
	if (client.kind === 'owa') return { ClientInfoString: 'Client=OWA;Action=ViaProxy', AppId: EXCHANGE };
	if (client.kind === 'imap') return { ClientInfoString: 'Client=POP3/IMAP4;Protocol=IMAP4' };
	const { id } = client.app;
	if (client.kind === 'ews')
		return {
			ClientInfoString: `Client=WebServices;ExchangeWebServices/15.0 (ExchangeServicesClient)[AppId=${id}];`,
			AppId: id,
			ClientAppId: id,
		};
	if (client.kind === 'rest') return { ClientInfoString: 'Client=REST;Client=RESTSystem;;', AppId: GRAPH, ClientAppId: id };
	return { ClientInfoString: 'Client=REST;Client=RESTSystem;;', AppId: id, ClientAppId: id };
}

/** `count` messages of the mailbox of the seat's person handed out within two minutes (one aggregated record). */
export function mailRead(world: World, seat: Seat, time: number, count: number, folder: string, client: MailClient): void {
	const { person, place } = seat;
	const items = [];
	for (let i = 0; i < count; i++)
		items.push({
			InternetMessageId: `<${world.random.code(14)}@mail.example.org>`,
			SizeInBytes: world.random.int(3_000, 90_000),
		});
	audit(world, time, {
		Operation: 'MailItemsAccessed',
		RecordType: 50,
		ResultStatus: 'Succeeded',
		UserKey: person.puid,
		UserType: client.kind === 'app-only' ? 5 : 0,
		Workload: 'Exchange',
		UserId: person.email,
		...clientFacts(client),
		ClientIPAddress: place.ip,
		ExternalAccess: false,
		InternalLogonType: 0,
		LogonType: 0,
		LogonUserSid: `S-1-5-21-${person.number}`,
		MailboxGuid: person.guid,
		MailboxOwnerSid: `S-1-5-21-${person.number}`,
		MailboxOwnerUPN: person.email,
		OperationProperties: [
			{ Name: 'MailAccessType', Value: 'Bind' },
			{ Name: 'IsThrottled', Value: 'False' },
		],
		OrganizationName: 'example.onmicrosoft.com',
		OriginatingServer: 'EX2PR07MB1234 (15.20.4200.000)\r\n',
		...(client.kind === 'owa' ? { SessionId: sessionGuid(seat.session) } : {}),
		Folders: [{ FolderItems: items, Id: 'LgAAAAB', Path: folder }],
		OperationCount: count,
	});
}

/** The desktop program takes a whole folder over: no number of messages. */
export function mailSync(world: World, seat: Seat, time: number, folder: string): void {
	const { person, place } = seat;
	audit(world, time, {
		Operation: 'MailItemsAccessed',
		RecordType: 2,
		ResultStatus: 'Succeeded',
		UserKey: person.puid,
		UserType: 0,
		Workload: 'Exchange',
		ClientIP: place.ip,
		UserId: person.email,
		...clientFacts({ kind: 'outlook' }),
		ClientIPAddress: place.ip,
		ExternalAccess: false,
		InternalLogonType: 0,
		LogonType: 0,
		LogonUserSid: `S-1-5-21-${person.number}`,
		MailboxGuid: person.guid,
		MailboxOwnerSid: `S-1-5-21-${person.number}`,
		MailboxOwnerUPN: person.email,
		OperationProperties: [
			{ Name: 'MailAccessType', Value: 'Sync' },
			{ Name: 'IsThrottled', Value: 'False' },
		],
		OrganizationName: 'example.onmicrosoft.com',
		OriginatingServer: 'EX2PR07MB1234 (15.20.4200.000)\r\n',
		Item: { Id: 'LgAAAAB', ParentFolder: { Id: 'LgAAAAB', Name: folder.split('\\').at(-1), Path: folder } },
	});
}

export function mailSearch(world: World, seat: Seat, time: number, query: string): void {
	const { person, place } = seat;
	audit(world, time, {
		Operation: 'SearchQueryInitiatedExchange',
		RecordType: 101,
		ResultStatus: 'Succeeded',
		UserKey: person.puid,
		UserType: 0,
		Workload: 'Exchange',
		ClientIP: place.ip,
		UserId: person.email,
		ClientInfoString: 'Client=OWA;Action=ViaProxy',
		MailboxOwnerUPN: person.email,
		MailboxGuid: person.guid,
		QueryText: query,
		ScenarioName: 'owa.react',
	});
}

/** Search of an eDiscovery case: one mailbox owner or many, by a member of the legal department. */
export function discoverySearch(world: World, seat: Seat, time: number, operation: string, name: string): void {
	const { person, place } = seat;
	audit(world, time, {
		Operation: operation,
		RecordType: 24,
		ResultStatus: 'Succeeded',
		UserKey: person.puid,
		UserType: 0,
		Workload: 'SecurityComplianceCenter',
		ClientIP: place.ip,
		ObjectId: name,
		UserId: person.email,
		Case: 'Matter 17',
		ExchangeLocations: 'All',
		Query: 'contract',
		ClientApplication: 'EMC',
	});
}

/** An Exchange administration cmdlet, as `New-InboxRule`; the address carries a port there. */
export function exchangeCommand(
	world: World,
	seat: Seat,
	time: number,
	command: string,
	parameters: Readonly<Record<string, string>>,
): void {
	const { person, place } = seat;
	const port = world.random.int(20_000, 60_000);
	audit(world, time, {
		Operation: command,
		RecordType: 1,
		ResultStatus: 'True',
		UserKey: person.puid,
		UserType: 2,
		Workload: 'Exchange',
		ClientIP: place.ip.includes(':') ? `[${place.ip}]:${port}` : `${place.ip}:${port}`,
		ObjectId: `EXAMPLE/${person.email}`,
		UserId: person.email,
		AppId: EXCHANGE,
		ClientAppId: '',
		ExternalAccess: false,
		OrganizationName: 'example.onmicrosoft.com',
		OriginatingServer: 'EX2PR07MB1234 (15.20.6411.029)',
		Parameters: Object.entries(parameters).map(([Name, Value]) => ({ Name, Value })),
		SessionId: sessionGuid(seat.session),
	});
}
