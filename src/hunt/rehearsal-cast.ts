import { EvidenceError, UsageError } from '../model/errors.ts';
import { peopleCalled } from './people-called.ts';
import type { Scene } from './rehearsal-scene.ts';

/** People in a sweep. */
const MOST_PEOPLE = 500;

/** People who act, each in an attack of their own. */
export interface Cast {
	readonly people: readonly string[];
	/** People who could act as well, and do not. */
	readonly leftOut: number;
}

/**
 * Who acts in a single attack: who was asked for, otherwise somebody in the middle, by how much they do of what the attack does.
 * @throws UsageError when nobody or several people are called so; EvidenceError when nobody acts in the evidence
 */
export function actorOf(scene: Scene, asked: string | undefined): string {
	const { people } = scene.base;
	if (asked !== undefined) return personCalled(scene, asked);
	const counts = people.all
		.map((id) => ({ id, count: people.namesOf(id).reduce((sum, name) => sum + countOf(scene, name), 0) }))
		.filter(({ count }) => count > 0)
		.toSorted((a, b) => a.count - b.count || (a.id < b.id ? -1 : 1));
	const middle = counts[Math.floor(counts.length / 2)]?.id ?? people.all[0];
	if (middle === undefined) throw new EvidenceError('nobody acts in this evidence');
	return middle;
}

/**
 * Who acts in a sweep: everybody whom the platform knew before the attack's day, or the one who was asked for.
 * @throws UsageError as {@link actorOf}; EvidenceError when nobody was known before that day
 */
export function castOf(scene: Scene, asked: string | undefined): Cast {
	const chosen = asked === undefined ? everybody(scene) : [actorOf(scene, asked)];
	const step = chosen.length / MOST_PEOPLE;
	const people = step <= 1 ? chosen : Array.from({ length: MOST_PEOPLE }, (_, index) => chosen[Math.floor(index * step)] ?? '');
	if (people.length === 0)
		throw new EvidenceError('nobody is known before the day of the attack: the evidence is too short for a rehearsal');
	return { people, leftOut: chosen.length - people.length };
}

function everybody(scene: Scene): readonly string[] {
	const { base, habits, platform, day } = scene;
	return base.people.all.filter((id) => {
		const first = base.people.firstDay(id);
		const onPlatform = base.people
			.namesOf(id)
			.some((name) => habits.place(name, platform) !== undefined || countOf(scene, name) > 0);
		return first !== undefined && first < day && onPlatform && !base.inferred(id).service;
	});
}

function personCalled({ base }: Scene, asked: string): string {
	const [person, ...others] = peopleCalled(asked, base);
	if (others.length > 0)
		throw new UsageError(
			`--actor: '${asked}' is the name of ${others.length + 1} people; give an id: ${[person, ...others].join(', ')}`,
		);
	if (person === undefined) throw new UsageError(`--actor: nobody is called '${asked}' in this evidence; see saashound inspect`);
	return person;
}

/** How much of what the attack does somebody of this name does. */
function countOf({ rehearsal, habits, platform }: Scene, name: string): number {
	return rehearsal.activities.reduce((sum, activity) => sum + habits.count(name, platform, activity), 0);
}
