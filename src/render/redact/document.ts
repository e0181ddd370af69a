import type { Explanation, JudgedWindow, WhyNot } from '../../model/explanation.ts';
import type {
	ContextNote,
	Entity,
	EvidenceRef,
	Finding,
	FindingEvidence,
	FindingsDocument,
	IncidentLink,
	InputRef,
	InputSummary,
	PartialRun,
	Reason,
	RunAnalytic,
	Stage,
} from '../../model/finding.ts';
import type { InspectResult } from '../../model/inspect.ts';
import type { NameSort } from './pseudonyms.ts';
import type { Redactor } from './redactor.ts';

const ROLES: Readonly<Record<Entity['role'], NameSort>> = {
	app: 'text',
	grantor: 'user',
	target: 'target',
	mailbox: 'mailbox',
	repository: 'repository',
	session: 'session',
	address: 'host',
};

/**
 * The findings document without names. How the program was called is left out: paths and names stand there.
 * @param wordy options that hold words of the user's own (`AN0339.allowActors`) with their defaults: what else was said there is replaced
 */
export function redactedDocument(
	document: FindingsDocument,
	redactor: Redactor,
	wordy: ReadonlyMap<string, string>,
): FindingsDocument {
	const { compared } = document.run;
	// A note names it, too.
	redactor.learn('evidence', compared?.file);
	return {
		...document,
		tool: redactedTool(document.tool),
		run: {
			...document.run,
			analytics: document.run.analytics.map((analytic) => analyticOf(analytic, redactor, wordy)),
			...(compared !== undefined && { compared: { ...compared, file: redactor.name(compared.file, 'evidence') } }),
			notes: document.run.notes.map((note) => redactor.text(note)),
			unusable: unusable(document.run.unusable, redactor),
			...(document.run.partial !== undefined && { partial: partialOf(document.run.partial, redactor) }),
		},
		inputs: document.inputs.map((input) => redactedInput(input, redactor)),
		...redactedFindings(document, redactor),
		coverage: document.coverage.map((row) => ({ ...row, text: redactor.text(row.text) })),
	};
}

function redactedFindings(
	{ findings, incidents }: FindingsDocument,
	redactor: Redactor,
): Pick<FindingsDocument, 'findings' | 'incidents'> {
	const redacted = findings.map((finding) => findingOf(finding, redactor));
	const ids = new Map(findings.map(({ id }, index) => [id, redacted[index]?.id ?? '']));
	const actors = new Map(findings.map(({ actor }, index) => [actor.id, redacted[index]?.actor]));
	const idOf = (id: string) => ids.get(id) ?? redactor.text(id);
	const linkOf = ({ by, id, name, findings: own }: IncidentLink): IncidentLink => {
		const named = { id, ...(name !== undefined && { name }) };
		const other =
			by === 'app'
				? redactor.app(named)
				: by === 'account'
					? (actors.get(id) ?? { id: redactor.name(id, 'user') })
					: { id: redactor.text(id) };
		return { by, id: other.id, ...(other.name !== undefined && { name: other.name }), findings: own.map(idOf) };
	};
	return {
		findings: redacted.map(({ incident, ...finding }) => ({
			...finding,
			...(incident !== undefined && { incident: idOf(incident) }),
		})),
		incidents: incidents.map((incident) => ({
			id: idOf(incident.id),
			findings: incident.findings.map(idOf),
			window: incident.window,
			links: incident.links.map(linkOf),
		})),
	};
}

function analyticOf(analytic: RunAnalytic, redactor: Redactor, wordy: ReadonlyMap<string, string>): RunAnalytic {
	const words = (text: string) =>
		text
			.split(',')
			.map((word) => redactor.name(word, word.includes('@') ? 'user' : 'text'))
			.join(',');
	const options = Object.entries(analytic.options).map(([name, value]): [string, string | number | boolean] => {
		const usual = wordy.get(`${analytic.id}.${name}`);
		return [name, typeof value !== 'string' || usual === undefined || usual === value ? value : words(value)];
	});
	return { ...analytic, options: Object.fromEntries(options) };
}

