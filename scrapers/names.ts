/**
 * The names in one cell: on lines of their own, with a stroke or a comma between them, or run together, where each begins
 * as the first one does ("made-8kmade-fiction-8k").
 */
export function namesIn(cell: string): string[] {
	return cell
		.split(/[\n,，、]|\s\/\s/)
		.map(part => part.trim())
		.filter(part => part !== '')
		.flatMap(part => {
			const family = /^[a-z]+(?=-)/i.exec(part)?.[0];
			return family === undefined ? [part] : part.split(new RegExp(`(?<=\\S)\\s*(?=${family}-)`, 'i'));
		})
		.map(name => name.trim())
		.filter(name => name !== '');
}
