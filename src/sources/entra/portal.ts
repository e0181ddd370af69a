import type { Json, JsonObject } from '../../model/json.ts';
import { asText, member } from '../../read/fields.ts';
import { emptyObject, type ObjectDraft } from '../reshape.ts';

/** Most targets, changes of a target and details that the portal's CSV has columns for. */
const MOST_TARGETS = 3;
const MOST_CHANGES = 5;
const MOST_DETAILS = 6;

/** Columns of the portal's sign-in CSV. `Application ID ` and `Resource ID ` end in a blank, `Incoming token type` stands twice. */
export const SIGN_IN_CSV_COLUMNS: Readonly<Record<string, string>> = {
	'Date (UTC)': 'createdDateTime',
	'Request ID': 'id',
	'Correlation ID': 'correlationId',
	'User agent': 'userAgent',
	'User ID': 'userId',
	User: 'userDisplayName',
	Username: 'userPrincipalName',
	'User type': 'userType',
	'Incoming token type': 'incomingTokenType',
	'Authentication Protocol': 'authenticationProtocol',
	'Unique token identifier': 'uniqueTokenIdentifier',
	'Client credential type': 'clientCredentialType',
	Application: 'appDisplayName',
	'Application ID': 'appId',
	'Service principal ID': 'servicePrincipalId',
	'Service principal name': 'servicePrincipalName',
	Resource: 'resourceDisplayName',
	'Resource ID': 'resourceId',
	'IP address': 'ipAddress',
	Location: 'place',
	Status: 'status.state',
	'Sign-in error code': 'status.errorCode',
	'Failure reason': 'status.failureReason',
	'Client app': 'clientAppUsed',
	'Device ID': 'deviceDetail.deviceId',
	Browser: 'deviceDetail.browser',
	'Operating System': 'deviceDetail.operatingSystem',
	Managed: 'deviceDetail.isManaged',
	'Authentication requirement': 'authenticationRequirement',
	'Session ID': 'sessionId',
	'Autonomous system number': 'autonomousSystemNumber',
};

/** Columns of the Spanish portal, as far as public parsers of its files name them. https://github.com/IncideDigital/rvt2 */
const SPANISH: ReadonlyMap<string, string> = new Map([
	['Fecha (UTC)', 'Date (UTC)'],
	['Id. de correlación', 'Correlation ID'],
	['Id. de usuario', 'User ID'],
	['Usuario', 'User'],
	['Nombre de usuario', 'Username'],
	['Tipo de usuario', 'User type'],
	['Dirección IP', 'IP address'],
	['Ubicación', 'Location'],
	['Número de sistema autónomo', 'Autonomous system number'],
	['Sistema operativo', 'Operating System'],
	['Explorador', 'Browser'],
	['Aplicación cliente', 'Client app'],
	['Estado', 'Status'],
	['Tipo de credencial de cliente', 'Client credential type'],
	['Protocolo de autenticación', 'Authentication Protocol'],
	['Requisito de autenticación', 'Authentication requirement'],
	['Motivo del error', 'Failure reason'],
	['Aplicación', 'Application'],
	['Recurso', 'Resource'],
	['Categoría', 'Category'],
	['Resultado', 'Result'],
	['Servicio', 'Service'],
	['Actividad', 'Activity'],
	['Agente de usuario', 'User Agent'],
	['Objetivo1NombrePrincipalDeUsuario', 'Target1UserPrincipalName'],
]);

/** The Spanish portal's words for how a sign-in ended. */
const STATES: ReadonlyMap<string, string> = new Map([
	['correcto', 'Success'],
	['error', 'Failure'],
	['interrumpido', 'Interrupted'],
]);

/** A row of the Spanish portal with the English names of its columns; names that are not known stay. */
export function inEnglish(row: JsonObject): JsonObject {
	const english = emptyObject();
	for (const [name, value] of Object.entries(row)) if (name !== '__proto__') english[SPANISH.get(name) ?? name] ??= value;
	const state = STATES.get(asText(english['Status'])?.toLowerCase() ?? '');
	if (state !== undefined) english['Status'] = state;
	return english;
}

/** Words of the portal for the API's. */
const REQUIREMENTS: ReadonlyMap<string, string> = new Map([
	['multifactor authentication', 'multiFactorAuthentication'],
	['single-factor authentication', 'singleFactorAuthentication'],
]);

