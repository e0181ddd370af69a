import ipaddr from 'ipaddr.js';

/** What the tests put into a database. Whole numbers become uint32, others doubles. */
export type Value = string | number | { readonly [key: string]: Value };

/** A network and what the database says of it. */
export type Entry = readonly [cidr: string, value: Value];

type Node = [left: number | Node | undefined, right: number | Node | undefined];

const MARKER = [0xab, 0xcd, 0xef, ...Buffer.from('MaxMind.com')];

/**
 * The smallest writer of MaxMind databases that the tests need: IPv6 tree, 24-bit records, no pointers. Format:
 * https://maxmind.github.io/MaxMind-DB/
 */
export function mmdb(entries: readonly Entry[]): Uint8Array {
	const section: number[] = [];
	const root: Node = [undefined, undefined];
	for (const [cidr, value] of entries) {
		plant(root, bitsOf(cidr), section.length);
		section.push(...encode(value));
	}
	const nodes = numbered(root);
	const places = new Map(nodes.map((node, i) => [node, i]));
	const tree: number[] = [];
	for (const node of nodes) {
		for (const child of node) {
			const record =
				child === undefined ? nodes.length : typeof child === 'number' ? nodes.length + 16 + child : (places.get(child) ?? 0);
			tree.push((record >> 16) & 255, (record >> 8) & 255, record & 255);
		}
	}
	const metadata = encode({
		node_count: nodes.length,
		record_size: 24,
		ip_version: 6,
		database_type: 'Test',
		build_epoch: 1_767_225_600,
	});
	return Uint8Array.from([...tree, ...new Array<number>(16).fill(0), ...section, ...MARKER, ...metadata]);
}

// IPv4 lies in the first 96 zero bits.
function bitsOf(cidr: string): readonly number[] {
	const [address, prefix] = ipaddr.parseCIDR(cidr);
	const bytes = address.toByteArray();
	const whole = bytes.length === 4 ? [...new Array<number>(12).fill(0), ...bytes] : bytes;
	const length = bytes.length === 4 ? prefix + 96 : prefix;
	return Array.from({ length }, (_, i) => ((whole[i >> 3] ?? 0) >> (7 - (i & 7))) & 1);
}

function plant(root: Node, bits: readonly number[], offset: number): void {
	let node = root;
	for (const [i, bit] of bits.entries()) {
		if (i === bits.length - 1) {
			node[bit] = offset;
			return;
		}
		const child = node[bit];
		const next: Node = Array.isArray(child) ? child : [undefined, undefined];
		node[bit] = next;
		node = next;
	}
}

function numbered(root: Node): readonly Node[] {
	const nodes: Node[] = [root];
	for (const node of nodes) for (const child of node) if (Array.isArray(child)) nodes.push(child);
	return nodes;
}

function encode(value: Value): readonly number[] {
	if (typeof value === 'string') {
		const bytes = Buffer.from(value);
		// From 29 on the length takes a byte of its own.
		return bytes.length < 29 ? [(2 << 5) | bytes.length, ...bytes] : [(2 << 5) | 29, bytes.length - 29, ...bytes];
	}
	if (typeof value === 'number') {
		const bytes = Buffer.alloc(8);
		if (!Number.isInteger(value)) {
			bytes.writeDoubleBE(value);
			return [(3 << 5) | 8, ...bytes];
		}
		bytes.writeUInt32BE(value);
		return [(6 << 5) | 4, ...bytes.subarray(0, 4)];
	}
	const members = Object.entries(value);
	return [(7 << 5) | members.length, ...members.flatMap(([key, member]) => [...encode(key), ...encode(member)])];
}
