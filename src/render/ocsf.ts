import type { AttackReference, Entity, EvidenceRef, Finding, FindingsDocument, Severity } from '../model/finding.ts';
import { custodyOf } from './custody.ts';
import { actorSentence, analyticOf, measure, place } from './finding-words.ts';
import { ndjsonText } from './ndjson.ts';
import { classified, OCSF_PRODUCTS, OCSF_VERSION, TACTICS } from './ocsf-classes.ts';

/** Severity and risk level ids differ by one in OCSF: Low is 2 of one and 1 of the other. */
const SEVERITY: Readonly<Record<Severity, { readonly id: number; readonly name: string }>> = {
	low: { id: 2, name: 'Low' },
	medium: { id: 3, name: 'Medium' },
	high: { id: 4, name: 'High' },
	critical: { id: 5, name: 'Critical' },
};

/** One OCSF 1.5.0 Detection Finding (class 2004) a line. `time` is the end of the window: a report made later must not differ. */
export function renderOcsf(document: FindingsDocument): string {
	return ndjsonText(document.findings.map((finding) => findingToOcsf(finding, document)));
}

function findingToOcsf(finding: Finding, document: FindingsDocument) {
	const severity = SEVERITY[finding.severity];
	const start = Date.parse(finding.window.start);
	const end = Date.parse(finding.window.end);
	return {
		...classified({ class: 'finding', activity: 1, name: 'Create' }),
		time: end,
		start_time: start,
		end_time: end,
		severity_id: severity.id,
		severity: severity.name,
		...confidence(finding.chance),
		risk_score: Math.round(finding.score),
		risk_level_id: severity.id - 1,
		risk_level: severity.name,
		status_id: 1,
		status: 'New',
		is_alert: true,
		message: `${finding.title}: ${actorSentence(finding.actor)}`,
		count: finding.evidence.count,
		metadata: {
			version: OCSF_VERSION,
			product: { name: 'saashound', vendor_name: 'saashound', version: document.tool.version },
			uid: finding.id,
			// One for all findings of an incident.
			correlation_uid: finding.incident,
		},
		finding_info: infoPart(finding, document, { start, end }),
		evidences: [
			{ actor: { user: userPart(finding) }, data: { count: finding.evidence.count } },
			...addresses(finding).map((ip) => ({ src_endpoint: { ip } })),
			...finding.evidence.sample.map(evidencePart),
		],
		resources: resources(finding).map(resourcePart),
		observables: observables(finding),
		...(finding.next.length === 0 ? {} : { remediation: { desc: finding.next.join('\n') } }),
		unmapped: {
			rank: finding.rank,
			score: finding.score,
			chance: finding.chance,
			platforms: finding.platforms,
			reasons: finding.reasons,
			baseline: finding.baseline,
			context: finding.context,
			stages: finding.stages,
			caveats: finding.caveats,
			...custodyOf(finding, document),
		},
	};
}

/** What was found; times in epoch ms. */
function infoPart(
	finding: Finding,
	document: FindingsDocument,
	{ start, end }: { readonly start: number; readonly end: number },
) {
	const analytic = analyticOf(document, finding.analytic);
	return {
		uid: finding.id,
		title: finding.title,
		desc: finding.reasons.map((reason) => `${reason.signal} (${measure(reason)}): ${reason.text}`).join(' '),
		analytic: { uid: finding.analytic, name: analytic?.name, type_id: 3, type: 'Statistical' },
		...(analytic === undefined ? {} : { attacks: [attackPart(analytic.attack)] }),
		created_time: end,
		first_seen_time: start,
		last_seen_time: end,
		data_sources: finding.platforms.map((platform) => OCSF_PRODUCTS[platform].name),
		product: { name: 'saashound', vendor_name: 'saashound', version: document.tool.version },
	};
}

/** How sure: fewer than one such finding in a hundred runs by chance is high, fewer than one a run medium. */
function confidence(chance: number) {
	if (chance < 0.01) return { confidence_id: 3, confidence: 'High' };
	return chance < 1 ? { confidence_id: 2, confidence: 'Medium' } : { confidence_id: 1, confidence: 'Low' };
}

function attackPart({ technique, techniqueName, tactic, version }: AttackReference) {
	const [parent] = technique.split('.');
	const known = TACTICS[tactic.toLowerCase().replaceAll(' ', '-')];
	const only = known ?? { name: tactic };
	// The list is what readers of versions before 1.1 know.
	const common = { version, tactic: only, tactics: [only] };
	if (technique === parent) return { ...common, technique: { uid: technique, name: techniqueName } };
	return { ...common, technique: { uid: parent }, sub_technique: { uid: technique, name: techniqueName } };
}

function userPart({ actor }: Finding) {
	const type = { user: [1, 'User'], service: [99, 'Service'], app: [99, 'Application'], system: [3, 'System'] }[actor.type];
	return { name: actor.id, full_name: actor.name, email_addr: actor.email, type_id: type[0], type: type[1] };
}

function evidencePart(record: EvidenceRef) {
	const { file, record: ordinal, id, time, operation, sha256 } = record;
	return { name: place(record), uid: id, api: { operation }, data: { file, record: ordinal, time, sha256 } };
}

function resourcePart({ role, type, id, name }: Entity) {
	return { uid: id, name: name ?? id, type, labels: [role] };
}

function addresses({ entities }: Finding): readonly string[] {
	return entities.filter(({ role }) => role === 'address').map(({ id }) => id);
}

/** Names point at members of the finding. */
function observables(finding: Finding) {
	const found = [{ name: 'evidences[0].actor.user.name', type_id: 4, type: 'User Name', value: finding.actor.id }];
	for (const [i, value] of addresses(finding).entries()) {
		found.push({ name: `evidences[${i + 1}].src_endpoint.ip`, type_id: 2, type: 'IP Address', value });
	}
	for (const [i, { id }] of resources(finding).entries()) {
		found.push({ name: `resources[${i}].uid`, type_id: 10, type: 'Resource UID', value: id });
	}
	return found;
}

function resources({ entities }: Finding): readonly Entity[] {
	return entities.filter(({ role }) => role !== 'address');
}
