import type { EventDraft, Target } from '../../model/event.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import type { ActivityRule, ActivityTable } from '../../model/source.ts';
import { asFlag, asNumber, asObjects, asText, compilePath, member } from '../../read/fields.ts';
import { entryOf, isGuid, isUpn, named } from '../microsoft/values.ts';
import { addDetails, each, when } from '../rules.ts';
import { logonType } from './record.ts';

type Reader = NonNullable<ActivityRule['read']>;

const readFolder = compilePath('Item.ParentFolder.Path');
/** More items than one record can stand for; a hostile number must not drown everything else. */
const MOST_ITEMS = 1e6;

/** Makes the mailbox the event's target and says whether somebody else than its owner was in it. */
export function readMailbox(record: JsonObject, event: EventDraft): void {
	const owner = named(member(record, 'MailboxOwnerUPN'))?.toLowerCase();
	const guid = named(member(record, 'MailboxGuid'))?.toLowerCase();
	const id = owner ?? guid;
	if (id === undefined) return;
	event.target = { type: 'mailbox', id, ...(guid !== undefined && guid !== id && { aliases: [guid] }) };
	const { actor } = event;
	const logon = logonType(record);
	// An owner may have two names: after a marriage, or in two domains.
	const other =
		logon !== 'owner' && actor?.type === 'user' && owner !== undefined && isUpn(owner) && isUpn(actor.id) && actor.id !== owner;
	addDetails(event, { logonType: logon, delegate: other ? true : undefined });
}

const accessed: Reader = (_record, _event, later) => later(readAccess);

function readAccess(record: JsonObject, event: EventDraft): void {
	const properties = member(record, 'OperationProperties');
	const access = entryOf(properties, 'MailAccessType') ?? entryOf(properties, 'AttachmentAccessType');
	const throttled = asFlag(entryOf(properties, 'IsThrottled'));
	const folders = asObjects(member(record, 'Folders'));
	const folder = asText(readFolder(record)) ?? asText(member(folders[0], 'Path'));
	const sync = access?.toLowerCase() === 'sync';
	// A synchronisation names the folder that was handed over whole, and no message in it.
	if (!sync) event.items = countOf(record) ?? (listedItems(folders, 'FolderItems') || 1);
	addDetails(event, {
		accessType: access,
		folder,
		folders: sync ? Math.max(1, folders.length) : undefined,
		throttled: throttled === true ? true : undefined,
	});
}

const attachments: Reader = (record, event) => {
	event.items = countOf(record) ?? (listedItems(asObjects(member(record, 'Messages')), 'MessageItems') || 1);
	addDetails(event, { attachments: true, accessType: entryOf(member(record, 'OperationProperties'), 'AttachmentAccessType') });
};

/** Parameters of a rule or mailbox that send mail away or hide it, and the names under which details carry them. */
const SUSPICIOUS: readonly (readonly [parameter: string, detail: string])[] = [
	['ForwardTo', 'forwardTo'],
	['RedirectTo', 'redirectTo'],
	['ForwardAsAttachmentTo', 'forwardAsAttachmentTo'],
	['ForwardingSmtpAddress', 'forwardTo'],
	['ForwardingAddress', 'forwardTo'],
	['BlindCopyTo', 'blindCopyTo'],
	['RedirectMessageTo', 'redirectTo'],
	['MoveToFolder', 'moveToFolder'],
	['CopyToFolder', 'copyToFolder'],
	['BodyContainsWords', 'bodyContainsWords'],
	['SubjectContainsWords', 'subjectContainsWords'],
	['SubjectOrBodyContainsWords', 'subjectOrBodyContainsWords'],
	['From', 'from'],
	['Name', 'rule'],
];

const rule: Reader = (record, event) => {
	const parameters = member(record, 'Parameters');
	const facts: Record<string, string | boolean | undefined> = {};
	for (const [name, detail] of SUSPICIOUS) facts[detail] ??= parameter(parameters, name);
	for (const [name, detail] of [
		['DeleteMessage', 'deleteMessage'],
		['MarkAsRead', 'markAsRead'],
		['DeliverToMailboxAndForward', 'deliverAndForward'],
	] as const) {
		if (asFlag(parameter(parameters, name)) === true) facts[detail] = true;
	}
	mailboxOf(record, event, parameter(parameters, 'Mailbox') ?? parameter(parameters, 'Identity'));
	addDetails(event, facts);
	tellExternal(event, [facts['forwardTo'], facts['redirectTo'], facts['forwardAsAttachmentTo'], facts['blindCopyTo']]);
};

