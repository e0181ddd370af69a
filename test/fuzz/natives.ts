import { BrokenCell } from '../../src/model/errors.ts';
import type { JsonObject } from '../../src/model/json.ts';
import type { Format } from '../../src/model/source.ts';

/** The native records in a record; none where a cell of it is broken, which is said and no fault. */
export function nativesOf(format: Format, record: JsonObject): readonly JsonObject[] {
	try {
		return format.reshape?.(record) ?? [record];
	} catch (error) {
		if (error instanceof BrokenCell) return [];
		throw error;
	}
}
