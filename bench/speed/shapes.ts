import { Random } from '../organisation/random.ts';

/** Whose export it is. */
export type Vendor = 'm365' | 'okta' | 'github' | 'box' | 'google';

/** How one vendor's records are made. */
export interface Shape {
	readonly vendor: Vendor;
	/** The analytic that is hunted with alone. */
	readonly analytic: string;
	/** Share of records whose operation is one of `relevant`. */
	readonly share: number;
	/** Operations that the job counts; every program is given the same. */
	readonly relevant: readonly string[];
	readonly others: readonly string[];
	record(random: Random, index: number): Readonly<Record<string, unknown>>;
}

const PEOPLE = 2000;
const DAYS = 30;
const START = Date.UTC(2026, 1, 2);
const FIRST = ['Ana', 'José', 'Zoë', 'Kaja', 'Søren', 'Elif', 'Li', 'Farah', 'Jürgen', 'Noor', 'Priya', 'Tomás'] as const;
const LAST = ['Alvarado', 'Nuñez', 'Petrov', 'Oakley', 'Thorne', 'Åberg', 'Kim', 'Okafor', 'Weiß', 'Lindqvist'] as const;
const PLACES = [
	['São Paulo', 'Brazil'],
	['Malmö', 'Sweden'],
	['Austin', 'United States'],
	['Bengaluru', 'India'],
	['Dublin', 'Ireland'],
] as const;
const AGENTS = [
	'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0',
	'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Safari/605.1.15',
	'Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0',
	'Microsoft SkyDriveSync 24.226.1110.0004 ship; Windows NT 10.0 (22631)',
] as const;
const WORDS = ['budget', 'offer', 'plan "B"', 'Ünterlagen', 'notes\\old', 'forecast', 'contract', 'draft'] as const;

interface Person {
	readonly name: string;
	readonly login: string;
	readonly ip: string;
	readonly agent: string;
	readonly place: (typeof PLACES)[number];
	readonly number: number;
}

/** The person who acts, at home or now and then elsewhere. */
function somebody(random: Random): Person {
	const number = Math.floor(PEOPLE * random.next() ** 1.5);
	const away = random.chance(0.05);
	const first = FIRST[number % FIRST.length] ?? 'Ana';
	const last = LAST[Math.floor(number / FIRST.length) % LAST.length] ?? 'Kim';
	const host = away ? random.int(1, 250) : (number % 250) + 1;
	return {
		name: `${first} ${last}`,
		login: `user${number}@example.com`,
		ip: `${away ? 241 : 240}.${number % 200}.${Math.floor(number / 250)}.${host}`,
		agent: away ? random.pick(AGENTS) : (AGENTS[number % AGENTS.length] ?? AGENTS[0]),
		place: away ? random.pick(PLACES) : (PLACES[number % PLACES.length] ?? PLACES[0]),
		number,
	};
}

// Nearly in order, as exports are; working hours mostly.
function timeOf(random: Random, index: number): number {
	const day = Math.floor(index / 61) % DAYS;
	const hour = random.chance(0.9) ? random.int(8, 18) : random.int(0, 23);
	return START + day * 86_400_000 + hour * 3_600_000 + random.int(0, 3_599_999);
}

function operationOf(random: Random, shape: Pick<Shape, 'share' | 'relevant' | 'others'>): string {
	return random.pick(random.chance(shape.share) ? shape.relevant : shape.others);
}

/** The same for the same words: a session lasts a day, a token an hour, a device and a site for ever. */
function guidOf(...words: readonly (string | number)[]): string {
	return guid(new Random(words.join('/')));
}

function guid(random: Random): string {
	const hex = (length: number) => Array.from({ length }, () => Math.floor(random.next() * 16).toString(16)).join('');
	return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
}

const M365 = {
	share: 0.2,
	relevant: ['FileUploaded', 'FileDownloaded', 'FileSyncUploadedFull', 'UserLoggedIn', 'MailItemsAccessed'],
	others: [
		'FileModified',
		'FileModifiedExtended',
		'FilePreviewed',
		'PageViewed',
		'PageViewedExtended',
		'ListViewed',
		'FolderModified',
		'MessageSent',
		'TeamsSessionStarted',
	],
} as const;
const OKTA = {
	share: 0.02,
	relevant: ['user.lifecycle.deactivate', 'app.oauth2.as.consent.grant', 'user.account.privilege.grant', 'user.session.start'],
	others: [
		'policy.evaluate_sign_on',
		'user.mfa.okta_verify.deny_push',
		'app.generic.unauth_app_access_attempt',
		'system.email.delivery',
		'group.user_membership.rule.trigger',
	],
} as const;
const GITHUB = {
	share: 0.2,
	relevant: ['git.clone', 'git.fetch', 'repo.download_zip', 'git.push'],
	others: [
		'workflows.created_workflow_run',
		'workflows.completed_workflow_run',
		'pull_request.create',
		'pull_request_review.submit',
		'issue_comment.update',
	],
} as const;
const BOX = {
	share: 0.2,
	relevant: ['UPLOAD', 'DOWNLOAD', 'LOGIN', 'DELETE'],
	others: ['ITEM_MODIFY', 'COMMENT_CREATE', 'TASK_CREATE', 'COLLECTION_ADD', 'TAG_ITEM_CREATE'],
} as const;
const GOOGLE = {
	share: 0.2,
	relevant: ['upload', 'download', 'create', 'copy'],
	others: ['edit', 'rename', 'move', 'add_to_folder', 'prefetch'],
} as const;

