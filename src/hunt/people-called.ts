import type { EvidenceBase } from './evidence-base.ts';

/** The people (or applications that act) whom a text names: by any of their ids and addresses, else by display name, which several may share. Sorted. */
export function peopleCalled(text: string, { ledger, people }: EvidenceBase): readonly string[] {
	const wanted = text.trim().toLowerCase();
	const person = people.personOf(wanted);
	if (people.profile(person) !== undefined || people.namesOf(person).length > 1) return [person];
	const titled = [...ledger.names, ...ledger.appNames].filter(([, name]) => name.toLowerCase() === wanted).map(([id]) => id);
	if (ledger.appNames.has(wanted)) titled.push(wanted);
	return [...new Set(titled.map((id) => people.personOf(id)))].toSorted();
}
