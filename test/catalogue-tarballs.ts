/** The files of three packages, written for the purpose: the tarballs under `test/fixtures` hold them. */
type Files = Record<string, string>;

const weekdays = [1, 2, 3, 4, 5];
const timeBased = {
	offPeakMultiplier: 0.5,
	peakWindows: [
		{ weekdays, startMinute: 60, endMinute: 240 },
		{ weekdays, startMinute: 360, endMinute: 600 },
	],
};
const rates = (input: number, output: number, cacheRead = 0, cacheWrite = 0) => ({
	input,
	output,
	cacheRead,
	cacheWrite,
});
const piRow = (provider: string, id: string, cost: object, more: object = {}) => ({
	id,
	name: id.toUpperCase(),
	provider,
	reasoning: true,
	cost,
	contextWindow: 131072,
	maxTokens: null,
	...more,
});
const byId = (...rows: { id: string }[]) => Object.fromEntries(rows.map(row => [row.id, row]));

export const piCatalog: Files = {
	'package.json': JSON.stringify({ name: '@oh-my-pi/pi-catalog', version: '1.0.0' }),
	'CHANGELOG.md': '# Changelog\n\n## [Unreleased]\n\n## [1.0.0] - 2026-09-02\n\n## [0.9.0] - 2026-08-30\n',
	'src/models.json': JSON.stringify({
		anthropic: byId(
			piRow('anthropic', 'claude-made-up', {
				...rates(3, 15, 0.3, 3.75),
				longContext: { inputThreshold: 200000, ...rates(6, 22.5, 0.6, 7.5) },
			}),
		),
		deepseek: byId(
			piRow('deepseek', 'rocket-flash', { ...rates(0.3, 1.2, 0.006), timeBased }),
			piRow('deepseek', 'rocket-pro', {
				...rates(1.32, 3.96, 0.044),
				timeBased: { ...timeBased, effectiveRates: [{ effectiveFrom: 1789358400000, ...rates(0.3, 1.2, 0.006) }] },
			}),
		),
		openai: byId(
			piRow('openai', 'picture-3', rates(5, 40), { kind: 'image' }),
			piRow('openai', 'text-embedding-made-up', rates(0.13, 0), { kind: 'embedding' }),
		),
		'openai-codex': byId(
			piRow('openai-codex', 'gpt-6', rates(2.5, 15), { serviceTierCost: { flex: 0.5, priority: 2.5 } }),
		),
		openrouter: byId(
			piRow('openrouter', 'openrouter/auto', rates(-1000000, -1000000)),
			piRow('openrouter', 'acme/rocket:free', rates(0, 0)),
			piRow('openrouter', 'anthropic/claude-made-up', rates(3, 15, 0.3, 3.75)),
		),
		xai: byId(
			piRow('xai', 'grok-made-up', {
				...rates(1.25, 2.5, 0.2),
				longContext: { inputThreshold: 200000, inputThresholdInclusive: true, ...rates(2.5, 5, 0.4) },
			}),
		),
		'zhipu-coding-plan': byId(piRow('zhipu-coding-plan', 'glm-made-up', rates(0, 0))),
	}),
};

const platform = (list: string): string =>
	`const allModels = ${list};\n//#endregion\nexport { allModels, allModels as default };\n`;

