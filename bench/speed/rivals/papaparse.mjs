import { createReadStream } from 'node:fs';
import papa from 'papaparse';
import { Fold, print, task } from './fold.mjs';

const job = task();
const fold = new Fold(job);
const relevant = new Set(job.relevant);
papa.parse(createReadStream(job.path), {
	header: true,
	skipEmptyLines: true,
	// The cell is parsed for relevant rows only: as fast as it can be done with it.
	step: ({ data }) => relevant.has(data.Operation) && fold.add(JSON.parse(data.AuditData)),
	complete: () => print(fold.answer()),
});
