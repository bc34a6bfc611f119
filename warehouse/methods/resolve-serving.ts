/**
 * What a seller adds to a name about how and where it runs a model, and what the model is not: price bands, regions,
 * queues, sealed machines, the seller's own label. Weights of another precision or speed are models of their own and stay.
 */

/** On the printed text: price bands in signs and brackets, words in Chinese behind a Latin name, pictures. */
export function withoutNotes(printed: string): string {
	return (
		printed
			.replace(/\p{Extended_Pictographic}/gu, '')
			.replace(/\s*[([]?\s*[<>≤≥]=?\s*\d+(\.\d+)?\s*[km]\b(\s*context( length)?)?\s*[)\]]?/gi, '')
			// how Aider asked: `Qwen3-32B diff with VLLM, bfloat16, recommended /no_think settings`
			.replace(/(?<=\d\w*)\s+(diff|whole)\b.*$/i, '')
			.replace(/(?<=\d+b)\/(?=a\d+b\b)/gi, '-')
			.replace(/\[1m\]/gi, '')
			// how a question was asked: `QWEN-CHAT 7B (0-shot)`, `UI-TARS-1.5 (100 steps)`
			.replace(/\s*\((?:\w+-shot|\d+ steps)\)\*?$/i, '')
			.replace(/\s*\((\d+% off|ends .*|until .*|from .*|through .*|pro|hf version|decentralized|cloud)\)/gi, '')
			.replace(/^agentic chat \((.+)\)$/i, '$1')
			.replace(/nano banana[^(]*\((gemini [^)]+)\)$/i, '$1')
			.replace(/(gemini [^(]+?)\s*\(nano banana[^)]*\)$/i, '$1')
			// `Kimi K2 (09/05)` is a day, `Gemini 2.5 Flash Preview (09/2025)` a month
			.replace(/\s*\((\d\d)\/(\d\d)\)/g, '-$1$2')
			.replace(/\s*\((\d\d)\/(20\d\d)\)/g, '-$1-$2')
			.replace(/(?<=\d)\s+(\d\d)\/(\d\d)$/, '-$1$2')
			.replace(/\s+[–—-]\s+(?=thinking$)/i, '-')
			.replace(/[[\]]/g, ' ')
			.replace(/·/g, '-')
			.replace(/^(?:通义)?千问[\s-]*(?![\s/-]|qwen)/i, 'qwen-')
			.replace(/^混元[\s-]*(?![\s/-]|hunyuan|hy)/i, 'hunyuan-')
			// `DeepSeek-V4-Pro 原厂直供`, `deepseek-v3上下文缓存享有折扣`: how it is sold
			.replace(/(?<=[a-z\d][^\u4e00-\u9fff]*)\s*[\u4e00-\u9fff].*$/i, '')
			.replace(/batch$/i, match => (/[a-z\d]$/i.test(printed) ? match : ''))
			.trim()
	);
}

/** Prefixes of sellers: sealed machines, coding plans, the cloud behind the offer. */
const before =
	/^(e2ee|coding|alicloud|alpha|deep|pro|agentic-chat|(?:au|us|eu|jp|apac|global)(?=-(?:anthropic|claude|amazon|nova)))-(?=(?:anthropic|amazon|claude|nova|deepseek|glm|gpt|gemma|kimi|minimax|qwen|mimo|xiaomi|doubao))/;

const after: RegExp[] = [
	/(?:-latest)?-(?:gt|gte|lt|lte)-\d+k$/,
	// long prompts have a price of their own, not a model
	/(?<=^(?:gemini|gpt-[56]|grok|claude-(?:opus|sonnet|haiku|fable)|(?:kimi-)?k\d|qwen3\.\d-(?:max|plus|flash))[\w.-]*)-\d+k$/,
	/(?<=(?:-instruct|-0414|^qwen3\.\d-\d+b))-\d+k(?:-rope)?$/,
	/(?<=-instruct|^gpt-[56][\w.-]*)-long$/,
	/(?<=^(?:gpt|glm)-[\w.-]*)-short(?=-fast$|-flex$|$)/,
	/(?<=\d[\w.-]*)-(?:us|eu|au|jp|apac|intl|global|aws|vertex|azure|bedrock|alibaba-cloud|sambanova|paratera|sophnet|crof|community|cs|official|together|firepass|copilot|cloud|fw|el|az)$/,
	/(?<=^(?!flux).*\d[\w.-]*)-(?:tee|flex|spot|cheaper|tput|discounted|exacto|paid|original|lab|lora|basic|specdec|high-throughput|optimized|retiring-soon|limited-time|\dx-usage|\dx-limits|promo-\d+)$/,
	/(?<=^(?:claude|gpt|gemini)-[\w.-]*\d)-(?:coding|cc-?max|cc|inference-profile)$/,
	/(?<=^deepseek-[\w.-]*)-(?:online|671b|236b|ga|deepseek)$/,
	/(?<=^kimi-k2[\w.-]*)-1t$/,
	/(?<=^(?:gemini|claude)-[\w.-]*)-default$/,
	/(?<=^(?:(?:code)?llama|mixtral)-(?!.*nemotron)[\w.-]*(?:chat|instruct))-hf$/,
	/(?<=^glm-[\w.-]*)-z\.ai$/,
	// rows of one sheet for one model: its text tokens, its pictures
	/(?<=^gpt-image-[\w.-]*\d(?:-mini)?)-(?:text|image|image-gen.*)$/,
	// a run of SWE-bench Pro: `kimi-k2-instruct-10132025`, `claude-opus-4-1-paper`
	/-(?:paper|\d+-turns|(?:0[1-9]|1[0-2])[0-3]\d20\d\d)$/,
	// films are sold by their lines and by what they are made from
	/(?<=^seedance-[\w.-]*pro(?:-fast)?(?:-[it]2v)?)-(?:480|720|1080)p$/,
	/(?<=^seedance-[\w.-]*pro(?:-fast)?)-[it]2v$/,
	/(?<=^viduq\d[\w-]*)-(?:(?:text|img|reference|start-end)2video)$/,
	/(?<=^kimi-latest)-\d+k$/,
	/-(?:tee|cheaper)$/,
	/\.ft$/,
];

/** The last word of everything above: a name that ends in none of them is done. */
const ends =
	/^(?:\d+k|rope|long|short|us|eu|au|jp|apac|intl|global|aws|vertex|azure|bedrock|cloud|sambanova|paratera|sophnet|crof|community|cs|official|together|firepass|copilot|fw|el|tee|flex|spot|cheaper|tput|discounted|exacto|paid|original|lab|lora|basic|specdec|throughput|optimized|soon|time|usage|limits|\d\d|coding|max|ccmax|az|236b|paper|turns|\d{8}|\d+p|[it]2v|\w+2video|cc|profile|online|671b|ga|deepseek|1t|default|hf|z\.ai|text|image|gen|tokens|.*\.ft)$/;
const lastWord = (name: string) => name.slice(name.lastIndexOf('-') + 1);

export function withoutServing(name: string): string {
	let rest = name;
	const sealed = rest.startsWith('e2ee-');
	rest = rest.replace(before, '');
	if (sealed) rest = rest.replace(/-p$/, '');
	for (let last = ''; last !== rest && ends.test(lastWord(rest));) {
		last = rest;
		for (const pattern of after) rest = rest.replace(pattern, '');
	}
	return rest;
}
