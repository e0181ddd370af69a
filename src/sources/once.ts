/** What `make` gives, made when it is first asked for: most runs ask a few of all sources for what they declare. */
export function once<T>(make: () => T): () => T {
	let made: { readonly value: T } | undefined;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}
