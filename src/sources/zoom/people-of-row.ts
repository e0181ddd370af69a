import type { JsonObject } from '../../model/json.ts';
import type { ObjectDraft } from '../reshape.ts';
import { address } from './operation-detail.ts';

// A batch names each person in one sentence; nobody deletes more than some thousand users in one.
const MAX_LENGTH = 64_000;
/** Of what a sentence says of all its people so much is repeated for each: of the words before and after their names, and of attributes. */
const MAX_WORDS = 200;
const MAX_SHARED = 500;
/** Words that may stand between two addresses of one list. */
const JOINTS: ReadonlySet<string> = new Set(['and', '&', '+']);

/**
 * A row of the operation report as one row a person: a batch (`Delete User  - bo@example.com - cy@example.com`) holds many in one sentence.
 * Each gets the sentence with its own name and what is said of it or of all; a row of one person stays as it is.
 */
export function rowsByPerson(row: ObjectDraft, sentence: string): readonly JsonObject[] {
	if (sentence.indexOf('@') === sentence.lastIndexOf('@')) return [row];
	const [head = '', ...rest] = sentence.slice(0, MAX_LENGTH).split(' - ');
	const { before, people, after } = listIn(head);
	const inHead = new Set(people);
	const own = new Map<string, string[]>(people.map((person) => [person, []]));
	const shared: string[] = [];
	for (const attribute of rest) {
		const text = attribute.trim();
		const person = personIn(text);
		if (person === undefined) shared.push(text);
		else {
			const said = own.get(person);
			if (said === undefined) own.set(person, [text]);
			else said.push(text);
		}
	}
	if (own.size < 2) return [row];
	const ofAll = shared.length === 0 ? '' : ` - ${shared.join(' - ')}`.slice(0, MAX_SHARED);
	return Array.from(own, ([person, attributes]) => {
		const name = inHead.has(person) ? ` ${person}` : '';
		const said = attributes.map((text) => ` - ${text}`).join('');
		return { ...row, operation_detail: `${before}${name}${after} ${said}${ofAll}`.trim() };
	});
}

/** The first list of addresses in the words before the attributes; a word between two ends it: `… of bo@example.com to cy@example.com`. */
function listIn(head: string): { readonly before: string; readonly people: readonly string[]; readonly after: string } {
	const words = head.split(/[\s,;]+/);
	const start = words.findIndex((word) => address(word) !== undefined);
	if (start < 0) return { before: head.trim().slice(0, MAX_WORDS), people: [], after: '' };
	const people = new Set<string>();
	let end = start;
	for (; end < words.length; end += 1) {
		const word = words[end] ?? '';
		const person = address(word);
		if (person !== undefined) people.add(person);
		else if (!JOINTS.has(word)) break;
	}
	const after = words.slice(end).join(' ').slice(0, MAX_WORDS);
	const before = words.slice(0, start).join(' ').slice(0, MAX_WORDS);
	return { before, people: [...people], after: after === '' ? '' : ` ${after}` };
}

/** The person whom an attribute names: an address alone or in angle brackets, before the colon if there is one. */
function personIn(attribute: string): string | undefined {
	const colon = attribute.indexOf(': ');
	const name = (colon < 0 ? attribute : attribute.slice(0, colon)).trim();
	const bracket = name.indexOf('<');
	const word = bracket < 0 ? name : name.slice(bracket);
	return word.includes(' ') ? undefined : address(word);
}
