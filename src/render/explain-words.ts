import type { VolumeBasis } from '../model/explanation.ts';
import { duration } from './clock.ts';
import { counted, decimal, percent, small } from './number.ts';

/** The numbers behind a volume, a row each: label and sentence. */
export function volumeRows(basis: VolumeBasis & { readonly line: number }, unit: string): readonly (readonly [string, string])[] {
	const { days, weight, prior, share, expected, dispersion, tail, daysAsMuch, ownLimit } = basis;
	const rate = days === 0 ? 0 : weight / days;
	const whose =
		prior.of === 'peers'
			? 'people of the same department and role'
			: prior.of === 'organisation'
				? 'the organisation'
				: 'nobody known: a weak guess';
	const rows: (readonly [string, string])[] = [
		['history', `${counted(days, 'day')} with ${small(weight)} ${unit}: ${small(rate)} a day`],
		[
			'others',
			`${whose}: ${small(prior.a / prior.b)} a day, counted like ${decimal(prior.b, 1)} ${decimal(prior.b, 1) === '1' ? 'day' : 'days'} of history`,
		],
		['clock', `a window of ${duration(basis.length)} at that time holds ${percent(share)} of an average day`],
		[
			'expected',
			`(${small(prior.a)} + ${small(weight)}) / (${decimal(prior.b, 1)} + ${days}) x ${small(share)} = ${small(expected)} ${unit}`,
		],
		[
			'dispersion',
			`${decimal(dispersion, 2)}: how much windows of this length vary beyond chance, over all ${counted(basis.known, 'subject')} known`,
		],
		[
			'tail',
			`so many or more come about once in 10^${decimal(tail, 1)} such windows if counts were all; compressed: ${decimal(basis.line, 1)} decades`,
		],
	];
	if (daysAsMuch > 0 && ownLimit !== undefined)
		rows.push([
			'before',
			`as much on ${counted(daysAsMuch, 'earlier day')}: the tail counts as 10^${decimal(Math.min(tail, ownLimit), 1)} at most`,
		]);
	if (basis.evidenceDays < 3)
		rows.push(['cold start', `the evidence holds only ${counted(basis.evidenceDays, 'day')} before: the volume counts in part`]);
	return rows;
}
