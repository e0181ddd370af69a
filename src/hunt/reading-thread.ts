import { parentPort, workerData } from 'node:worker_threads';
import { SOURCES } from '../sources/index.ts';
import type { Answer, Task } from './crew.ts';
import { PieceReader, type ReaderSettings } from './piece-reader.ts';

// A thread that turns pieces of text into batches of events: see `Crew`.
const reader = new PieceReader(SOURCES, workerData as ReaderSettings);

parentPort?.on('message', ({ piece, file }: Task) => {
	const batch = reader.read(piece, file);
	const answer: Answer = { batch, buffer: piece.bytes.buffer };
	const { ops, words, numbers, lists, marks, texts } = batch;
	parentPort?.postMessage(answer, [
		...[ops, words, numbers, lists, marks, texts].map(({ buffer }) => buffer),
		piece.bytes.buffer,
	]);
});
