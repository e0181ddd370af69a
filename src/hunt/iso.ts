/** A moment as documents write it: ISO 8601, UTC, `Z`. `time`: epoch ms. */
export function iso(time: number): string {
	return new Date(time).toISOString();
}
