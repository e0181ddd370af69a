import { isObject, type Json, type JsonObject } from '../model/json.ts';

/** Tables with more columns are somebody's joke. */
const MOST_COLUMNS = 2000;

/**
 * Rows of answers that name the columns once and give each row as a list of cells: Log Analytics (`tables`, each with `columns` and `rows`),
 * Azure Data Explorer (`Tables`, `Columns`, `Rows`), Elasticsearch's SQL (`columns`, `rows`) and ES|QL (`columns`, `values`), Splunk (`fields`, `rows`).
 * Undefined where an object is no such answer.
 */
export function rowsOfAnswer(answer: JsonObject): readonly JsonObject[] | undefined {
	const tables = answer['tables'] ?? answer['Tables'];
	if (!Array.isArray(tables)) return rowsOfTable(answer);
	const rows = (tables as readonly Json[]).map((table) => (isObject(table) ? rowsOfTable(table) : undefined));
	return rows.length > 0 && rows.every((found) => found !== undefined) ? rows.flat() : undefined;
}

function rowsOfTable(table: JsonObject): readonly JsonObject[] | undefined {
	const rows = table['rows'] ?? table['values'] ?? table['Rows'];
	const names = namesOf(table['columns'] ?? table['Columns']) ?? textsIn(table['fields']);
	if (names === undefined || !Array.isArray(rows) || !rows.every((row) => Array.isArray(row))) return undefined;
	return (rows as readonly (readonly Json[])[]).map((cells) => {
		const record: { [name: string]: Json } = {};
		for (const [index, name] of names.entries()) {
			const cell = cells[index];
			if (name !== '__proto__' && cell !== undefined) record[name] = cell;
		}
		return record;
	});
}

/** Names of the columns, each `{name, type}`, or `{ColumnName, …}`. */
function namesOf(columns: Json | undefined): readonly string[] | undefined {
	if (!Array.isArray(columns) || columns.length === 0 || columns.length > MOST_COLUMNS) return undefined;
	const names = (columns as readonly Json[]).map((column) =>
		isObject(column) ? (column['name'] ?? column['ColumnName']) : undefined,
	);
	return names.every((name) => typeof name === 'string') ? names : undefined;
}

function textsIn(columns: Json | undefined): readonly string[] | undefined {
	if (!Array.isArray(columns) || columns.length === 0 || columns.length > MOST_COLUMNS) return undefined;
	const names = columns as readonly Json[];
	return names.every((name) => typeof name === 'string') ? names : undefined;
}
