import { createInterface } from 'node:readline';
import { Fold, print, task } from './fold.mjs';

const job = task();
const fold = new Fold(job);
for await (const line of createInterface({ input: process.stdin })) fold.row(...JSON.parse(line));
print(fold.answer());
