// Hashes random bytes of several files by the thread, and prints what differs from hashing them here:
// node --import ./scripts/typescript.mjs test/read/hash-bytes.ts
// A program of its own: the thread needs a loader for TypeScript, which tests do not hand on.
import { createHash, randomBytes } from 'node:crypto';
import { beginHash } from '../../src/read/file-hash.ts';

const wrong: string[] = [];
const threaded = { threads: true, large: 1 };
const lengths = [0, 1, 1000, 2 ** 20, 3 * 2 ** 20 + 17];

async function hashed(bytes: Buffer, chunk: number): Promise<string> {
	const hash = beginHash(Math.max(1, bytes.length), threaded);
	const lent = Buffer.alloc(chunk);
	for (let from = 0; from < bytes.length; from += chunk) {
		const part = bytes.subarray(from, from + chunk);
		part.copy(lent);
		await hash.update(lent.subarray(0, part.length));
		// The chunk is the caller's again.
		lent.fill(0);
	}
	const hex = await hash.digest();
	hash.close();
	return hex;
}

// Two at a time, and one that is given up, as where reading breaks off.
const given = beginHash(10, threaded);
await given.update(randomBytes(10));
given.close();
for (const length of lengths) {
	const [one, other] = [randomBytes(length), randomBytes(length)];
	const told = await Promise.all([hashed(one, 2 ** 20), hashed(other, 1023)]);
	const expected = [one, other].map((bytes) => createHash('sha256').update(bytes).digest('hex'));
	if (JSON.stringify(told) !== JSON.stringify(expected)) wrong.push(`${length} bytes: ${told} instead of ${expected}`);
}
// A chunk that has to be waited for went to the thread.
const probe = beginHash(1, threaded);
const threads = Array.from({ length: 8 }, () => probe.update(randomBytes(2 ** 20))).some((wait) => wait !== undefined);
probe.close();
process.stdout.write(JSON.stringify({ wrong, threads }));
