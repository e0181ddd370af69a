import type { Affair } from '../affairs.ts';
import type { World } from '../world.ts';
import { licenceCleanUp, longLeave, newAdministrator, nightMaintenance, offboarding } from './accounts.ts';
import { adminTool, codeTool, driveTool, keyRotation, mailMerge, rollout } from './apps.ts';
import { boxSync, marketingUpload, migration, monthEnd, projectCopy, scans } from './files.ts';
import { backupRollout, catchUp, customerSystem, harmlessMailer, imapProgram, legalSearch, newPhone } from './mail.ts';
import { expiredPassword, newComputer, newEgress, traveller } from './people.ts';
import { archiveScript, buildMove, hotelClones, newLaptop, newTeam, securityReview } from './repositories.ts';

/** What happens how often in 300 people and 45 days; `whole` happens once or not at all, however small the organisation. */
const AFFAIRS: readonly (readonly [affair: Affair, times: number, whole?: boolean])[] = [
	[newEgress, 1, true],
	[traveller, 12],
	[newComputer, 14],
	[expiredPassword, 22],
	[migration(), 4],
	[monthEnd, 1, true],
	[marketingUpload, 3],
	[projectCopy, 2],
	[boxSync, 2],
	[scans, 2],
	[newLaptop, 4],
	[securityReview(), 2],
	[newTeam, 3],
	[hotelClones, 2],
	[archiveScript, 1],
	[buildMove, 1],
	[offboarding(), 3],
	[licenceCleanUp(), 3],
	[nightMaintenance, 2],
	[newAdministrator, 2],
	[longLeave, 1],
	[harmlessMailer(0), 1, true],
	[harmlessMailer(1), 1],
	[backupRollout, 1],
	[customerSystem, 1],
	[legalSearch(), 2],
	[catchUp, 4],
	[newPhone, 4],
	[imapProgram, 2],
	[rollout(true), 1],
	[rollout(false), 1],
	[adminTool, 3],
	[driveTool, 3],
	[mailMerge, 3],
	[codeTool, 2],
	[keyRotation, 2],
];

/** All harmless affairs, in number as the size of the organisation asks. */
export function liveAffairs(world: World): void {
	const { people, days, lookAlikes } = world.settings;
	const size = lookAlikes * ((people * days) / 13_500) ** 0.7;
	for (const [at, [affair, times, whole]] of AFFAIRS.entries()) {
		const random = world.random.fork(`affair/${at}`);
		const wanted = whole === true ? Math.min(1, lookAlikes) : Math.floor(times * size + random.next());
		for (let left = wanted; left > 0; left--) affair(world, random);
	}
}