export const modelBank: Files = {
	'package.json': JSON.stringify({ name: 'model-bank', version: '1.0.20260927202305' }),
	'dist/aiModels/index.mjs': 'import { allModels } from "./zhipu.mjs";\nexport { allModels as zhipu };\n',
	'dist/aiModels/anthropic.mjs': platform(`[...[{
	id: "claude-made-up",
	displayName: "Claude Made-up",
	abilities: { reasoning: true },
	contextWindowTokens: 1e6,
	type: "chat",
	pricing: { units: [
		{ name: "textInput", rate: 5, strategy: "fixed", unit: "millionTokens" },
		{ name: "textInput_cacheWrite", strategy: "lookup", unit: "millionTokens",
			lookup: { prices: { "1h": 10, "5m": 6.25 }, pricingParams: ["ttl"] } }
	] }
}]]`),
	'dist/aiModels/chatGPT.mjs':
		'import { chat } from "./openai.mjs";\nconst models = chat.filter(({ id }) => id).map(({ pricing: _, ...model }) => model);\nexport { models as default };\n',
	'dist/aiModels/glmCodingPlan.mjs':
		'const plan = [{ id: "glm-made-up", type: "chat", pricing: { currency: "CNY", units: [{ name: "textInput", rate: 0, strategy: "fixed", unit: "millionTokens" }] } }];\nexport { plan as default };\n',
	'dist/aiModels/google.mjs': platform(`[{
	id: "gemini-made-up",
	type: "chat",
	settings: { params: imageParams },
	pricing: { units: [
		{ name: "textInput", strategy: "tiered", unit: "millionTokens", tiers: [{ rate: 2, upTo: 2e5 }, { rate: 4, upTo: "infinity" }] },
		{ name: "audioInput", rate: .3, strategy: "fixed", unit: "millionTokens" },
		{ name: "textInput_cacheWrite", strategy: "lookup", unit: "millionTokens", lookup: { prices: { "1h": 4.5 }, pricingParams: ["ttl"] } },
		{ name: "imageGeneration", rate: .039, strategy: "fixed", unit: "image" },
		{ name: "imageGeneration", rate: .01, strategy: "fixed", unit: "megapixel" },
		{ name: "videoGeneration", rate: .4, strategy: "fixed", unit: "second" },
		{ name: "videoGeneration", rate: 2, strategy: "fixed", unit: "video" }
	], approximatePricePerImage: .04 }
}]`),
	'dist/aiModels/moonshot.mjs': platform(`[{ id: "kimi-made-up", type: "chat", pricing: { currency: "USD", units: [
		{ name: "textInput", rate: 20, strategy: "fixed", unit: "millionTokens" }] } }]`),
	'dist/aiModels/openai.mjs': `import { n as schema } from "../schema.mjs";
const openaiTTSModels = [{ id: "tts-made-up", type: "tts", pricing: { units: [
	{ name: "textInput", rate: 15, strategy: "fixed", unit: "millionCharacters" }] } }];
const openaiImageModels = [{ id: "picture-3", type: "image", parameters: schema, pricing: { units: [
	{ name: "imageGeneration", strategy: "lookup", unit: "image", lookup: { prices: { "hd_1024x1024": .08 }, pricingParams: ["quality", "size"] } }] } }];
const allModels = [...openaiTTSModels, ...openaiImageModels];
export { allModels, allModels as default, openaiTTSModels };
`,
	'dist/aiModels/qwen.mjs': platform(`[{
	id: "qwen-made-up",
	displayName: "Qwen Made-up",
	releasedAt: "2026-08",
	maxOutput: 65536,
	type: "chat",
	pricing: { currency: "CNY", units: [
		{ name: "textInput", strategy: "lookup", unit: "millionTokens",
			lookup: { prices: { "[0, 0.128]": .8, "[0.128, infinity]": 2.4 }, pricingParams: ["textInputRange"] } },
		{ name: "textOutput", strategy: "lookup", unit: "millionTokens",
			lookup: { prices: { "[0, 0.128]_[false]": 2, "[0, 0.128]_[true]": 8, "[0.128, infinity]_[false]": 20, "[0.128, infinity]_[true]": 24 },
				pricingParams: ["textInputRange", "thinkingMode"] } },
		{ name: "textInput_cacheRead", rate: 6 * .2, strategy: "fixed", unit: "millionTokens" }
	] }
}]`),
	'dist/aiModels/zhipu.mjs': platform(`[{
	id: "glm-made-up-x",
	type: "chat",
	pricing: { currency: "CNY", units: [
		{ name: "textOutput", strategy: "lookup", unit: "millionTokens",
			lookup: { prices: { "[0, 0.032]_[0, 0.0002]": 16, "[0, 0.032]_[0.0002, infinity]": 32, "[0.032, 0.128]": 64 },
				pricingParams: ["textInput", "textOutput"] } }
	] }
}, {
	id: "glm-made-up-flash",
	type: "chat",
	pricing: { currency: "CNY", units: [{ name: "textInput", rate: 0, strategy: "fixed", unit: "millionTokens" }] }
}, {
	id: "glm-made-up-v",
	type: "chat"
}]`),
};

export const currencyApi: Files = {
	'package.json': JSON.stringify({ name: '@fawazahmed0/currency-api', version: '2026.9.29' }),
	'v1/currencies/cny.json': JSON.stringify({ date: '2026-09-29', cny: { usd: 0.14908 } }),
	'v1/currencies/usd.json': JSON.stringify({
		date: '2026-09-29',
		usd: { '1inch': 9.96631033, btc: 8.9e-6, cny: 6.70778353, eur: 0.88022588, usd: 1 },
	}),
};
