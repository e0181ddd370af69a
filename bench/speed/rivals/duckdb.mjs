import { createRequire } from 'node:module';
import { join } from 'node:path';
import { print, task } from './fold.mjs';

const job = task();
const require = createRequire(join(job.duckdb, 'package.json'));
const { DuckDBInstance } = require('@duckdb/node-api');

const text = (value) => `'${value.replaceAll("'", "''")}'`;
const PERSON = "STRUCT(alternateId VARCHAR)";
const TYPES = {
	m365: { Operation: 'VARCHAR', UserId: 'VARCHAR', CreationTime: 'VARCHAR', ClientIP: 'VARCHAR', UserAgent: 'VARCHAR' },
	okta: { eventType: 'VARCHAR', actor: PERSON, published: 'VARCHAR', client: 'STRUCT(ipAddress VARCHAR, userAgent STRUCT(rawUserAgent VARCHAR))' },
	github: { action: 'VARCHAR', actor: 'VARCHAR', '@timestamp': 'BIGINT', actor_ip: 'VARCHAR', user_agent: 'VARCHAR' },
	box: { event_type: 'VARCHAR', created_by: 'STRUCT(login VARCHAR)', created_at: 'VARCHAR', ip_address: 'VARCHAR' },
	google: { events: 'STRUCT(name VARCHAR)[]', actor: 'STRUCT(email VARCHAR)', id: 'STRUCT("time" VARCHAR)', ipAddress: 'VARCHAR' },
};
const VIEWS = {
	m365: ['Operation', 'UserId', 'substr(CreationTime, 1, 13)', 'ClientIP', 'UserAgent'],
	okta: ['eventType', 'actor.alternateId', 'substr(published, 1, 13)', 'client.ipAddress', 'client.userAgent.rawUserAgent'],
	github: ['action', 'actor', `strftime(make_timestamp("@timestamp" * 1000), '%Y-%m-%dT%H')`, 'actor_ip', 'user_agent'],
	box: ['event_type', 'created_by.login', 'substr(created_at, 1, 13)', 'ip_address', "''"],
	google: ['events[1].name', 'actor.email', 'substr(id."time", 1, 13)', 'ipAddress', "''"],
};
const source = () => {
	if (job.layout === 'csv') return `read_csv(${text(job.path)}, all_varchar = true, header = true, quote = '"', escape = '"', delim = ',')`;
	const columns = Object.entries(TYPES[job.vendor]).map(([name, type]) => `"${name}": ${text(type)}`);
	const format = job.layout === 'json' ? 'array' : 'newline_delimited';
	return `read_json(${text(job.path)}, format = '${format}', columns = {${columns.join(', ')}})`;
};
// Its fastest form on the CSV: what has a column is read from there, JSON is looked into for the rest.
const view = job.layout === 'csv' ? ['Operation', 'UserId', 'substr(CreationDate, 1, 13)', "AuditData->>'ClientIP'", "AuditData->>'UserAgent'"] : VIEWS[job.vendor];
const [operation, user, hour, ip, agent] = view;
const connection = await (await DuckDBInstance.create(':memory:')).connect();
if (job.threads !== undefined) await connection.run(`SET threads = ${job.threads}`);
const reader = await connection.runAndReadAll(`
	WITH windows AS (
		SELECT ${user} AS person, ${hour} AS hour, count(*) AS n, count(DISTINCT ${ip}) AS ips, count(DISTINCT ${agent}) AS agents
		FROM ${source()} WHERE ${operation} IN (${job.relevant.map(text).join(', ')}) GROUP BY ALL)
	SELECT person, hour, n, ips, agents, sum(n) OVER () AS events, count(*) OVER () AS windows
	FROM windows ORDER BY n DESC, person, hour LIMIT 20`);
const rows = reader.getRows();
print({
	events: Number(rows[0]?.[5] ?? 0),
	windows: Number(rows[0]?.[6] ?? 0),
	top: rows.map(([person, at, n, ips, agents]) => [person, at, Number(n), Number(ips), Number(agents)]),
});