/** How each vendor's records are made. */
export const SHAPES: Readonly<Record<Vendor, Shape>> = {
	m365: { vendor: 'm365', analytic: 'AN1514', ...M365, record: m365 },
	okta: { vendor: 'okta', analytic: 'AN0339', ...OKTA, record: okta },
	github: { vendor: 'github', analytic: 'AN0732', ...GITHUB, record: github },
	box: { vendor: 'box', analytic: 'AN1514', ...BOX, record: box },
	google: { vendor: 'google', analytic: 'AN1514', ...GOOGLE, record: google },
};

function m365(random: Random, index: number): Readonly<Record<string, unknown>> {
	const person = somebody(random);
	const Operation = operationOf(random, M365);
	const file = `${random.pick(WORDS)} ${random.int(1, 9999)}.docx`;
	const team = person.number % 60;
	const site = `https://example.sharepoint.com/sites/team${team}/`;
	const CreationTime = new Date(timeOf(random, index)).toISOString().slice(0, 19);
	return {
		CreationTime,
		Id: guid(random),
		OrganizationId: '7f0e1d2c-3b4a-4958-8677-889900aabbcc',
		RecordType: Operation === 'UserLoggedIn' ? 15 : Operation === 'MailItemsAccessed' ? 50 : 6,
		UserKey: `i:0h.f|membership|1003${(0x100000000000 + person.number).toString(16)}@live.com`,
		UserType: 0,
		Version: 1,
		Workload: 'SharePoint',
		ClientIP: person.ip,
		UserId: person.login,
		AppAccessContext: {
			AADSessionId: guidOf('session', person.login, CreationTime.slice(0, 10)),
			CorrelationId: guid(random),
			UniqueTokenId: `${guidOf('token', person.login, CreationTime.slice(0, 13))}aZ`,
			UserObjectId: guidOf('object', person.login),
		},
		CorrelationId: guid(random),
		EventSource: 'SharePoint',
		ItemType: 'File',
		ListId: guidOf('list', team),
		ListItemUniqueId: guid(random),
		Site: guidOf('site', team),
		UserAgent: person.agent,
		WebId: guidOf('web', team),
		HighPriorityMediaProcessing: false,
		ListBaseType: 1,
		SourceFileExtension: 'docx',
		SiteUrl: site,
		SourceFileName: file,
		SourceRelativeUrl: `Shared Documents/${person.name}`,
		// Names and values that look like the record's own.
		ExtendedProperties: [
			{ Name: 'Operation', Value: 'FileUploaded' },
			{ Name: 'UserId', Value: 'nobody@example.net' },
			{ Name: 'additionalDetails', Value: '{"Operation":"FileDownloaded","ClientIP":"192.0.2.1"}' },
		],
		ModifiedProperties: [],
		Operation,
		...objectOf(random, Operation, person, `${site}Shared Documents/${person.name}/${file}`),
	};
}

// Sign-ins are to applications, mail is read in somebody's own mailbox, all else is done to files.
function objectOf(random: Random, operation: string, person: Person, file: string): Readonly<Record<string, unknown>> {
	if (operation === 'UserLoggedIn') return { ObjectId: guidOf('app', person.number % 20), ErrorNumber: '0' };
	if (operation !== 'MailItemsAccessed') return { ObjectId: file };
	return {
		MailboxOwnerUPN: person.login,
		MailboxGuid: guidOf('mailbox', person.login),
		ClientInfoString: 'Client=OWA;Action=ViaProxy',
		OperationProperties: [{ Name: 'MailAccessType', Value: 'Bind' }],
		OperationCount: 1,
		Folders: [
			{
				Path: '\\Inbox',
				FolderItems: [{ InternetMessageId: `<${guid(random)}@example.com>`, SizeInBytes: random.int(1000, 99_999) }],
			},
		],
	};
}

