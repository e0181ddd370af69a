import { type Finding, type FindingsDocument, type Incident, type IncidentLink, LEAST_SCORE_SHOWN } from '../model/finding.ts';
import { DAY } from './profile.ts';

/**
 * How far apart findings with something in common may lie. An account has many affairs of its own; an app or address that hardly anybody else
 * uses is rare enough to speak for longer (as long as a consent is looked for before what an app does).
 */
const NEAR: Readonly<Record<IncidentLink['by'], number>> = {
	account: 3 * DAY,
	app: 30 * DAY,
	address: 30 * DAY,
	network: 30 * DAY,
};

/**
 * The incidents of findings: those that links tie together, directly or through others. Findings below the least score that is shown by itself tie nothing.
 * @param findings strongest first
 * @param links their findings may be more than these, and lie far apart
 */
export function incidentsOf(findings: readonly Finding[], links: readonly IncidentLink[]): readonly Incident[] {
	const strong = new Map(findings.filter(({ score }) => score >= LEAST_SCORE_SHOWN).map((finding) => [finding.id, finding]));
	const near = links.flatMap((link) => nearby(link, strong)).toSorted(compareLinks);
	const groups = new Map<string, ReadonlySet<string>>();
	for (const link of near) {
		const group = new Set(link.findings.flatMap((id) => [...(groups.get(id) ?? [id])]));
		for (const id of group) groups.set(id, group);
	}
	const order = [...strong.keys()];
	return order.flatMap((id) => {
		const group = groups.get(id);
		if (group === undefined) return [];
		const own = order.filter((other) => group.has(other));
		return own[0] === id ? [incidentOf(own, near, strong)] : [];
	});
}

/** The document with other findings than it had, or fewer: incidents go with them. */
export function withFindings(document: FindingsDocument, findings: readonly Finding[]): FindingsDocument {
	return tied(
		document,
		findings,
		document.incidents.flatMap(({ links }) => links),
	);
}

/** The document with these findings and what ties them together. */
export function tied(document: FindingsDocument, findings: readonly Finding[], links: readonly IncidentLink[]): FindingsDocument {
	const incidents = incidentsOf(findings, links);
	const own = new Map(incidents.flatMap((incident) => incident.findings.map((id) => [id, incident.id] as const)));
	return {
		...document,
		findings: findings.map(({ incident: _before, ...finding }) => {
			const incident = own.get(finding.id);
			return incident === undefined ? finding : { ...finding, incident };
		}),
		incidents,
	};
}

function incidentOf(ids: readonly string[], links: readonly IncidentLink[], findings: ReadonlyMap<string, Finding>): Incident {
	const windows = ids.flatMap((id) => findings.get(id)?.window ?? []);
	return {
		id: ids[0] ?? '',
		findings: ids,
		window: {
			start: windows.map(({ start }) => start).toSorted()[0] ?? '',
			end:
				windows
					.map(({ end }) => end)
					.toSorted()
					.at(-1) ?? '',
		},
		links: links.filter((link) => link.findings.some((id) => ids.includes(id))),
	};
}

/** The parts of a link whose findings lie near one another, of two findings at least. */
function nearby(link: IncidentLink, findings: ReadonlyMap<string, Finding>): readonly IncidentLink[] {
	const sorted = link.findings
		.flatMap((id) => findings.get(id) ?? [])
		.toSorted((a, b) => Date.parse(a.window.start) - Date.parse(b.window.start));
	const parts: Finding[][] = [];
	let until = Number.NEGATIVE_INFINITY;
	for (const finding of sorted) {
		const part = parts.at(-1);
		if (part === undefined || Date.parse(finding.window.start) - until > NEAR[link.by]) parts.push([finding]);
		else part.push(finding);
		until = Math.max(until, Date.parse(finding.window.end));
	}
	const order = [...findings.keys()];
	return parts
		.filter((part) => part.length > 1 && isTie(link, part))
		.map((part) => ({
			...link,
			findings: part.map(({ id }) => id).toSorted((a, b) => order.indexOf(a) - order.indexOf(b)),
		}));
}

// Somebody to whom things are done in two findings is no reason to take them for one affair, nor is one's own new address.
function isTie({ by, id }: IncidentLink, findings: readonly Finding[]): boolean {
	if (by === 'app') return true;
	if (by === 'account') return findings.some(({ actor }) => actor.id === id);
	return new Set(findings.map(({ actor }) => actor.id)).size > 1;
}

const ORDER: readonly IncidentLink['by'][] = ['account', 'app', 'address', 'network'];

function compareLinks(a: IncidentLink, b: IncidentLink): number {
	const kind = ORDER.indexOf(a.by) - ORDER.indexOf(b.by);
	if (kind !== 0) return kind;
	if (a.id !== b.id) return a.id < b.id ? -1 : 1;
	// Parts of one link: earlier ids of findings are no order of time, but always the same.
	return (a.findings[0] ?? '') < (b.findings[0] ?? '') ? -1 : 1;
}
