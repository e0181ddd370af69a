/** A Markdown table; `None.` without rows. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
	if (rows.length === 0) return 'None.';
	const lines = [heads, heads.map(() => '---'), ...rows.map((row) => row.map(cell))];
	return lines.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function cell(text: string): string {
	return text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
}