/** What `inspect` found, without names. */
export function redactedInspection(result: InspectResult, redactor: Redactor): InspectResult {
	return {
		...result,
		tool: redactedTool(result.tool),
		inputs: result.inputs.map((input) => ({ ...input, ...redactedInput(input, redactor) })),
		platforms: result.platforms.map((platform) => ({
			...platform,
			actors: platform.actors.map((tally) => ({ ...tally, value: redactor.name(tally.value, 'user') })),
			apps: platform.apps.map((tally) => ({ ...tally, value: redactor.app({ id: tally.value }).id })),
			addresses: platform.addresses.map((tally) => ({ ...tally, value: redactor.address(tally.value) })),
			notes: platform.notes.map((note) => redactor.text(note)),
		})),
		coverage: result.coverage.map((row) => ({ ...row, text: redactor.text(row.text) })),
		notes: result.notes.map((note) => redactor.text(note)),
		unusable: unusable(result.unusable, redactor),
	};
}

/** What `hunt --explain` says, without names. */
export function redactedExplanation(explanation: Explanation, redactor: Redactor): Explanation {
	return {
		...explanation,
		tool: redactedTool(explanation.tool),
		inputs: redactedInputs(explanation.inputs, redactor),
		finding: findingOf(explanation.finding, redactor),
		context: { ...explanation.context, lines: explanation.context.lines.map((reason) => redactedReason(reason, redactor)) },
	};
}

/** What `hunt --why-not` says, without names. */
export function redactedWhyNot(whyNot: WhyNot, redactor: Redactor): WhyNot {
	return {
		...whyNot,
		tool: redactedTool(whyNot.tool),
		inputs: redactedInputs(whyNot.inputs, redactor),
		asked: redactor.name(whyNot.asked, 'user'),
		people: whyNot.people.map((person) => ({
			...person,
			id: redactor.name(person.id, 'user'),
			names: person.names.map((name) => redactor.name(name, 'user')),
		})),
		alike: whyNot.alike.map((name) => redactor.name(name, 'user')),
		analytics: whyNot.analytics.map((silence) => ({
			...silence,
			text: redactor.text(silence.text),
			windows: silence.windows.map((window) => windowOf(window, redactor)),
		})),
	};
}

function windowOf(window: JudgedWindow, redactor: Redactor): JudgedWindow {
	return {
		...window,
		title: redactor.text(window.title),
		reasons: window.reasons.map((reason) => redactedReason(reason, redactor)),
		context: window.context.map((note) => noteOf(note, redactor)),
		...(window.finding !== undefined && { finding: { ...window.finding, id: redactor.text(window.finding.id) } }),
		first: refOf(window.first, redactor),
	};
}

function findingOf(finding: Finding, redactor: Redactor): Finding {
	const actor = redactor.actor(finding.actor);
	const { stages, series } = finding;
	const begun = `${finding.window.start.slice(0, 16)}Z`;
	const apart = finding.id.slice(finding.id.lastIndexOf(begun) + begun.length);
	return {
		...finding,
		id: `${finding.analytic}/${finding.platforms.join('+')}/${actor.id}/${begun}${redactor.text(apart)}`,
		title: redactor.text(finding.title),
		actor,
		entities: finding.entities.map((entity) => entityOf(entity, redactor)),
		reasons: finding.reasons.map((reason) => redactedReason(reason, redactor)),
		context: finding.context.map((note) => noteOf(note, redactor)),
		...(stages !== undefined && { stages: stages.map((stage) => stageOf(stage, redactor)) }),
		...(series !== undefined && {
			series: { ...series, signIns: series.signIns.map((signIn) => ({ ...signIn, text: redactor.text(signIn.text) })) },
		}),
		evidence: evidenceOf(finding.evidence, redactor),
		caveats: finding.caveats.map((caveat) => redactor.text(caveat)),
		next: finding.next.map((step) => redactor.text(withoutPaths(step))),
	};
}

function evidenceOf({ count, files, sample }: FindingEvidence, redactor: Redactor): FindingEvidence {
	return {
		count,
		...(files !== undefined && { files: files.map((file) => redactor.name(file, 'evidence')).toSorted() }),
		sample: sample.map((ref) => refOf(ref, redactor)),
	};
}

