import { distinctOf, factOf, type HeardEvent, line, type Reason, type View } from '../../src/analytic.ts';

/** What a kind of access that this mailbox was not read by before adds, decades: programs have reasons of their own. */
const NEW_KIND = 0.2;

const MAIL_PROTOCOL = /imap|pop3/i;
const PROTOCOLS: readonly (readonly [pattern: RegExp, words: string])[] = [
	[MAIL_PROTOCOL, 'IMAP or POP, which knows no second factor'],
	[/webservices|\bews\b/i, 'Exchange Web Services'],
	[/powershell/i, 'PowerShell'],
	[/activesync/i, 'ActiveSync'],
];

/** By what kind of access a record came about, in words; undefined for a person's own mail client or browser, and for apps with delegated rights. */
export function kindOf(event: HeardEvent): string | undefined {
	if (event.details['appOnly'] === true) return 'a permission of the application itself, without a user';
	if (/^basic\b/i.test(factOf(event, 'tokenKind') ?? '')) return 'basic authentication';
	if (event.details['delegate'] === true) return 'delegate access to somebody else’s mailbox';
	return PROTOCOLS.find(([pattern]) => pattern.test(event.client ?? ''))?.[1];
}

/** Whether a record came about over IMAP or POP. */
export function isProtocol({ client }: HeardEvent): boolean {
	return MAIL_PROTOCOL.test(client ?? '');
}

/** Line for a kind of access by which this person's mailbox was not read before. */
export function tokenKind(view: View): Reason | undefined {
	const counts = new Map<string, number>();
	for (const event of view.events) {
		const kind = kindOf(event);
		if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
	}
	const [most] = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
	if (most === undefined || most[1] * 2 < view.events.length || view.gate === 0) return undefined;
	const [target] = distinctOf(view.events.map((event) => event.target));
	const earlier = view.find({
		activities: ['mail.read'],
		...(target === undefined ? { person: view.actor } : { target }),
		from: Number.NEGATIVE_INFINITY,
		to: view.start,
	});
	if (earlier.some((event) => kindOf(event) === most[0])) return undefined;
	return line('token-kind', NEW_KIND * view.gate, {
		observed: most[1],
		expected: 0,
		unit: 'records',
		text: `${most[1]} of ${view.events.length} records by ${most[0]}: this mailbox had not been read so before`,
	});
}
