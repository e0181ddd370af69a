import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { namesOf } from './staff.ts';
import type { World } from './world.ts';

function row(cells: readonly (string | boolean)[]): string {
	return cells
		.map((value) => (/[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value)))
		.join(',');
}

function iso(time: number): string {
	return new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** Writes what the organisation knows of itself: `people.csv`, `apps.csv`, `networks.csv`, `changes.csv`, `repositories.csv`. */
export function writeContext(world: World, folder: string): void {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	const files: Readonly<Record<string, readonly (readonly (string | boolean)[])[]>> = {
		'people.csv': [
			['user', 'name', 'department', 'role', 'account_type', 'privileged', 'developer', 'aliases'],
			...[...world.staff, ...Object.values(world.services)].map((person) => [
				person.email,
				person.name,
				person.kind === 'service' ? 'IT' : person.department.name,
				person.role,
				person.kind,
				person.privileged,
				person.developer,
				namesOf(person)
					.filter((name) => name !== person.email && name !== person.name.toLowerCase())
					.join(';'),
			]),
		],
		'apps.csv': [
			['app', 'name', 'platform', 'scopes', 'owner', 'review_by'],
			...world.approved.map((one) => [one.app, one.name, one.platform, one.scopes, one.owner, one.reviewBy]),
		],
		'networks.csv': [
			['cidr', 'name'],
			...[...world.egress.values()].flat().map(({ network }) => [network.cidr, network.asOrg]),
			[world.vpn.cidr, world.vpn.asOrg],
		],
		'changes.csv': [
			['id', 'start', 'end', 'actors', 'activities', 'note'],
			...[...world.tickets]
				.sort((a, b) => a.start - b.start)
				.map((one, at) => [
					`CHG-${1041 + at}`,
					iso(one.start),
					iso(one.end),
					one.actors.join(';'),
					one.activities.join(';'),
					one.note,
				]),
		],
		'repositories.csv': [
			['repository', 'sensitivity'],
			...world.repositories.filter((one) => one.restricted).map((one) => [one.name, 'restricted']),
		],
	};
	for (const [name, rows] of Object.entries(files)) writeFileSync(join(folder, name), `${rows.map(row).join('\n')}\n`);
}
