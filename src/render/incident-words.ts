import type { Finding, FindingsDocument, Incident, IncidentLink } from '../model/finding.ts';

/** The incident of a finding; undefined where it stands alone. */
export function incidentOf({ id }: Finding, { incidents }: FindingsDocument): Incident | undefined {
	return incidents.find(({ findings }) => findings.includes(id));
}

/** The findings of these ids, in the order of the document. */
export function membersOf(ids: readonly string[], { findings }: FindingsDocument): readonly Finding[] {
	return findings.filter(({ id }) => ids.includes(id));
}

/** `#3, #5, #6`: how findings are named beside one another. */
export function ranksOf(ids: readonly string[], document: FindingsDocument): string {
	return membersOf(ids, document)
		.map(({ rank }) => `#${rank}`)
		.join(', ');
}

/** What ties an incident together: `account ana@example.com (acts in #3, #6; named in #5); app Mail Sync (#3, #6)`. Ranks are left out where all are meant. */
export function linksSentence({ findings, links }: Incident, document: FindingsDocument): string {
	return links.map((link) => `${nameOf(link)}${whereOf(link, findings, document)}`).join('; ');
}

/** Beside which findings one stands, and why: `with #5, #6: account …`. */
export function togetherSentence(finding: Finding, document: FindingsDocument): string | undefined {
	const incident = incidentOf(finding, document);
	if (incident === undefined) return undefined;
	const others = incident.findings.filter((id) => id !== finding.id);
	return `with ${ranksOf(others, document)}: ${linksSentence(incident, document)}`;
}

function nameOf({ by, id, name }: IncidentLink): string {
	if (by === 'address' || by === 'network') return `${by} ${id}, new to each`;
	return `${by} ${name === undefined || name === id ? id : `${name}, ${id}`}`;
}

function whereOf(link: IncidentLink, all: readonly string[], document: FindingsDocument): string {
	const acts = membersOf(link.findings, document)
		.filter(({ actor }) => actor.id === link.id)
		.map(({ id }) => id);
	const named = link.findings.filter((id) => !acts.includes(id));
	if (link.by === 'account' && named.length > 0)
		return ` (acts in ${ranksOf(acts, document)}; named in ${ranksOf(named, document)})`;
	return link.findings.length === all.length ? '' : ` (${ranksOf(link.findings, document)})`;
}
