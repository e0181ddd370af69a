import type { FieldMap } from '../../model/source.ts';

/** Where the facts stand in the streaming shape, to which every format is brought. Author and target need code: see details.ts. */
export const fields: FieldMap = {
	time: ['created_at', 'time'],
	id: 'id',
	operation: 'operation',
	ip: ['ip_address', 'details.ip_address'],
	country: 'details.country',
};
