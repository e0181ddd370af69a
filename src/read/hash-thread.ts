import { createHash, type Hash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import type { HashAnswer, HashTask } from './file-hash.ts';

// A thread that hashes what the first one reads: see `beginHash`.
const hashes = new Map<number, Hash>();

parentPort?.on('message', (task: HashTask) => {
	const hash = hashes.get(task.id) ?? createHash('sha256');
	if (task.does === 'take') {
		hashes.set(task.id, hash);
		hash.update(new Uint8Array(task.buffer, 0, task.length));
		answer({ buffer: task.buffer }, [task.buffer]);
		return;
	}
	hashes.delete(task.id);
	if (task.does === 'digest') answer({ id: task.id, hex: hash.digest('hex') });
});

function answer(told: HashAnswer, transfer: readonly ArrayBuffer[] = []): void {
	parentPort?.postMessage(told, transfer);
}
