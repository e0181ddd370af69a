import { expect, test } from '@jest/globals';
import { analytic as removal } from '../../analytics/AN0339-account-removal/index.ts';
import { hunt } from '../../src/hunt/hunt.ts';
import { asking } from './asking.ts';
import { acted, quiet, removals } from './okta-log.ts';

const NOTE =
	'no sign-ins are in this evidence: whether somebody came in oddly, failed before or was flagged by the vendor cannot be seen; add the log that has them';

async function notes(log: string): Promise<readonly string[]> {
	return (await asking(log, { analytics: [removal] }, hunt)).run.notes;
}

test('evidence without sign-ins says so; one that failed is a sign-in', async () => {
	const log = removals('ana', 0, ['bo', 'cleo'], '192.0.2.10');
	const failed = JSON.stringify({ ...JSON.parse(acted('ana', 0, 'user.session.start', [])), outcome: { result: 'FAILURE' } });
	expect(await notes(log)).toContain(NOTE);
	expect(await notes(`${log}${failed}\n`)).not.toContain(NOTE);
	expect(await notes(log + quiet(1, ['ana']))).not.toContain(NOTE);
});