/** Rules that Outlook writes itself: what they do stands as JSON text among the operation's properties. */
const clientRule: Reader = (record, event) => {
	const properties = member(record, 'OperationProperties');
	const recipients: string[] = [];
	const actions = new Set<string>();
	for (const action of asObjects(entryOf(properties, 'RuleActions'))) {
		const type = asText(member(action, 'ActionType'));
		if (type !== undefined) actions.add(type);
		const list = member(action, 'Recipients');
		if (Array.isArray(list)) recipients.push(...list.map((entry: Json) => asText(entry)).filter((text) => text !== undefined));
	}
	const kinds = [...actions].map((action) => action.toLowerCase());
	const forwardTo = recipients.length > 0 ? recipients.join(';') : undefined;
	addDetails(event, {
		rule: entryOf(properties, 'RuleName'),
		ruleOperation: entryOf(properties, 'RuleOperation'),
		actions: actions.size > 0 ? [...actions].join(' ') : undefined,
		deleteMessage: kinds.some((kind) => kind.includes('delete')) ? true : undefined,
		forwardTo,
	});
	tellExternal(event, [forwardTo]);
};

const permission: Reader = (record, event) => {
	const parameters = member(record, 'Parameters');
	mailboxOf(record, event, parameter(parameters, 'Identity') ?? parameter(parameters, 'Mailbox'));
	addDetails(event, {
		grantee: parameter(parameters, 'User') ?? parameter(parameters, 'Trustee') ?? asText(member(record, 'MemberUpn')),
		rights: parameter(parameters, 'AccessRights'),
	});
};

const forwards = (record: JsonObject): boolean => {
	const parameters = member(record, 'Parameters');
	return (
		parameter(parameters, 'ForwardingSmtpAddress') !== undefined ||
		parameter(parameters, 'ForwardingAddress') !== undefined ||
		asFlag(parameter(parameters, 'DeliverToMailboxAndForward')) === true
	);
};

/** Whether a command turns the sign-in of the mailbox's owner off or on: https://learn.microsoft.com/en-us/powershell/module/exchange/set-mailbox */
const disables =
	(disabled: boolean) =>
	(record: JsonObject): boolean =>
		asFlag(parameter(member(record, 'Parameters'), 'AccountDisabled')) === disabled;

const owner: Reader = (record, event) => {
	mailboxOf(record, event, parameter(member(record, 'Parameters'), 'Identity'));
	if (event.target !== undefined) event.target = { ...event.target, type: 'user' };
};

const signInSwitch: readonly ActivityRule[] = [
	{ activity: 'account.disable', when: when('it sets AccountDisabled', disables(true)), read: owner },
	{ activity: 'account.enable', when: when('it takes AccountDisabled back', disables(false)), read: owner },
];

const copiesAway = (record: JsonObject): boolean => {
	const parameters = member(record, 'Parameters');
	return parameter(parameters, 'BlindCopyTo') !== undefined || parameter(parameters, 'RedirectMessageTo') !== undefined;
};

const transportRule: readonly ActivityRule[] = [
	{ activity: 'mail.rule', when: when('it copies or redirects mail (BlindCopyTo, RedirectMessageTo)', copiesAway), read: rule },
	{ activity: 'admin.change', read: rule },
];

/** Reading and diverting mail. */
export const MAIL: ActivityTable = {
	MailItemsAccessed: { activity: 'mail.read', read: accessed },
	AttachmentAccess: { activity: 'mail.read', read: attachments },
	...each({ activity: 'mail.read', read: accessed, details: { legacy: true } }, ['MessageBind', 'FolderBind']),
	'New-MailboxExportRequest': { activity: 'file.export', read: permission, details: { mail: true } },
	...each({ activity: 'mail.rule', read: rule }, ['New-InboxRule', 'Set-InboxRule', 'Enable-InboxRule']),
	UpdateInboxRules: { activity: 'mail.rule', read: clientRule },
	...each({ activity: 'other', read: rule }, ['Remove-InboxRule', 'Disable-InboxRule']),
	'Set-Mailbox': [
		{ activity: 'mail.rule', when: when('it sets a forwarding address that is not empty', forwards), read: rule },
		...signInSwitch,
		{ activity: 'admin.change', read: rule },
	],
	'New-TransportRule': transportRule,
	'Set-TransportRule': transportRule,
	...each({ activity: 'mail.rule', read: permission, details: { permission: true } }, [
		'Add-MailboxPermission',
		'Add-RecipientPermission',
		'ModifyFolderPermissions',
		'AddFolderPermissions',
		'Add-MailboxFolderPermission',
		'Set-MailboxFolderPermission',
	]),
};

