import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { ExportedEvent, Heard } from './model.ts';

/** Reads the exported events of an organisation, in time order. */
export async function readEvents(file: string): Promise<Heard[]> {
	const events: Heard[] = [];
	for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
		if (line !== '') events.push(hear(JSON.parse(line) as ExportedEvent));
	}
	return events.sort((a, b) => a.time - b.time);
}

function hear(event: ExportedEvent): Heard {
	const { time, actor, app, target, ...rest } = event;
	return {
		...rest,
		time: Date.parse(time),
		actor: (actor?.email ?? actor?.id ?? '').toLowerCase(),
		actorType: actor?.type ?? 'user',
		app: app?.id.toLowerCase(),
		target: target?.id.toLowerCase(),
		network: networkOf(event.ip),
		client: event.userAgent?.replaceAll(/[0-9.]+/g, '').slice(0, 60),
	};
}

/** First two octets, or the first 48 bits. */
function networkOf(ip: string | undefined): string | undefined {
	if (ip === undefined) return undefined;
	return ip.includes(':') ? ip.split(':').slice(0, 3).join(':') : ip.split('.').slice(0, 2).join('.');
}
