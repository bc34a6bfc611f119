/** A row of `labs.csv`. Lists are separated by `;`. */
export type LabRow = {
	lab: string;
	/** First part of a canonical model name. */
	slug: string;
	country_group: string;
	/** Author names as sources print them. */
	slugs: string | null;
	aliases?: string | null;
	/** First word of the lab's model names; `*word` counts anywhere in a name (a fine-tune names its base first). */
	families?: string | null;
};

export type LabIndex = {
	bySlug(slug: string): LabRow | null;
	byName(lab: string): LabRow | null;
	byFamily(name: string): LabRow | null;
	/** A name that repeats its author (`zai-org-glm-4.6`, `arcee-trinity-mini`) without it. */
	withoutAuthor(name: string, hosts: ReadonlySet<string>): string;
	/**
	 * The lab named nearest the model in a path. `hosted`: its segment is also the name of a seller of models.
	 * `foreign`: the path names somebody unknown to us, whose fine-tune is nobody else's model.
	 */
	authorOf(path: string[], hosts: ReadonlySet<string>): { author: LabRow | null; hosted: boolean; foreign: boolean };
};

/** Path segments that say where a model runs or in which form, never who made it. */
const containers = new Set(
	(
		'accounts models model routers public tee pro lora hf @cf workers-ai cf openrouter bedrock bedrock_mantle bedrock_converse ' +
		'vertex_ai azure azure_ai azure-openai gemini vercel_ai_gateway fireworks fireworks_ai together_ai togetherai ' +
		'deepinfra groq novita oci replicate snowflake dashscope github_copilot databricks nebius cloudflare watsonx ' +
		'ollama ollama_chat sambanova lambda_ai scaleway gmi wandb nscale llamagate hyperbolic ovhcloud gradient_ai aiml anyscale ' +
		'baseten tensormesh publicai crusoe sagemaker heroku chatgpt fal_ai libertai lemonade pinstripes meta_llama ' +
		'volcengine moonshot bedrock/invoke invoke converse route unsloth chutesai chutes turbo nim friendliai featherless-ai ' +
		'text-completion-openai lmstudio-community nanogpt low medium high standard global eu us apac sap body ' +
		'chat-completion completion qwenlm qwencoder grok neuralmagic redhatai mlx-community databricks-meta ' +
		'global-standard nvidia_nim ranking dev ps cline-free qwen3 fal-ai afm paratera sophnet'
	).split(' '),
);

/** A family opens a name when no letter follows it, or one that is a version: `qwen3`, `deepseek-v3`, `kimik2`. */
const opens = (name: string, family: string) =>
	name.startsWith(family) && /^($|[-.:_\d])|^[mvkrz]\d/.test(name.slice(family.length));

/** Regions of clouds, and sizes of pictures, which LiteLLM prints as a path. */
const region = /^\d+-x-\d+$|^hd$|^[a-z]+(-[a-z]+)?-(east|west|central|south|north)[a-z]*-?\d?$/;

export function indexLabs(rows: LabRow[]): LabIndex {
	const slugs = new Map<string, LabRow>();
	const names = new Map<string, LabRow>();
	const prefixes: [string, LabRow][] = [];
	const anywhere = new Map<string, LabRow>();
	for (const row of rows) {
		names.set(row.lab, row);
		for (const slug of [row.slug, ...listOf(row.slugs), ...listOf(row.aliases), row.lab]) {
			const key = plain(slug);
			if (!slugs.has(key)) slugs.set(key, row);
		}
		for (const family of listOf(row.families)) {
			if (family.startsWith('*')) anywhere.set(family.slice(1), row);
			else prefixes.push([family, row]);
		}
	}
	const byLetter = new Map<string, [string, LabRow][]>();
	// the longest family wins: `o1` must not claim what `openchat` names
	prefixes.sort((a, b) => b[0].length - a[0].length);
	for (const entry of prefixes) byLetter.set(entry[0].charAt(0), [...(byLetter.get(entry[0].charAt(0)) ?? []), entry]);
	const opening = (name: string) => byLetter.get(name.charAt(0))?.find(([prefix]) => opens(name, prefix)) ?? null;
	const byPrefix = (name: string): LabRow | null => opening(name)?.[1] ?? null;
	const byFamily = (name: string): LabRow | null => {
		for (const word of name.split('-')) {
			const maker = anywhere.get(word);
			if (maker) return maker;
		}
		return byPrefix(name);
	};
	return {
		bySlug: slug => slugs.get(plain(slug)) ?? null,
		byName: lab => names.get(lab) ?? null,
		byFamily,
		withoutAuthor(name, hosts) {
			const words = name.split('-');
			// `nous-hermes` is a family, `cohere-command` an author and a family
			const family = opening(name)?.[0] ?? '';
			for (let count = Math.min(3, words.length - 1); count > 0; count -= 1) {
				const before = words.slice(0, count).join('-');
				if (family.length > before.length) continue;
				const rest = words.slice(count).join('-');
				const author = slugs.get(plain(before)) ?? null;
				const maker = byFamily(rest.replace(/^meta-(?=llama)/, ''));
				if (maker && (author === maker || (family === '' && hosts.has(before)))) return rest;
			}
			return name;
		},
		authorOf(path, hosts) {
			for (const segment of path.toReversed()) {
				const author = slugs.get(plain(segment));
				if (author) return { author, hosted: hosts.has(segment), foreign: false };
				if (!containers.has(segment) && !hosts.has(segment) && !region.test(segment))
					return { author: null, hosted: false, foreign: true };
			}
			return { author: null, hosted: false, foreign: false };
		},
	};
}

const listOf = (text: string | null | undefined) =>
	(text ?? '')
		.split(';')
		.map(part => part.trim())
		.filter(part => part !== '');
/** Authors are compared without case, marks and spaces: `Z.ai`, `z-ai`, `~z-ai`; Chinese names stay as they are. */
const plain = (text: string) => text.toLowerCase().replace(/[\s_.~-]+/g, '');