/** A parameter of a command: from a list of `{Name, Value}`, or from one text `-Name "Value" -Other "Value"`. Empty values are absent. */
export function parameter(parameters: Json | undefined, name: string): string | undefined {
	if (typeof parameters !== 'string' || parameters.trimStart().startsWith('[')) return entryOf(parameters, name);
	const at = parameters.toLowerCase().indexOf(`-${name.toLowerCase()} `);
	if (at === -1) return undefined;
	const rest = parameters.slice(at + name.length + 2).trimStart();
	const quote = rest[0];
	const end = quote === '"' || quote === "'" ? rest.indexOf(quote, 1) : rest.search(/\s/);
	const value =
		quote === '"' || quote === "'" ? rest.slice(1, end === -1 ? undefined : end) : rest.slice(0, end === -1 ? undefined : end);
	return value.trim() === '' ? undefined : value.trim();
}

/** Whether a command was given a parameter, and not with the value false. */
export function commandHas(record: JsonObject, name: string): boolean {
	const parameters = member(record, 'Parameters');
	const wanted = name.toLowerCase();
	if (typeof parameters === 'string' && !parameters.trimStart().startsWith('['))
		return new RegExp(`-${wanted}\\b`, 'i').test(parameters);
	const value = entryOf(parameters, name);
	return value !== undefined && value.toLowerCase() !== 'false';
}

/** The mailbox that a command works on: the one it names, else the actor's own. */
export function mailboxOf(record: JsonObject, event: EventDraft, identity: string | undefined): void {
	if (event.target?.type === 'mailbox') return;
	const object = ownerIn(asText(member(record, 'ObjectId')))?.split('\\', 1)[0];
	const last = object?.slice(object.lastIndexOf('/') + 1);
	const guid = last !== undefined && isGuid(last) ? last.toLowerCase() : undefined;
	const name = ownerIn(identity);
	const owner = [name, object].find((text) => text !== undefined && isUpn(text))?.toLowerCase();
	const own = event.actor?.type === 'user' ? event.actor.id : undefined;
	const id = owner ?? (name === undefined ? own : undefined) ?? guid ?? name?.toLowerCase() ?? own;
	if (id === undefined) return;
	const target: Target = { type: 'mailbox', id, ...(guid !== undefined && guid !== id && { aliases: [guid] }) };
	event.target = target;
	if (own !== undefined && owner !== undefined && own !== owner) addDetails(event, { delegate: true });
}

/** Before the folder: `boss@example.com:\\Inbox` names a folder of the boss's mailbox. */
function ownerIn(text: string | undefined): string | undefined {
	return text?.split(':\\', 1)[0];
}

/** Whether mail goes to somebody outside: a recipient whose domain is not the mailbox's. Unknown where no address is given. */
function tellExternal(event: EventDraft, recipients: readonly (string | boolean | undefined)[]): void {
	const own = domainOf(event.target?.id) ?? domainOf(event.actor?.id);
	if (own === undefined) return;
	const domains = recipients
		.filter((text) => typeof text === 'string')
		.flatMap((text) => text.split(/[;,]/))
		.map((text) => domainOf(text.replace(/^smtp:/i, '').trim()))
		.filter((domain) => domain !== undefined);
	if (domains.length > 0) event.external = domains.some((domain) => domain !== own);
}

function domainOf(text: string | undefined): string | undefined {
	const at = text?.lastIndexOf('@') ?? -1;
	return at === -1 ? undefined : /^[\p{L}\p{N}.-]+/u.exec(text?.slice(at + 1, at + 260) ?? '')?.[0].toLowerCase();
}

function countOf(record: JsonObject): number | undefined {
	const count = asNumber(member(record, 'OperationCount'));
	return count === undefined || count < 0 ? undefined : Math.min(MOST_ITEMS, Math.floor(count));
}

function listedItems(groups: readonly JsonObject[], name: string): number {
	let total = 0;
	for (const group of groups) total += asObjects(member(group, name)).length;
	return Math.min(MOST_ITEMS, total);
}
