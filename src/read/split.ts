import type { Sink } from './sink.ts';
import type { TextContainer } from './sniff.ts';
import { CsvSplitter } from './split-csv.ts';
import { JsonSplitter } from './split-json.ts';
import { LineSplitter } from './split-lines.ts';
import type { Splitter } from './splitter.ts';

/** Makes the splitter for a text. `delimiter` is that of CSV. */
export function splitterOf(container: TextContainer, sink: Sink, delimiter = ','): Splitter {
	switch (container) {
		case 'ndjson':
		case 'cef':
			return new LineSplitter(sink);
		case 'json':
			return new JsonSplitter(sink);
		case 'csv':
			return new CsvSplitter(sink, delimiter);
	}
}
