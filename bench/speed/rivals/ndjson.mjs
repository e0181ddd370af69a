import { createReadStream } from 'node:fs';
import ndjson from 'ndjson';
import { Fold, print, task } from './fold.mjs';

const job = task();
const fold = new Fold(job);
for await (const record of createReadStream(job.path).pipe(ndjson.parse())) fold.add(record);
print(fold.answer());
