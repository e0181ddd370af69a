/** One delegated permission grant inside the text of a consent. */
export interface PermissionGrant {
	/** Object id of the service principal that received it. */
	readonly client: string | undefined;
	/** Object id of the person it is for; undefined where it is for everybody. */
	readonly principal: string | undefined;
	/** Object id of the service principal of the API. */
	readonly resource: string | undefined;
	/** Granted on behalf of everybody in the tenant. */
	readonly tenantWide: boolean;
	readonly scopes: readonly string[];
}

/** The grants that stood before a consent and those that stand after it. */
export interface ConsentChange {
	readonly before: readonly PermissionGrant[];
	readonly after: readonly PermissionGrant[];
}

/** Far more groups than any application asks for: a hostile text must not make millions of objects. */
const MOST_GROUPS = 1000;

/**
 * Reads `ConsentAction.Permissions`: `[] => [[Id: …, ClientId: …, PrincipalId: …, ResourceId: …, ConsentType: Principal, Scope:  Mail.Read offline_access], […]]; `.
 * Left of the arrow is what was granted, right of it what is granted now; each bracket group is one API.
 * Newer records add `, CreatedDateTime: , LastModifiedDateTime ` before the bracket. Time is linear in the text.
 */
export function parseConsent(text: string): ConsentChange {
	const arrow = text.indexOf('=>');
	if (arrow === -1) return { before: [], after: groups(text) };
	return { before: groups(text.slice(0, arrow)), after: groups(text.slice(arrow + 2)) };
}

/** All scopes of some grants, each once, in the order of the text. */
export function scopesOf(grants: readonly PermissionGrant[]): readonly string[] {
	return [...new Set(grants.flatMap((grant) => grant.scopes))];
}

/** Splits a list of scopes at blanks; some logs begin it with one. */
export function splitScopes(text: string | undefined): readonly string[] {
	return (text ?? '').split(/\s+/).filter((scope) => scope !== '');
}

function groups(side: string): readonly PermissionGrant[] {
	const grants: PermissionGrant[] = [];
	for (const piece of side.split(']')) {
		const open = piece.lastIndexOf('[');
		if (open === -1) continue;
		const grant = parseGroup(piece.slice(open + 1));
		if (grant !== undefined) grants.push(grant);
		if (grants.length >= MOST_GROUPS) break;
	}
	return grants;
}

function parseGroup(body: string): PermissionGrant | undefined {
	const facts = new Map<string, string>();
	for (const part of body.split(',')) {
		const colon = part.indexOf(':');
		if (colon > 0) facts.set(part.slice(0, colon).trim().toLowerCase(), part.slice(colon + 1).trim());
	}
	if (!facts.has('scope') && !facts.has('clientid')) return undefined;
	return {
		client: present(facts.get('clientid')),
		principal: present(facts.get('principalid')),
		resource: present(facts.get('resourceid')),
		tenantWide: facts.get('consenttype')?.toLowerCase() === 'allprincipals',
		scopes: splitScopes(facts.get('scope')),
	};
}

function present(text: string | undefined): string | undefined {
	return text === undefined || text === '' || /^0{8}-/.test(text) ? undefined : text.toLowerCase();
}
