import { ANALYTICS } from '../../organisation/world.ts';
import type { Rival } from '../model.ts';
import { riskPractice } from './practice.ts';
import { RULES } from './rules.ts';
import { robust, zScore } from './statistics.ts';
import { strongest } from './strongest.ts';

/** All that saashound is compared with. */
export const RIVALS: readonly Rival[] = [
	{
		name: 'public static rules',
		find: (events) =>
			ANALYTICS.flatMap((analytic) =>
				strongest(RULES.filter((rule) => rule.analytic === analytic).flatMap((rule) => rule.find(events))),
			),
	},
	riskPractice,
	{ name: 'z-score (hour, day)', find: (events) => zScore(events) },
	{ name: 'median and MAD (day)', find: (events) => robust(events) },
];
