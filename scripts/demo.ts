/**
 * Writes `fixtures/demo/` (evidence), `fixtures/demo-context/` and `fixtures/demo-truth.json`: a small invented organisation in four
 * weeks with one attack an analytic and harmless affairs beside them. `node bench/run.mjs demo`; the same bytes every time.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Affair, approve } from '../bench/organisation/affairs.ts';
import { ATTACKS } from '../bench/organisation/attacks/index.ts';
import { licenceCleanUp, offboarding } from '../bench/organisation/benign/accounts.ts';
import { driveTool, rollout } from '../bench/organisation/benign/apps.ts';
import { marketingUpload, migration } from '../bench/organisation/benign/files.ts';
import { backupRollout, harmlessMailer, legalSearch } from '../bench/organisation/benign/mail.ts';
import { expiredPassword, newEgress, traveller } from '../bench/organisation/benign/people.ts';
import { newLaptop, securityReview } from '../bench/organisation/benign/repositories.ts';
import { buildWorld } from '../bench/organisation/build.ts';
import { dayStart } from '../bench/organisation/calendar.ts';
import { writeContext } from '../bench/organisation/context.ts';
import { type Piece, writeEvidence } from '../bench/organisation/evidence.ts';
import { liveRoutine } from '../bench/organisation/routine.ts';
import { runServices } from '../bench/organisation/services.ts';
import { DEFAULTS, truthOf } from '../bench/organisation/simulate.ts';
import type { AnalyticId, SizeKind } from '../bench/organisation/world.ts';

/** Each platform as somebody would have got it: console downloads, API pages, a collector's lines. */
const PIECES: readonly Piece[] = [
	{ file: 'okta/system-log.json', stream: 'okta', format: 'array', part: [0, 0.32] },
	{ file: 'okta/system-log-2.ndjson.gz', stream: 'okta', format: 'ndjson.gz', part: [0.3, 1] },
	{ file: 'm365/AuditLog_2026-02-16_2026-02-23.csv', stream: 'm365', format: 'purview-csv', part: [0, 0.27] },
	{ file: 'm365/ual-2.ndjson.gz', stream: 'm365', format: 'ndjson.gz', part: [0.25, 1] },
	{ file: 'm365/InteractiveSignIns.json', stream: 'entra-signins', format: 'graph-page', part: [0.75, 1] },
	{ file: 'github/audit-log.ndjson', stream: 'github', format: 'ndjson', part: [0, 0.62] },
	{ file: 'github/export-git.json.gz', stream: 'github', format: 'ndjson.gz', part: [0.6, 1] },
	{ file: 'box/events.json', stream: 'box', format: 'box-page' },
	{ file: 'google-workspace/drive.ndjson', stream: 'google-drive', format: 'ndjson' },
	{
		file: 'google-workspace/admin-token-login.ndjson',
		stream: ['google-admin', 'google-token', 'google-login'],
		format: 'ndjson',
	},
	{ file: 'salesforce/SetupAuditTrail.csv', stream: 'salesforce-setup', format: 'setup-csv' },
	{ file: 'salesforce/LoginHistory.csv', stream: 'salesforce-login', format: 'login-csv' },
	{ file: 'zoom/operation-logs.json', stream: 'zoom-operations', format: 'zoom-operations' },
	{ file: 'zoom/activities.json', stream: 'zoom-activity', format: 'zoom-activities' },
];

const AFFAIRS: readonly Affair[] = [
	newEgress,
	traveller,
	traveller,
	expiredPassword,
	expiredPassword,
	migration(true),
	marketingUpload,
	newLaptop,
	securityReview(true),
	offboarding(true),
	licenceCleanUp('salesforce', false),
	backupRollout,
	harmlessMailer(1),
	legalSearch(true),
	rollout(true),
	driveTool,
];

/** Analytic, size and which of its ways. */
const CAMPAIGNS: readonly (readonly [AnalyticId, SizeKind, number])[] = [
	['AN1349', 'medium', 0],
	['AN0132', 'loud', 3],
	['AN0732', 'loud', 3],
	['AN1514', 'loud', 1],
	['AN0339', 'loud', 0],
];

const world = buildWorld({
	...DEFAULTS,
	people: 42,
	days: 28,
	seed: 'demo',
	start: dayStart('2026-02-16'),
	attacks: 1,
	addresses: 'documentation',
	density: 0.16,
	scale: 0.28,
	clear: true,
});
const owner = world.staff.find((person) => person.department.name === 'IT') ?? world.services.scim;
approve(world, world.apps.backup, 'm365', [], owner);
approve(world, world.apps.scheduler, 'm365', [], owner);
for (const [analytic, size, which] of CAMPAIGNS)
	ATTACKS[analytic](world, world.random.fork(`demo/attack/${analytic}`), size, which);
for (const [at, affair] of AFFAIRS.entries()) affair(world, world.random.fork(`demo/affair/${at}`));
runServices(world);
liveRoutine(world);

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));
rmSync(join(fixtures, 'demo'), { recursive: true, force: true });
const records = writeEvidence(world, join(fixtures, 'demo'), PIECES, { duplicates: 0.02, shuffled: true });
writeContext(world, join(fixtures, 'demo-context'));
writeFileSync(join(fixtures, 'demo-truth.json'), `${JSON.stringify(truthOf(world), null, '\t')}\n`);
process.stderr.write(`${records} records in fixtures/demo\n`);
