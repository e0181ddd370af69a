import type { Sink } from './sink.ts';
import type { Layout } from './sniff.ts';
import { CsvSplitter } from './split-csv.ts';
import { JsonSplitter } from './split-json.ts';
import { LineSplitter } from './split-lines.ts';
import type { Splitter } from './splitter.ts';

/** Makes the splitter for a text. */
export function splitterOf({ container, delimiter = ',', above, returns }: Layout, sink: Sink): Splitter {
	switch (container) {
		case 'ndjson':
		case 'cef':
			return new LineSplitter(sink, returns);
		case 'json':
			return new JsonSplitter(sink);
		case 'csv':
			return new CsvSplitter(sink, delimiter, above);
	}
}
