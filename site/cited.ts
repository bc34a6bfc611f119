/** A citation as readers take it: its words, and where they lead; null where no address is known. */
export type Place = { text: string; href: string | null };

/** Addresses and files of repositories at a commit (`owner/name:path @ commit`), parted by ` | `. */
export const placesOf = (citation: string): Place[] =>
	citation.split(' | ').map(text => ({ text, href: /^https?:\/\/\S+$/.test(text) ? text : fileAt(text) }));

/** A file where its host shows it; of a pattern the folder above it, of one without a commit the newest. */
function fileAt(text: string): string | null {
	const [, repository, path = '', commit = 'HEAD'] =
		/^([\w.-]+\/[\w.-]+):(.+) @ ([0-9a-f]{7,40})$/.exec(text) ?? /^([\w.-]+\/[\w.-]+):(\S+)/.exec(text) ?? [];
	if (repository === undefined) return null;
	const parts = path.split('/').map(encodeURIComponent);
	const wild = path.split('/').findIndex(part => part.includes('*'));
	return wild < 0
		? `https://github.com/${repository}/blob/${commit}/${parts.join('/')}`
		: `https://github.com/${repository}/tree/${commit}/${parts.slice(0, wild).join('/')}`;
}
