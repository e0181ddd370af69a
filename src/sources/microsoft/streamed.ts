import { isObject, type JsonObject } from '../../model/json.ts';
import type { Format } from '../../model/source.ts';
import { asJson, asText } from '../../read/fields.ts';

/**
 * Rows that Defender XDR's streaming API sends to an event hub or a storage account: the table's name is the `category`, the row stands under `properties`.
 * https://learn.microsoft.com/en-us/defender-xdr/streaming-api
 * @param tables names of the tables, each a category without `AdvancedHunting-`
 */
export function streamed(
	tables: readonly string[],
	reshape: (row: JsonObject) => readonly JsonObject[],
): Pick<Format, 'has' | 'test' | 'reshape'> {
	const categories = new Set(tables.map((table) => `AdvancedHunting-${table}`));
	return {
		has: ['time', 'category', 'properties'],
		test: (record) => categories.has(asText(record['category']) ?? '') && isObject(asJson(record['properties'])),
		reshape: (record) => {
			const row = asJson(record['properties']);
			return isObject(row) ? reshape(row) : [];
		},
	};
}
