/** Short forms the makers of pictures and films print in a model's own name: `wan2.6-i2v`. */
const short: Record<string, string> = {
	'text-to-image': 't2i',
	'text-to-video': 't2v',
	'image-to-video': 'i2v',
	'reference-to-video': 'r2v',
	'image-edit': 'image',
};

const works = 'image|video|audio|speech|3d|frame';
const task = new RegExp(
	`^((?:text|image|video|reference|start-end(?:-frame)?)-to-(?:${works})|(?:t2v|i2v)(?=-)|edit(?:-video)?|(?:image|video)-edit|` +
		'video-extend|extend-video|motion-control|avatar|start-end-frame|sequential|edit-sequential|layer-decomposition)' +
		'(-(?:fast|flash|plus|max|pro|standard|ultra|developer|lora))*$',
);

/** Lines in which every task is a model of its own, and those in which a word behind the task is one. */
const perTask = /^(?:wan-?v?\d|happyhorse-)/;
const isWhole =
	/^(?:seedance|seedream|kling|hailuo|h3$|veo|nano-banana|grok-imagine|gpt-image|flux|mai-image|gemini-omni|hunyuan3d)/;
/** Lines whose versions some sellers print as a segment of their own: `flux/schnell`, `seedream/v4`, `imagen4/preview/fast`. */
const parted = /^(?:flux(?:-pro|-kontext)?|z-image|seedream|dreamina|hunyuan-image|imagen\d|preview)$/;

/**
 * The segments of an address as sellers of pictures print them, `bytedance/seedance-2.0/image-to-video`: what is asked
 * of a model is no part of it, unless its maker has a model for each task. Other addresses are returned as they are.
 */
export function withoutTask(printed: string[]): string[] {
	let segments = printed;
	const end = segments.at(-1) ?? '';
	if (segments.length > 2 && parted.test(segments.at(-3) ?? '') && task.test(end)) segments = segments.slice(0, -1);
	while (segments.length > 1 && parted.test(segments.at(-2) ?? ''))
		segments = [...segments.slice(0, -2), segments.slice(-2).join('-')];
	if (segments.length < 2) return segments;
	const last = segments.at(-1) ?? '';
	const name = segments.at(-2) ?? '';
	const before = segments.slice(0, -2);
	if (/^hailuo-[\d.]+$/.test(name) && /^(pro|standard)$/.test(last)) return [...before, name];
	if (/^hailuo-[\d.]+$/.test(name) && last === 'fast') return [...before, `${name}-fast`];
	// Vidu's lines are numbered `q1`, `q3-pro`, behind its name
	if (/^q\d/.test(name) && before.at(-1) === 'vidu' && task.test(last)) return [...before, `vidu${name}`];
	if (!task.test(last)) return segments;
	if (perTask.test(name)) {
		const made = /^(.*?)(-flash|-plus)?$/.exec(last);
		const own = short[made?.[1] ?? ''];
		return own ? [...before, `${name}-${own}${made?.[2] ?? ''}`] : segments;
	}
	if (/^qwen-image$/.test(name)) {
		if (last.startsWith('edit')) return [...before, `${name}-${last}`];
		return [...before, name + last.replace(/^text-to-image/, '')];
	}
	if (/^qwen-image-\d/.test(name)) return [...before, name];
	if (!isWhole.test(name)) return segments;
	const own = /^(?:nano-banana|gpt-image|gemini)/.test(name) ? name.replace(/-developer$/, '') : name;
	return [...before, /-fast$/.test(last) && !/-fast$/.test(own) ? `${own}-fast` : own];
}
