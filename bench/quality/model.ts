import type { AnalyticId, SizeKind } from '../organisation/world.ts';

/** A normalised event as `saashound export --format ndjson` prints it. */
export interface ExportedEvent {
	readonly time: string;
	readonly platform: string;
	readonly activity: string;
	readonly operation: string;
	readonly actor?: { readonly type: string; readonly id: string; readonly name?: string; readonly email?: string };
	readonly app?: { readonly id: string; readonly name?: string };
	readonly target?: { readonly type: string; readonly id: string; readonly name?: string };
	readonly scopes?: readonly string[];
	readonly ip?: string;
	readonly userAgent?: string;
	readonly country?: string;
	readonly ok?: boolean;
	readonly items?: number;
}

/** An event as the rivals see it: the same facts for all of them. */
export interface Heard extends Omit<ExportedEvent, 'time' | 'actor' | 'app' | 'target'> {
	/** Epoch ms. */
	readonly time: number;
	/** E-mail address where there is one, otherwise the id; lower case. */
	readonly actor: string;
	readonly actorType: string;
	readonly app: string | undefined;
	readonly target: string | undefined;
	readonly network: string | undefined;
	readonly client: string | undefined;
}

/** What a method found: whom, when, how strongly. */
export interface Claim {
	readonly analytic: AnalyticId;
	/** All names by which it calls the one it blames, lower case. */
	readonly names: readonly string[];
	/** Epoch ms. */
	readonly start: number;
	readonly end: number;
	readonly score: number;
}

/** A method of finding, given all events of an organisation in time order. */
export interface Rival {
	readonly name: string;
	find(events: readonly Heard[]): Claim[];
}

export interface TrueCampaign {
	readonly id: string;
	readonly analytic: AnalyticId;
	readonly actors: readonly string[];
	readonly start: string;
	readonly end: string;
	readonly size: SizeKind;
	readonly note: string;
}

export interface Truth {
	readonly userDays: number;
	readonly campaigns: readonly TrueCampaign[];
	readonly lookAlikes: readonly {
		readonly kind: string;
		readonly analytic: AnalyticId;
		readonly actors: readonly string[];
		readonly start: string;
		readonly end: string;
	}[];
}
