import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { Fold, print, task } from './fold.mjs';

const job = task();
const fold = new Fold(job);
const file = createReadStream(job.path);
const input = job.layout === 'gz' ? file.pipe(createGunzip()) : file;
for await (const line of createInterface({ input, crlfDelay: Infinity })) if (line !== '') fold.add(JSON.parse(line));
print(fold.answer());
