import type { Words } from './words.ts';

/** `cache_read.over_256k` as `cache read over 256k`, `缓存读取（超256k）`; a part without words keeps its own. */
export function cellName(cell: string, words: Words): string {
	const [meter = '', ...tiers] = cell.split('.');
	return [meter, ...tiers]
		.map((part, index) => partName(part, index === 0, words))
		.reduce((name, tier) => words('cell-part.joined', { meter: name, tier }));
}

const named = [
	'input',
	'output',
	'input_audio',
	'output_audio',
	'cache_read',
	'cache_read_audio',
	'cache_write',
	'cache_write_5m',
	'cache_write_1h',
] as const;
function partName(part: string, isMeter: boolean, words: Words): string {
	const meter = named.find(name => name === part);
	if (isMeter && meter) return words(`cell-part.${meter}`);
	const over = /^over_(\w+)$/.exec(part)?.[1];
	return over ? words('tier.over', { tokens: over }) : part.replaceAll('_', ' ');
}

/** The lab's own sheet by its currency: `Model, $` on the international sheet, `Model, ¥` on the mainland one. */
export const sheetName = (channel: string, currency: string, words: Words): string =>
	words('sheet.name', { channel: channelName(channel, words), currency });

/** The words for a channel: whose sheet it is. A channel without words keeps its name. */
export function channelName(channel: string | null, words: Words): string {
	if (channel === null) return words('value.not_stated');
	const known = (['lab-direct', 'lab-cn', 'host', 'aggregator'] as const).find(name => name === channel);
	return known ? words(`sheet.${known}`) : channel;
}
