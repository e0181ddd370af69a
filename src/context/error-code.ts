/** The system's own word for what went wrong with a file (`ENOENT`). */
export function errorCode(error: unknown): string {
	return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown error';
}
