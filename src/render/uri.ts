/**
 * A file's name as a URI reference, after RFC 3986: each part percent-encoded, `/` between them; an absolute path as `file:///…`.
 * Half characters (lone surrogates), which no URI can hold, become U+FFFD.
 */
export function fileUri(file: string): string {
	const path = file.replaceAll('\\', '/').replace(/\p{Surrogate}/gu, '\ufffd');
	const parts = path.split('/').map((part) => encodeURIComponent(part).replace(/[!'()*]/g, hex));
	const encoded = parts.join('/');
	if (path.startsWith('/')) return `file://${encoded}`;
	return /^[A-Za-z]:\//.test(path) ? `file:///${path.slice(0, 2)}${encoded.slice(4)}` : encoded;
}

function hex(character: string): string {
	return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
