import type { Person } from '../staff.ts';
import { type App, type Seat, type Stream, type World, write } from '../world.ts';

type Parameter = readonly [name: string, value: string | boolean | number | readonly string[]];

function parameter([name, value]: Parameter): Readonly<Record<string, unknown>> {
	if (typeof value === 'string') return { name, value };
	if (typeof value === 'boolean') return { name, boolValue: value };
	if (typeof value === 'number') return { name, intValue: String(value) };
	return { name, multiValue: value };
}

function activity(
	world: World,
	seat: Seat,
	time: number,
	application: 'drive' | 'token' | 'admin' | 'login',
	events: readonly { type: string; name: string; parameters: readonly Parameter[] }[],
): void {
	const { person, place } = seat;
	const stream: Stream = `google-${application}`;
	write(world, stream, time, {
		kind: 'admin#reports#activity',
		id: {
			time: new Date(time).toISOString(),
			uniqueQualifier: `${world.random.chance(0.5) ? '-' : ''}${world.random.digits(18)}`,
			applicationName: application,
			customerId: 'C0exampl1',
		},
		etag: `"${world.random.code(20)}/${world.random.code(12)}"`,
		actor: { callerType: 'USER', email: person.email, profileId: person.google },
		ipAddress: place.ip,
		networkInfo: { ipAsn: [place.asn], regionCode: place.country, subdivisionCode: '' },
		events: events.map(({ type, name, parameters }) => ({ type, name, parameters: parameters.map(parameter) })),
	});
}

/** A Drive event: `view`, `edit`, `create`, `upload`, `download`; `copy` comes with its twin `source_copy`. */
export function drive(world: World, seat: Seat, time: number, name: string, title: string, app?: App): void {
	const id = `1${world.random.code(32)}`;
	const type = title.includes('.') ? 'pdf' : world.random.pick(['document', 'spreadsheet', 'presentation']);
	const parameters: Parameter[] = [
		['primary_event', true],
		['billable', true],
		['owner_is_shared_drive', false],
		['owner', seat.person.email],
		['doc_id', id],
		['doc_type', type],
		['doc_title', title],
		['is_encrypted', false],
		['visibility', 'shared_internally'],
		['originating_app_id', app === undefined ? '211604355607' : (googleClient(app).split('-')[0] ?? '')],
		['actor_is_collaborator_account', false],
	];
	const events = [{ type: 'access', name, parameters }];
	if (name === 'copy')
		events.push({
			type: 'access',
			name: 'source_copy',
			parameters: parameters.map(
				([key, value]): Parameter =>
					key === 'primary_event' ? [key, false] : key === 'doc_id' ? [key, `1${world.random.code(32)}`] : [key, value],
			),
		});
	activity(world, seat, time, 'drive', events);
}

/** The OAuth client id of an application: its project number, a dash, letters. */
export function googleClient(app: App): string {
	const number = app.id
		.replaceAll(/[^0-9]/g, '')
		.padEnd(12, '7')
		.slice(0, 12);
	return `${number}-${app.principal.replaceAll('-', '')}.apps.googleusercontent.com`;
}

const SCOPES = 'https://www.googleapis.com/auth/';

/** Somebody lets an application use their data. Scopes without the common prefix, or whole. */
export function authorize(world: World, seat: Seat, time: number, app: App, scopes: readonly string[]): void {
	activity(world, seat, time, 'token', [
		{
			type: 'auth',
			name: 'authorize',
			parameters: [
				['client_id', googleClient(app)],
				['app_name', app.name],
				['client_type', 'WEB'],
				['scope', scopes.map((scope) => (scope.startsWith('http') || scope === 'openid' ? scope : SCOPES + scope))],
			],
		},
	]);
}

/** An application called the API with somebody's token. */
export function tokenActivity(
	world: World,
	seat: Seat,
	time: number,
	app: App,
	api: 'gmail' | 'drive',
	method: string,
	bytes: number,
): void {
	activity(world, seat, time, 'token', [
		{
			type: 'auth',
			name: 'activity',
			parameters: [
				['client_id', googleClient(app)],
				['app_name', app.name],
				['api_name', api],
				['method_name', method],
				['num_response_bytes', bytes],
				['product_bucket', api.toUpperCase()],
				['client_type', 'WEB'],
			],
		},
	]);
}

export function googleLogin(world: World, seat: Seat, time: number, ok = true): void {
	activity(world, seat, time, 'login', [
		{
			type: 'login',
			name: ok ? 'login_success' : 'login_failure',
			parameters: ok
				? [
						['login_type', 'saml'],
						['is_suspicious', false],
					]
				: [
						['login_type', 'google_password'],
						['login_failure_type', 'login_failure_invalid_password'],
					],
		},
	]);
}

/** `SUSPEND_USER`, `DELETE_USER`, `CREATE_USER` … of somebody. */
export function googleUser(world: World, seat: Seat, time: number, name: string, target: Person): void {
	activity(world, seat, time, 'admin', [{ type: 'USER_SETTINGS', name, parameters: [['USER_EMAIL', target.email]] }]);
}

/** Domain-wide delegation: the application may act as anybody. */
export function delegate(world: World, seat: Seat, time: number, app: App, scopes: readonly string[]): void {
	activity(world, seat, time, 'admin', [
		{
			type: 'DOMAIN_SETTINGS',
			name: 'AUTHORIZE_API_CLIENT_ACCESS',
			parameters: [
				['API_CLIENT_NAME', googleClient(app)],
				['API_SCOPES', scopes.map((scope) => SCOPES + scope)],
				['DOMAIN_NAME', 'example.com'],
			],
		},
	]);
}
