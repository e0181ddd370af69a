import {
	defineAnalytic,
	type HeardEvent,
	type Reason,
	UNCORROBORATED,
	usualWords,
	type View,
	withinWords,
} from '../../src/analytic.ts';

/** API tokens created far above the usual. */
export const analytic = defineAnalytic({
	id: 'AN0000',
	name: 'some-name',
	title: 'API tokens created far above the account’s own baseline',
	summary:
		'Counts the API tokens that an account creates on a platform and judges them against that account’s own past, its peers and its usual hours. A new network, country or client raises it.',
	attack: {
		technique: 'T0000',
		techniqueName: 'Name of the technique',
		tactic: 'Name of the tactic',
		strategy: 'DET0000',
		version: '18.1',
		url: 'https://attack.mitre.org/detectionstrategies/DET0000#AN0000',
	},
	options: {
		leastTokens: {
			kind: 'number',
			default: '3',
			min: 1,
			title: 'windows with fewer tokens are left alone; without history, tokens speak from ten times as many',
			unit: 'tokens',
		},
	},
	signals: {
		'token-rate': {
			title: 'Tokens against the usual',
			unit: 'tokens/window',
			text: 'tokens created, against the account’s own past, peers and time of day',
			witness: 'amount',
		},
		'session-novelty': {
			title: 'Unfamiliar session',
			unit: 'decades of rarity',
			text: 'network, country or client new to the account, or such a sign-in within 16 hours',
			witness: 'surroundings',
		},
		'no-history': {
			title: 'Fixed threshold',
			unit: 'tokens',
			text: 'with fewer than three days of history the count is held against ten times leastTokens',
			witness: 'amount',
		},
		uncorroborated: UNCORROBORATED,
	},
	series: [
		{
			id: 'tokens',
			unit: 'tokens',
			hears: ['token.create'],
			subject,
			judge,
			title: (view) =>
				`${Math.round(view.volume.observed)} tokens created on ${view.events[0]?.platform ?? ''} ${withinWords(view)}, against a usual ${usualWords(view)}`,
			next: (view) => [`ask ${view.person?.name ?? view.actor} what the tokens are for; revoke those that nobody knows`],
		},
	],
	marks: [],
	tuning: ['Name automation accounts as service accounts in people.csv.'],
	falsePositives: ['somebody sets up a new integration'],
	blindSpots: ['tokens that the platform does not log'],
});

function subject(event: HeardEvent): string | undefined {
	if (event.actor === '') return undefined;
	return `${event.actor}\n${event.platform}`;
}

function judge(view: View): readonly (Reason | undefined)[] {
	const least = view.number('leastTokens');
	if (view.volume.observed < least) return [];
	return [
		view.volumeLine('token-rate', 'created'),
		view.coldStartLine('no-history', 10 * least),
		view.noveltyLine('session-novelty', ['network', 'country', 'client']),
	];
}
