import type { EventDraft } from '../../model/event.ts';
import type { JsonObject } from '../../model/json.ts';
import type { ActivityRule, ActivityTable } from '../../model/source.ts';
import { asText, member } from '../../read/fields.ts';
import { named } from '../microsoft/values.ts';
import { addDetails, each } from '../rules.ts';

type Reader = NonNullable<ActivityRule['read']>;

/** Parts of user agents of Microsoft's own servers: thumbnails, previews, the web editors' back ends. No click of a person. */
const SERVER_AGENTS: readonly string[] = ['MSWAC', 'OneDriveMpc-Transform_Thumbnail', 'OfficeXLCA', 'ODMTA'];

/** Makes the file, folder, page or site the event's target. */
export function readFile(record: JsonObject, event: EventDraft): void {
	if (event.target !== undefined) return;
	if (member(record, 'SiteUrl') === undefined && member(record, 'ListItemUniqueId') === undefined) return;
	const url = named(member(record, 'ObjectId'));
	const stable = named(member(record, 'ListItemUniqueId'))?.toLowerCase();
	const id = url ?? stable;
	if (id === undefined) return;
	const name = asText(member(record, 'SourceFileName'));
	const type = asText(member(record, 'ItemType'))?.toLowerCase() ?? 'file';
	event.target = {
		type,
		id,
		...(name !== undefined && { name }),
		...(stable !== undefined && stable !== id && { aliases: [stable] }),
	};
	const site = asText(member(record, 'SiteUrl'));
	if (site !== undefined) addDetails(event, { site });
}

/** Reading by one of Microsoft's own servers stands for no item that a person fetched: `derived`, and counted as none. */
const read: Reader = (record, event) => {
	if (!byServer(record)) return;
	addDetails(event, { derived: true });
	event.items = 0;
};

const repeated: Reader = (_record, event) => {
	event.items = 0;
};

const written: Reader = (record, event, later) => {
	if (byServer(record)) addDetails(event, { derived: true });
	later(puts);
};

const PERSONAL_SITE = '-my.sharepoint.com/personal/';

/**
 * Where something was put: `destination`, the folder; `place`, the site; `personal`, in the person's own OneDrive; `othersDrive`, in
 * somebody else's. A OneDrive's address holds its owner's name with `_` for what is no letter or digit.
 */
function puts(record: JsonObject, event: EventDraft): void {
	const site = asText(member(record, 'SiteUrl'));
	if (site === undefined) return;
	const folder = asText(member(record, 'DestinationRelativeUrl')) ?? asText(member(record, 'SourceRelativeUrl'));
	const place = site.toLowerCase();
	const at = place.indexOf(PERSONAL_SITE);
	const owner = at < 0 ? undefined : place.slice(at + PERSONAL_SITE.length).split('/', 1)[0];
	const own = event.actor?.id.includes('@') === true ? event.actor.id.replaceAll(/[^a-z0-9]/g, '_') : undefined;
	addDetails(event, {
		place,
		destination: folder === undefined ? site : `${site}${site.endsWith('/') ? '' : '/'}${folder}`,
		...(owner !== undefined && own !== undefined && { [owner === own ? 'personal' : 'othersDrive']: true }),
	});
}

const put: Reader = (_record, _event, later) => later(puts);

const shared: Reader = (record, event) => {
	const kind = asText(member(record, 'TargetUserOrGroupType'));
	const who = asText(member(record, 'TargetUserOrGroupName'));
	if (kind?.toLowerCase() === 'guest' || who?.toLowerCase().includes('#ext#') === true) event.external = true;
	const rights = /<Type>([^<]{1,100})<\/Type>/.exec(asText(member(record, 'EventData'))?.slice(0, 4000) ?? '')?.[1];
	addDetails(event, { sharedWith: who, sharedWithType: kind, rights });
};

const anonymous: Reader = (record, event, later) => {
	shared(record, event, later);
	event.external = true;
};

const folder: Reader = (_record, event, later) => {
	// One record for everything in it: how much is not said.
	addDetails(event, { wholeFolder: true });
	later(puts);
};

/** What happens to files in SharePoint and OneDrive. */
export const FILES: ActivityTable = {
	...each({ activity: 'file.read', read }, ['FileAccessed', 'FilePreviewed', 'PageViewed', 'ClientViewSignaled']),
	// The same person goes on with the same file: a repetition of FileAccessed for up to three hours.
	FileAccessedExtended: { activity: 'file.read', read: repeated, details: { derived: true } },
	...each({ activity: 'file.download', read }, ['FileDownloaded', 'FileSyncDownloadedFull', 'FileSyncDownloadedPartial']),
	...each({ activity: 'file.upload', read: written }, [
		'FileUploaded',
		'FileSyncUploadedFull',
		// Changes to a file, sent by the synchronisation client that came before OneDrive’s (Groove.exe).
		'FileSyncUploadedPartial',
		'FileUploadedPartial',
	]),
	...each({ activity: 'file.create', read: put }, ['FolderCreated', 'ListItemCreated', 'ListCreated', 'SiteCollectionCreated']),
	FileCopied: { activity: 'file.copy', read: put },
	FolderCopied: { activity: 'file.copy', read: folder },
	...each({ activity: 'file.share', read: shared }, [
		'SharingSet',
		'SharingInvitationCreated',
		'CompanyLinkCreated',
		'SecureLinkCreated',
		'AddedToSecureLink',
		'AddedToGroup',
		'SharingInheritanceBroken',
	]),
	...each({ activity: 'file.share', read: anonymous }, ['AnonymousLinkCreated', 'AnonymousLinkUpdated', 'AnonymousLinkUsed']),
	...each('admin.change', ['SharingPolicyChanged', 'SiteCollectionAdminAdded']),
};

function byServer(record: JsonObject): boolean {
	const agent = asText(member(record, 'UserAgent'));
	return agent !== undefined && SERVER_AGENTS.some((part) => agent.includes(part));
}
