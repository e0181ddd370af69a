import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TextContainer } from '../../src/read/sniff.ts';

const FOLDER = fileURLToPath(new URL('../../fixtures/sources/', import.meta.url));

/** One fixture file with the beginning of its content: enough of it to be recognised, little enough to try thousands. */
export interface FixtureFile {
	/** `okta/system-log.ndjson`. */
	readonly name: string;
	readonly platform: string;
	readonly content: Buffer;
}

const MOST_BYTES = 12_000;

/** The fixture files of all platforms, in the order of their names, cut to whole lines where they are long. */
export function fixtureFiles(): readonly FixtureFile[] {
	return readdirSync(FOLDER)
		.sort()
		.flatMap((platform) =>
			readdirSync(join(FOLDER, platform))
				.sort()
				.filter((name) => /\.(?:cef|csv|json|ndjson)$/.test(name))
				.map((name) => ({
					name: `${platform}/${name}`,
					platform,
					content: beginning(readFileSync(join(FOLDER, platform, name))),
				})),
		);
}

/** How the content of a fixture file is laid out, by the ending of its name. */
export function containerOf(name: string): TextContainer {
	const ending = name.slice(name.lastIndexOf('.') + 1);
	return ending === 'csv' || ending === 'ndjson' || ending === 'cef' ? ending : 'json';
}

function beginning(content: Buffer): Buffer {
	if (content.length <= MOST_BYTES) return content;
	const newline = content.lastIndexOf(0x0a, MOST_BYTES);
	return content.subarray(0, newline > 0 ? newline + 1 : MOST_BYTES);
}
