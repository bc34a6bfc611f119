import { effortOf } from './resolve-effort.ts';
import { modeOf } from './resolve-mode.ts';
import { withoutNotes, withoutServing } from './resolve-serving.ts';
import { withoutTask } from './resolve-task.ts';
import { versionOf } from './resolve-version.ts';
import type { Variant } from './resolve.ts';

export type NameParts = {
	/** Author, host and region segments before the name, lower case, nearest last. */
	path: string[];
	/** Lower case, hyphens between words, versions with dots: `claude-opus-4.6`. */
	name: string;
	version: string | null;
	variant: Variant;
	effort: string | null;
};

const marks: Record<string, Variant> = { free: 'free', batch: 'batch', thinking: 'thinking', extended: 'extended' };
/** Ways of routing the same model; they are no variant of it. */
const routings = new Set([
	'beta',
	'nitro',
	'floor',
	'online',
	'exacto',
	'discounted',
	'paid',
	'latest',
	'cloud',
	'global',
	'image',
	'discount',
]);
const efforts = new Set(['low', 'medium', 'high', 'xhigh', 'max', 'none', 'minimal']);

/** A printed name to its parts. Pure text work: which lab and which model it is, is decided by the tables. */
export function partsOf(printed: string): NameParts {
	let text = printed.normalize('NFKC').replaceAll('%3A', ':').trim();
	let variant: Variant = 'base';
	const moving = text.startsWith('~') || /[-_ ]latest(-(gte?|lte?)-\d+k)?$/i.test(text);
	text = text
		.replace(/^~/, '')
		.replace(/^hf:/i, '')
		.replace(/^ft:/i, '')
		.replace(/^[\w.-]+--(?=[\w.]+-)/, match => `${match.slice(0, -2)}/`);

	text = withoutNotes(text);
	const titled = /^([^:/]{2,40}): (?=\S)/.exec(text);
	const path: string[] = [];
	if (titled?.[1]) {
		path.push(titled[1].toLowerCase());
		text = text.slice(titled[0].length);
	}
	const effort = effortOf(text);
	text = effort.rest;
	if (effort.variant) variant = effort.variant;

	text = text.toLowerCase();
	const segments = withoutTask(
		text
			.replace(/(?<=\w)\/community$/, '')
			.split('/')
			.map(part => part.trim())
			.filter(part => part !== ''),
	);
	text = segments.pop() ?? '';
	// nano-gpt prints a second copy of an author as `NousResearch 2`
	// Clarifai prints a name within its own folder: `deepseek-ai/deepseek-ocr/models/DeepSeek-OCR`
	const last = text;
	path.push(...segments.map(segment => segment.replace(/\s+\d$/, '')).filter(segment => segment !== last));

	const cloud = cloudParts(text);
	path.push(...cloud.path);
	text = cloud.name;

	for (let colon = text.lastIndexOf(':'); colon > 0; colon = text.lastIndexOf(':')) {
		const mark = text.slice(colon + 1);
		if (marks[mark]) variant = marks[mark];
		else if (efforts.has(mark)) effort.effort ??= mark;
		else if (!routings.has(mark)) break;
		text = text.slice(0, colon);
	}
	// what is left behind a colon is a size, as local servers print it: `qwen3:32b`
	text = text
		.replace(/(?<=\d)_(?=\d)/g, '.')
		.replace(/[\s:_]+/g, '-')
		.replace(/-+/g, '-')
		.replace(/^-|-$/g, '');
	let dated = versionOf(withoutServing(text.replace(/-latest$/, '')));
	const mode = modeOf(dated.name);
	const bare = withoutServing(mode.name);
	if (mode.variant && variant === 'base') variant = mode.variant;
	effort.effort ??= mode.effort;
	// a date that stood before the mode or the seller's label
	if (bare !== dated.name) dated = { ...versionOf(bare), version: dated.version ?? versionOf(bare).version };
	let name = dated.name;
	const sold = /-(free|batch)$/.exec(name);
	if (sold?.[1]) {
		variant = sold[1] as Variant;
		name = withoutServing(name.slice(0, sold.index));
	}
	const latest = /(?<!^chatgpt-4o)-latest$/;
	if (moving || latest.test(name)) variant = 'alias';
	else if (variant === 'base' && /-(highspeed|ultraspeed|hs)$/.test(name)) variant = 'highspeed';
	return {
		path,
		name: name.replace(latest, ''),
		version: dated.version ?? effort.version,
		variant,
		effort: effort.effort,
	};
}

const vendors =
	/^(anthropic|amazon|aion-labs|meta|mistral|deepseek|qwen|openai|moonshotai|moonshot|minimax|google|nvidia|zai|cohere|ai21|stability|writer|xai|twelvelabs)\.(?=[a-z])/;

/** `us.anthropic.claude-sonnet-4-20250514-v1:0`, `gpt-oss-120b-maas`: names as clouds print them. */
function cloudParts(text: string): { path: string[]; name: string } {
	const path: string[] = [];
	let name = text.replace(/^(us-gov|us|eu|apac|global|regional|au|jp|ca|sa|in|me)\.(?=[a-z0-9]+\.)/, '');
	const vendor = vendors.exec(name);
	if (vendor?.[1]) {
		path.push(vendor[1]);
		name = name.slice(vendor[0].length);
		if (/^(anthropic|amazon)$/.test(vendor[1])) name = name.replace(/(?<=\d.*|nova-.*|titan-.*)-v1$/, '');
	}
	name = name
		.replace(
			/^claude-v(\d)(?::(\d))?$/,
			(_, major: string, minor?: string) => `claude-${major}${minor ? `.${minor}` : ''}`,
		)
		.replace(/-v0:(\d)$/, '-v0.$1')
		// Bedrock counts its own listings `v1`; `amazon.titan-embed-text-v2:0`, `cohere.rerank-v3-5:0` are versions of the maker
		.replace(/^claude-/.test(name) ? /-v\d+:\d+(?::\w+)*$/ : /-v1:\d+(?::\w+)*$/, '')
		.replace(/::\w+$/, '')
		.replace(/(-v\d(?:-\d)?):\d(?::\w+)*$/, '$1')
		.replace(/-\d:\d$/, '')
		.replace(/-maas$/, '');
	return { path, name };
}
