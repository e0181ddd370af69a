// The direction in which the rooms of this house open, as a test: `npm run architecture`. See docs/architecture.md.

/** A rule: files of `from` (but not `fromNot`) must not import `to` (but may `toNot`). */
function forbid(name, comment, from, to, { fromNot, toNot, types } = {}) {
	return {
		name,
		comment,
		severity: 'error',
		from: { path: from, ...(fromNot && { pathNot: fromNot }) },
		to: { path: to, ...(toNot && { pathNot: toNot }), ...(types && { dependencyTypes: types }) },
	};
}

const OURS = '^(?:bin|src|analytics|test|bench|scripts)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		{
			name: 'no-cycles',
			comment: 'Data walks one way through the rooms; two files that need each other are one file, or miss a third.',
			severity: 'error',
			from: {},
			to: { circular: true },
		},
		{
			name: 'no-unresolved',
			comment: 'An import that leads nowhere fails only when it is reached; better now.',
			severity: 'error',
			from: {},
			to: { couldNotResolve: true },
		},
		{
			name: 'no-development-packages',
			comment: 'What is published must not need a package that only developers have.',
			severity: 'error',
			from: { path: '^(?:bin|src|analytics)/' },
			to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: '@types/' },
		},
		forbid(
			'nobody-imports-tests',
			'Tests, benchmarks and scripts look at the program; the program never looks at them.',
			'^(?:bin|src|analytics)/',
			'^(?:test|bench|scripts)/',
		),
		forbid(
			'model-imports-nothing',
			'The model is the language that all rooms speak; it depends on none of them.',
			'^src/model/',
			OURS,
			{ toNot: '^src/model/' },
		),
		forbid(
			'pure-rooms-import-the-model-only',
			'What is measured, scored, known or printed is a function of the model: it can be tested and replaced alone.',
			'^src/(features|score|context|render)/',
			OURS,
			{ toNot: '^src/(?:model|$1)/' },
		),
		forbid('read-imports-the-model-only', 'Reading bytes must not know what platforms or analytics are.', '^src/read/', OURS, {
			toNot: '^src/(?:model|read|scan)/',
		}),
		forbid(
			'scan-imports-the-model-only',
			'The scanner knows bytes and records, not files, platforms or findings.',
			'^src/scan/',
			OURS,
			{
				toNot: '^src/(?:model|scan)/',
			},
		),
		forbid(
			'sources-import-model-and-field-readers',
			'A source is a declaration: it names places in records, and leaves opening, counting and judging to others.',
			'^src/sources/',
			OURS,
			{ toNot: '^src/(?:model|sources)/|^src/read/(?:fields|time|address)\\.ts$' },
		),
		forbid(
			'no-source-imports-another',
			'A platform can be added, changed or removed alone; src/sources/microsoft is a table that two share.',
			'^src/sources/([^/]+)/',
			'^src/sources/[^/]+/',
			{ toNot: '^src/sources/(?:$1|microsoft)/' },
		),
		forbid(
			'the-shared-table-knows-no-source',
			'A shared table that looked back at a source would tie the sources that share it to each other.',
			'^src/sources/microsoft/',
			'^src/sources/[^/]+/',
			{ toNot: '^src/sources/microsoft/' },
		),
		forbid(
			'hunt-imports-what-it-drives',
			'The engine drives reading, sources, scoring and context; it must not know how results are shown or asked for.',
			'^src/hunt/',
			OURS,
			{ toNot: '^src/(?:model|features|read|scan|sources|score|context|hunt)/|^src/analytic\\.ts$' },
		),
		forbid(
			'only-the-command-line-knows-analytics',
			'The engine serves every analytic alike; naming one in it would make a special case.',
			'^src/',
			'^analytics/',
			{ fromNot: '^src/cli/' },
		),
		forbid(
			'nobody-imports-the-command-line',
			'Options, exit codes and progress are the last step; nothing may depend on them.',
			'^(?:src|analytics)/',
			'^src/cli/',
			{ fromNot: '^src/cli/' },
		),
		forbid(
			'the-one-door-for-analytics',
			'An analytic sees declarations, features and the model, so that it can hold no clock, file or state.',
			'^analytics/',
			OURS,
			{ toNot: '^analytics/|^src/analytic\\.ts$|^src/(?:features|model)/' },
		),
		forbid(
			'no-analytic-imports-another',
			'Each analytic is understood, tuned and removed alone.',
			'^analytics/([^/]+)/',
			'^analytics/[^/]+/',
			{ toNot: '^analytics/$1/' },
		),
		forbid(
			'analytics-touch-no-machine',
			'The same evidence must give the same findings: no files, no clock, no network in an analytic.',
			'^analytics/',
			'.',
			{ types: ['core', 'npm'] },
		),
		forbid(
			'the-door-leads-inwards-only',
			'src/analytic.ts is what analytics build on; it must not pull the engine in behind them.',
			'^src/analytic\\.ts$',
			OURS,
			{ toNot: '^src/(?:model|features|score)/' },
		),
		forbid('bin-opens-the-command-line', 'The executable only starts the command line.', '^bin/', OURS, {
			toNot: '^src/cli/|^bin/built/',
		}),
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^dist/' },
		tsPreCompilationDeps: true,
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'node', 'default', 'types'],
			extensions: ['.ts', '.mjs', '.js', '.json'],
		},
	},
};
