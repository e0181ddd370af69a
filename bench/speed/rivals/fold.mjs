// The job that every rival does: for each (user, hour) the number of relevant operations and of distinct addresses and clients; the 20 fullest windows.
export const VIEWS = {
	m365: (r) => [r.Operation, r.UserId, r.CreationTime, r.ClientIP, r.UserAgent],
	okta: (r) => [r.eventType, r.actor.alternateId, r.published, r.client.ipAddress, r.client.userAgent.rawUserAgent],
	github: (r) => [r.action, r.actor, r['@timestamp'], r.actor_ip, r.user_agent],
	box: (r) => [r.event_type, r.created_by.login, r.created_at, r.ip_address, ''],
	google: (r) => [r.events[0].name, r.actor.email, r.id.time, r.ipAddress, ''],
};

export class Fold {
	#relevant;
	#view;
	#windows = new Map();
	#events = 0;

	constructor({ vendor, relevant }) {
		this.#view = VIEWS[vendor];
		this.#relevant = new Set(relevant);
	}

	add(record) {
		const [operation, user, time, ip, agent] = this.#view(record);
		this.row(operation, user, time, ip, agent);
	}

	row(operation, user, time, ip, agent) {
		if (!this.#relevant.has(operation)) return;
		this.#events += 1;
		const hour = (typeof time === 'number' ? new Date(time).toISOString() : time).slice(0, 13);
		const key = `${user}\t${hour}`;
		let window = this.#windows.get(key);
		if (window === undefined) {
			window = { count: 0, ips: new Set(), agents: new Set() };
			this.#windows.set(key, window);
		}
		window.count += 1;
		window.ips.add(ip);
		window.agents.add(agent);
	}

	answer() {
		const top = [...this.#windows]
			.map(([key, { count, ips, agents }]) => [...key.split('\t'), count, ips.size, agents.size])
			.sort((a, b) => b[2] - a[2] || (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] < b[1] ? -1 : 1));
		return { events: this.#events, windows: top.length, top: top.slice(0, 20) };
	}
}

/** The task given on the command line: `{vendor, layout, path, relevant}`. */
export function task() {
	return JSON.parse(process.argv[2]);
}

export function print(answer) {
	process.stdout.write(`${JSON.stringify(answer)}\n`);
}
