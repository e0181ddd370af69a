import type { Source } from '../../model/source.ts';
import { member } from '../../read/fields.ts';
import { describeApp } from '../microsoft/apps.ts';
import { setObjectTarget } from '../microsoft/directory.ts';
import { roleTier } from '../microsoft/roles.ts';
import { scopeTier } from '../microsoft/scopes.ts';
import { CONSENT_AGENT } from '../microsoft/sign-in.ts';
import { isGuid, named } from '../microsoft/values.ts';
import { addDetails } from '../rules.ts';
import { activities, spelled } from './activities.ts';
import { readActor } from './actor.ts';
import { blindSpots } from './blind-spots.ts';
import { readDirectory } from './directory.ts';
import { fields } from './fields.ts';
import { formats } from './formats.ts';

/** Who did it, in the table of directory changes; the path into it and a closing parenthesis follow. */
const INITIATOR = 'tostring(column_ifexists("InitiatedBy", dynamic(null))';

/** Entra ID's own logs: directory changes, sign-ins of people and applications, risk detections, calls of Microsoft Graph. */
export const entra: Source = {
	id: 'entra',
	title: 'Microsoft Entra ID audit, sign-in, risk and Graph activity logs',
	references: [
		'https://learn.microsoft.com/en-us/graph/api/resources/directoryaudit',
		'https://learn.microsoft.com/en-us/graph/api/resources/signin',
		'https://learn.microsoft.com/en-us/entra/identity/monitoring-health/reference-audit-activities',
		'https://learn.microsoft.com/en-us/entra/identity/monitoring-health/howto-download-logs',
		'https://learn.microsoft.com/en-us/azure/azure-monitor/reference/tables/auditlogs',
		'https://learn.microsoft.com/en-us/azure/azure-monitor/reference/tables/signinlogs',
		'https://learn.microsoft.com/en-us/azure/azure-monitor/reference/tables/microsoftgraphactivitylogs',
	],
	formats,
	fields,
	operation: spelled,
	activities,
	fleetingTokens: true,
	outcomes: { success: ['success', 'succeeded'], failure: ['failure', 'failed', 'timeout'] },
	finish(record, event) {
		if (event.ip === '0.0.0.0' || event.ip === '::') delete event.ip;
		for (const name of ['session', 'token', 'device', 'tokenKind'] as const) {
			const value = event[name];
			if (value !== undefined && (named(value) === undefined || value.toLowerCase() === 'none')) delete event[name];
		}
		if (event.app !== undefined && named(event.app.id) === undefined) delete event.app;
		if (event.userAgent === CONSENT_AGENT) delete event.userAgent;
		readActor(record, event);
		if (Object.hasOwn(record, 'targetResources')) {
			setObjectTarget(event, readDirectory(record).targets[0]);
			// The records of one click, and the same change in the unified audit log, share it.
			addDetails(event, { correlation: named(member(record, 'correlationId'))?.toLowerCase() });
		}
		describeApp(event);
	},
	weakId: (id) => named(id) === undefined || /^anonymi[sz]ed$/i.test(id),
	// Some exporters write the hour with one digit: `2026-03-04T5:06:07.108Z`.
	parseTime(text) {
		const match = /^(\d{4}-\d{2}-\d{2})T(\d):(\d{2}):(\d{2})(?:\.(\d{1,3})\d*)?Z?$/.exec(text.trim());
		if (match === null) return undefined;
		const [, day, hour, minute, second, fraction = ''] = match;
		const time = Date.parse(`${day}T0${hour}:${minute}:${second}.${fraction.padEnd(3, '0')}Z`);
		return Number.isNaN(time) ? undefined : time;
	},
	scopeTier,
	roleTier,
	blindSpots,
	consoleFilter(actor, start, end) {
		const who = JSON.stringify(actor.replace(/[\x00-\x1f\x7f]/g, ' '));
		const span = `where TimeGenerated >= datetime(${start}) and TimeGenerated < datetime(${end})`;
		// Calls of Graph name people and applications by their ids; so does the audit log where an application acts.
		if (isGuid(actor)) {
			const columns = ['UserId', 'AppId', 'ServicePrincipalId'].map((name) => `column_ifexists("${name}", "") =~ ${who}`);
			const initiators = ['app.servicePrincipalId', 'app.appId', 'user.id'].map((path) => `${INITIATOR}.${path}) =~ ${who}`);
			return `union isfuzzy=true AuditLogs, MicrosoftGraphActivityLogs, SigninLogs, AADServicePrincipalSignInLogs | ${span} | where ${[...columns, ...initiators].join(' or ')}`;
		}
		return `union isfuzzy=true AuditLogs, SigninLogs, AADNonInteractiveUserSignInLogs | ${span} | where column_ifexists("UserPrincipalName", "") =~ ${who} or ${INITIATOR}.user.userPrincipalName) =~ ${who}`;
	},
};
