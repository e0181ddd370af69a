import type { EvidenceRequest, HuntRequest } from '../hunt/request.ts';
import { UsageError } from '../model/errors.ts';
import type { Explanation, WhyNot } from '../model/explanation.ts';
import { withEvidence } from './evidence.ts';
import type { EvidenceOptions, ZoneOptions } from './options/common.ts';
import type { OutputPlan } from './options/format.ts';
import { layoutFor } from './print-findings.ts';
import { type RedactOptions, redactorFor } from './redaction.ts';
import { deliver } from './sink.ts';
import { warnOf } from './warnings.ts';

/** What is asked of one finding (`explain`) or of one person (`whyNot`). */
export interface CloserLook extends EvidenceOptions, ZoneOptions, RedactOptions {
	readonly explain?: string;
	readonly whyNot?: string;
	readonly outputs: readonly OutputPlan[];
	asked(request: EvidenceRequest): HuntRequest;
}

/**
 * Prints why a finding is one, or why somebody is not reported.
 * @throws UsageError for another format than table and json, or a finding that is not there
 */
export async function lookCloser(evidence: readonly string[], look: CloserLook): Promise<void> {
	const { explain: finding, whyNot: actor } = look;
	for (const { format } of look.outputs) {
		if (format !== 'table' && format !== 'json')
			throw new UsageError(`--${finding === undefined ? 'why-not' : 'explain'} prints table or json, not ${format}`);
	}
	const drawn = await withEvidence(evidence, look, async (request) => {
		const redactor = await redactorFor(request, look);
		const redact = await import('../render/redact/document.ts');
		const asked = look.asked({ ...request, onInputs: (inputs) => warnOf(inputs, look) });
		if (finding !== undefined) {
			const explanation = await (await import('../hunt/explain.ts')).explain(asked, finding);
			return redactor === undefined ? explanation : redact.redactedExplanation(explanation, redactor);
		}
		const answer = await (await import('../hunt/why-not.ts')).whyNot(asked, actor ?? '');
		return redactor === undefined ? answer : redact.redactedWhyNot(answer, redactor);
	});
	const render = await import('../render/explain-table.ts');
	for (const { file, format } of look.outputs) {
		const layout = layoutFor(file, look);
		const text =
			format === 'json'
				? render.renderExplainJson(drawn, layout)
				: isExplanation(drawn)
					? render.renderExplanation(drawn, layout)
					: render.renderWhyNot(drawn, layout);
		await deliver(file, text);
	}
}

function isExplanation(value: Explanation | WhyNot): value is Explanation {
	return value.schema === 'saashound/explanation/1';
}