function okta(random: Random, index: number): Readonly<Record<string, unknown>> {
	const person = somebody(random);
	const eventType = operationOf(random, OKTA);
	const geographicalContext = {
		city: person.place[0],
		state: null,
		country: person.place[1],
		postalCode: null,
		geolocation: { lat: random.int(-60, 60) + 0.25, lon: random.int(-170, 170) + 0.75 },
	};
	const user = {
		id: `00u${1e9 + person.number}`,
		type: 'User',
		alternateId: person.login,
		displayName: person.name,
		detailEntry: null,
	};
	const published = new Date(timeOf(random, index)).toISOString();
	const session = `102${guidOf('session', person.login, published.slice(0, 10))}`;
	return {
		actor: user,
		client: {
			userAgent: { rawUserAgent: person.agent, os: 'Windows 10', browser: 'CHROME' },
			zone: 'null',
			device: 'Computer',
			id: null,
			ipAddress: person.ip,
			geographicalContext,
		},
		device: null,
		authenticationContext: {
			authenticationProvider: null,
			credentialProvider: null,
			credentialType: null,
			issuer: null,
			interface: null,
			authenticationStep: 0,
			rootSessionId: session,
			externalSessionId: session,
		},
		displayMessage: `Event "${eventType}" of ${person.name}`,
		eventType,
		outcome: { result: 'SUCCESS', reason: null },
		published,
		securityContext: {
			asNumber: 64_496 + (person.number % 12),
			asOrg: 'example carrier',
			isp: 'example carrier',
			domain: 'example.net',
			isProxy: false,
		},
		severity: 'INFO',
		debugContext: {
			debugData: {
				requestId: guid(random),
				dtHash: guidOf('device', person.login).replaceAll('-', '').repeat(2),
				requestUri: '/api/v1/authn',
				url: '/api/v1/authn?eventType=user.session.start',
				eventType: 'user.lifecycle.deactivate',
				threatSuspected: 'false',
			},
		},
		legacyEventType: 'core.example.event',
		transaction: { type: 'WEB', id: guid(random), detail: {} },
		uuid: guid(random),
		version: '0',
		request: { ipChain: [{ ip: person.ip, geographicalContext, version: 'V4', source: null }] },
		target: [
			user,
			{
				id: `0oa${person.number % 40}`,
				type: 'AppInstance',
				alternateId: 'App',
				displayName: `App ${person.number % 40}`,
				detailEntry: null,
			},
		],
	};
}

function github(random: Random, index: number): Readonly<Record<string, unknown>> {
	const person = somebody(random);
	const time = timeOf(random, index);
	const repo = `example-org/repo-${random.int(0, 400)}`;
	return {
		'@timestamp': time,
		_document_id: guid(random).replaceAll('-', '').slice(0, 22),
		action: operationOf(random, GITHUB),
		actor: `user${person.number}`,
		actor_id: 40_000 + person.number,
		actor_is_bot: false,
		actor_ip: person.ip,
		actor_location: { country_code: 'BR' },
		business: 'example-org',
		business_id: 7001,
		created_at: time,
		org: 'example-org',
		org_id: 9001,
		hashed_token: `${guidOf('token', person.login)}abcd=`,
		programmatic_access_type: 'OAuth access token',
		operation_type: 'access',
		repo,
		repository: repo,
		repository_public: false,
		title: `Über "${random.pick(WORDS)}" {"action":"git.clone"}`,
		user: '',
		user_agent: person.agent,
		external_identity_nameid: person.login,
	};
}

function box(random: Random, index: number): Readonly<Record<string, unknown>> {
	const person = somebody(random);
	const user = { type: 'user', id: String(2e9 + person.number), name: person.name, login: person.login };
	return {
		source: {
			item_type: 'file',
			item_id: String(1e11 + random.int(0, 1e9)),
			item_name: `${random.pick(WORDS)}.pdf`,
			parent: { type: 'folder', name: 'event_type', id: '5237' },
			owned_by: user,
		},
		created_by: user,
		action_by: null,
		created_at: `${new Date(timeOf(random, index)).toISOString().slice(0, 19)}-00:00`,
		event_id: guid(random),
		event_type: operationOf(random, BOX),
		ip_address: person.ip,
		type: 'event',
		session_id: null,
		additional_details: { size: random.int(1, 1e7), service_name: 'Box "Web"', event_type: 'UPLOAD' },
	};
}

function google(random: Random, index: number): Readonly<Record<string, unknown>> {
	const person = somebody(random);
	return {
		kind: 'admin#reports#activity',
		id: {
			time: new Date(timeOf(random, index)).toISOString(),
			uniqueQualifier: `-${random.int(1e15, 9e15)}`,
			applicationName: 'drive',
			customerId: 'C0exampl1',
		},
		etag: `"${guid(random)}/${guid(random)}"`,
		actor: { callerType: 'USER', email: person.login, profileId: String(1e17 + person.number) },
		ipAddress: person.ip,
		events: [
			{
				type: 'access',
				name: operationOf(random, GOOGLE),
				parameters: [
					{ name: 'primary_event', boolValue: true },
					{ name: 'owner', value: person.login },
					{ name: 'doc_id', value: guid(random) },
					{ name: 'doc_type', value: 'document' },
					{ name: 'doc_title', value: `${random.pick(WORDS)} – ${person.name}` },
					{ name: 'visibility', value: 'shared_internally' },
				],
			},
		],
	};
}
