import { isObject, type Json, type JsonObject } from '../../model/json.ts';
import { asJson, asObjects, asText, compilePath, compilePaths, member } from '../../read/fields.ts';

/** What Okta itself thought of a request. */
export interface RequestJudgement {
	/** LOW, MEDIUM or HIGH. */
	readonly level?: string;
	readonly reasons?: string;
	/** Names of the behaviours that were out of the ordinary, in the record's order. */
	readonly unusual: readonly string[];
}

const readRisk = compilePath('securityContext.risk');
const readBehaviors = compilePath('securityContext.userBehaviors');
const readBoth = compilePaths(['debugContext.debugData.logOnlySecurityData', 'debugContext.debugData.log_only_security_data']);
const readOldRisk = compilePath('debugContext.debugData.risk');
const readOldBehaviors = compilePath('debugContext.debugData.behaviors');

/** Reads risk and behaviours in all four notations: securityContext, JSON text, and the two maps printed as text. The newest notation wins. */
export function judgement(record: JsonObject): RequestJudgement {
	const both = asJson(readBoth(record));
	const [level, reasons] = risk(readRisk(record)) ?? risk(member(both, 'risk')) ?? risk(readOldRisk(record)) ?? [];
	const unusual =
		listed(readBehaviors(record)) ?? positives(member(both, 'behaviors')) ?? positives(readOldBehaviors(record)) ?? [];
	return { unusual, ...(level !== undefined && { level }), ...(reasons !== undefined && { reasons }) };
}

function risk(value: Json | undefined): readonly [string, string | undefined] | undefined {
	const parsed = asJson(value);
	if (isObject(parsed)) {
		const level = asText(member(parsed, 'level'));
		const reasons = member(parsed, 'reasons');
		return level === undefined ? undefined : [level, Array.isArray(reasons) ? reasons.map(asText).join(', ') : asText(reasons)];
	}
	const text = asText(parsed);
	// `{reasons=Anomalous Location, Anomalous Device, level=HIGH}`: the reasons hold the separator, so cut at the last `level=`.
	const at = text?.lastIndexOf('level=') ?? -1;
	if (text === undefined || at < 0) return undefined;
	const level = /^[A-Za-z]+/.exec(text.slice(at + 6))?.[0];
	const from = text.indexOf('reasons=');
	const reasons = from >= 0 && from < at ? text.slice(from + 8, at).replace(/,\s*$/, '') : undefined;
	return level === undefined ? undefined : [level, reasons];
}

function listed(value: Json | undefined): readonly string[] | undefined {
	const behaviors = asObjects(value);
	if (behaviors.length === 0) return undefined;
	return behaviors
		.filter((each) => asText(member(each, 'result')) === 'POSITIVE')
		.flatMap((each) => asText(member(each, 'name')) ?? []);
}

function positives(value: Json | undefined): readonly string[] | undefined {
	const parsed = asJson(value);
	if (isObject(parsed)) return Object.keys(parsed).filter((name) => asText(parsed[name]) === 'POSITIVE');
	const text = asText(parsed);
	if (text === undefined) return undefined;
	// `{New Geo-Location=NEGATIVE, New Device=POSITIVE}`: names may hold `=`.
	return text
		.replace(/^\{|\}$/g, '')
		.split(', ')
		.filter((part) => part.endsWith('=POSITIVE'))
		.map((part) => part.slice(0, -'=POSITIVE'.length));
}