function entityOf(entity: Entity, redactor: Redactor): Entity {
	if (entity.role === 'app' || entity.type === 'app') return redactor.app(entity);
	const sort = entity.type === 'folder' ? 'file' : entity.type === 'user' ? 'user' : ROLES[entity.role];
	return {
		...entity,
		id: redactor.name(entity.id, sort),
		...(entity.name !== undefined && { name: redactor.name(entity.name, sort) }),
	};
}

/** A line of a ledger without names. */
export function redactedReason(reason: Reason, redactor: Redactor): Reason {
	const side = (value: number | string) => (typeof value === 'string' ? redactor.text(value) : value);
	return {
		...reason,
		observed: side(reason.observed),
		expected: side(reason.expected),
		text: redactor.text(withoutWords(reason.text)),
	};
}

function noteOf(note: ContextNote, redactor: Redactor): ContextNote {
	return { ...note, text: redactor.text(withoutWords(note.text)) };
}

// Tickets and networks are called what people chose to call them: no list of names covers that.
function withoutWords(text: string): string {
	const ticket = /^change ticket .* covers (\d+ of (?:\d+ events.{0,100}|them))$/s.exec(text);
	if (ticket !== null) return `a change ticket covers ${ticket[1]}`;
	const tickets = /^(\d+ change tickets) \(.*; …\) cover (\d+ of \d+ events.{0,100})$/s.exec(text);
	if (tickets !== null) return `${tickets[1]} cover ${tickets[2]}`;
	const network = /^(\d+ of \d+ events) from .*, a trusted network$/s.exec(text);
	return network === null ? text : `${network[1]} from a trusted network`;
}

// Folders and files of the user's own are called what people chose, too: they are no part of the evidence. Names are found as they are, not as a shell
// has them quoted: o'hara, not o'\''hara.
function withoutPaths(step: string): string {
	if (!step.startsWith('saashound ')) return step;
	return step.replaceAll(/ (--context|--columns|--geoip) (?:'(?:[^']|'\\'')*'|[^\s']+)/g, ' $1 …').replaceAll("'\\''", "'");
}

function stageOf(stage: Stage, redactor: Redactor): Stage {
	return {
		...stage,
		text: redactor.text(stage.text),
		...(stage.evidence !== undefined && { evidence: refOf(stage.evidence, redactor) }),
	};
}

function refOf(ref: EvidenceRef, redactor: Redactor): EvidenceRef {
	return { ...ref, file: redactor.name(ref.file, 'evidence') };
}

/** An input without names. */
export function redactedInput(input: InputSummary, redactor: Redactor): InputSummary {
	const file = redactor.name(input.file, 'evidence');
	return {
		...input,
		file,
		...(input.archive !== undefined && { archive: { ...input.archive, file: redactor.name(input.archive.file, 'evidence') } }),
		// What was got instead is a piece of a record.
		problems: input.problems.map(
			(problem) =>
				`${file}: a record that could not be used; expected ${redactor.text(problem.split('; expected ').at(-1) ?? '')}`,
		),
		notes: input.notes.map((note) => redactor.text(note)),
	};
}

function partialOf({ reason, partly, unread }: PartialRun, redactor: Redactor): PartialRun {
	const names = (files: readonly string[]) => files.map((file) => redactor.name(file, 'evidence')).toSorted();
	return { reason, partly: names(partly), unread: names(unread) };
}

function unusable<T extends { readonly file: string; readonly why: string }>(
	files: readonly T[],
	redactor: Redactor,
): readonly T[] {
	return files.map((entry) => ({ ...entry, file: redactor.name(entry.file, 'evidence'), why: redactor.text(entry.why) }));
}

/** Inputs by hash, their names replaced. */
export function redactedInputs(inputs: readonly InputRef[], redactor: Redactor): readonly InputRef[] {
	return inputs.map(({ file, sha256, archive }) => ({
		file: redactor.name(file, 'evidence'),
		sha256,
		...(archive !== undefined && { archive: { ...archive, file: redactor.name(archive.file, 'evidence') } }),
	}));
}

/** How the program was called, without its words. */
export function redactedTool<T extends { readonly arguments: readonly string[] }>(tool: T): T {
	const [command] = tool.arguments;
	return { ...tool, arguments: [...(command === undefined ? [] : [command]), '--redact'] };
}
