import { readFileSync } from 'node:fs';
import { Fold, print, task } from './fold.mjs';

const job = task();
const fold = new Fold(job);
for (const record of JSON.parse(readFileSync(job.path, 'utf8'))) fold.add(record);
print(fold.answer());
