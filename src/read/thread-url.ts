import { existsSync } from 'node:fs';

/**
 * The file of a thread: beside the one that starts it, as source or built.
 * @param name without its ending
 * @param starter `import.meta.url` of the module that starts it
 */
export function threadUrl(name: string, starter: string): URL {
	const source = new URL(`./${name}.ts`, starter);
	return existsSync(source) ? source : new URL(`./${name}.js`, starter);
}