/** Last touch to a renamed row: `City, State, CC` becomes a place, the portal's words become the API's. */
export function signInFromCsv(native: ObjectDraft): readonly JsonObject[] {
	native['operationName'] = 'Sign-in activity';
	const place = asText(native['place'])?.split(',') ?? [];
	delete native['place'];
	if (place.length > 1) {
		const city = place[0]?.trim();
		const country = place.at(-1)?.trim();
		native['location'] = { ...(city && { city }), ...(country && { countryOrRegion: country }) };
	}
	const requirement = asText(native['authenticationRequirement']);
	const known = requirement === undefined ? undefined : REQUIREMENTS.get(requirement.toLowerCase());
	if (known !== undefined) native['authenticationRequirement'] = known;
	for (const name of ['authenticationProtocol', 'incomingTokenType']) {
		if (asText(native[name])?.toLowerCase() === 'none') delete native[name];
	}
	if (asText(native['authenticationProtocol'])?.toLowerCase().replaceAll(' ', '') === 'devicecode') {
		native['authenticationProtocol'] = 'deviceCode';
	}
	return [native];
}

/** A row of the portal's audit CSV as a `directoryAudit` object. */
export function fromAuditCsv(row: JsonObject): readonly JsonObject[] {
	const cell = (name: string): string | undefined => asText(member(row, name));
	const targets: Json[] = [];
	for (let target = 1; target <= MOST_TARGETS; target += 1) {
		const read = targetOf(cell, `Target${target}`);
		if (read !== undefined) targets.push(read);
	}
	const details: Json[] = [];
	for (let detail = 1; detail <= MOST_DETAILS; detail += 1) {
		const key = cell(`AdditionalDetail${detail}Key`);
		if (key !== undefined) details.push({ key, value: cell(`AdditionalDetail${detail}Value`) ?? null });
	}
	const agent = cell('User Agent') ?? cell('UserAgent');
	const native = emptyObject();
	native['activityDateTime'] = cell('Date (UTC)');
	native['activityDisplayName'] = cell('Activity');
	native['category'] = cell('Category');
	native['correlationId'] = cell('CorrelationId');
	native['loggedByService'] = cell('Service');
	native['result'] = cell('Result');
	native['resultReason'] = cell('ResultReason');
	native['initiatedBy'] = initiator(cell);
	native['targetResources'] = targets;
	native['additionalDetails'] = details;
	if (agent !== undefined) native['userAgent'] = agent;
	for (const name of Object.keys(native)) if (native[name] === undefined) delete native[name];
	return [native];
}

type Cell = (name: string) => string | undefined;

function initiator(cell: Cell): JsonObject {
	const upn = cell('ActorUserPrincipalName');
	const ipAddress = cell('IPAddress') ?? null;
	const app = cell('ActorServicePrincipalId');
	const appName = cell('ActorServicePrincipalName');
	const type = cell('ActorType')?.toLowerCase().replaceAll(' ', '');
	if (upn !== undefined || (type === 'user' && app === undefined)) {
		return {
			user: {
				id: cell('ActorObjectId') ?? null,
				userPrincipalName: upn ?? null,
				displayName: cell('ActorDisplayName') ?? null,
				ipAddress,
			},
		};
	}
	return {
		app: {
			servicePrincipalId: app ?? cell('ActorObjectId') ?? null,
			displayName: appName ?? cell('ActorDisplayName') ?? null,
			ipAddress,
		},
	};
}

function targetOf(cell: Cell, prefix: string): Json | undefined {
	const facts = {
		type: cell(`${prefix}Type`) ?? null,
		id: cell(`${prefix}ObjectId`) ?? null,
		displayName: cell(`${prefix}DisplayName`) ?? null,
		userPrincipalName: cell(`${prefix}UserPrincipalName`) ?? null,
	};
	const changes: Json[] = [];
	for (let change = 1; change <= MOST_CHANGES; change += 1) {
		const displayName = cell(`${prefix}ModifiedProperty${change}Name`);
		if (displayName === undefined) continue;
		changes.push({
			displayName,
			oldValue: cell(`${prefix}ModifiedProperty${change}OldValue`) ?? null,
			newValue: cell(`${prefix}ModifiedProperty${change}NewValue`) ?? null,
		});
	}
	if (changes.length === 0 && Object.values(facts).every((fact) => fact === null)) return undefined;
	return { ...facts, modifiedProperties: changes };
}
