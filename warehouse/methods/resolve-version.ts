const year = '20(?:2[2-9])';
const month = '(?:0[1-9]|1[0-2])';
const day = '(?:0[1-9]|[12]\\d|3[01])';

/** Dated snapshots behind a name, most exact first. A date within the name (`gpt-4o-2024-08-06-preview`) counts too. */
const dates = [
	new RegExp(`[-@](${year}-${month}-${day})(?=-|$)`),
	new RegExp(`[-@](${year}${month}${day})(?=-|$)`),
	// Volcengine: `doubao-seed-2.1-turbo-260628`
	new RegExp(`-(2[4-9]${month}${day})$`),
	// Amazon: `amazon-nova-experimental-chat-26-02-10`
	new RegExp(`(?<=-chat)-(2[4-9]-${month}-${day})$`),
	// OpenRouter: `qwen3-235b-a22b-04-28`, `grok-4-07-09`, `command-a-03-2025`; Gemini's dated previews are products of their own
	new RegExp(`(?<!(?:gemini|imagen|veo).*)-(${month}-${day})$`),
	new RegExp(`(?<!(?:gemini|imagen|veo).*)-(${month}-${year})$`),
	// xAI: `grok-4-0709`; before Grok 4 the digits name products
	/(?<=^grok-(?:4|code)[a-z\d.-]*)-(\d{4})(?=-|$)/,
	/(?<=gemini-[a-z\d.-]+)-(00[1-9])$/,
	// StepFun prints the month of a build, Ai2 the month and day, Ant the month and day
	/(?<=^step-\d[a-z\d.-]*)-(20\d{4})$/,
	new RegExp(`(?<=^molmo-[a-z\\d-]*|^(?:ling|ring)-[\\d.]+-(?:flash|mini|1t))-(${month}${day})$`),
	// the month and day alone, behind names that are no product by them: `deepseek-v4-flash-0731`, `gpt-4o-0806`
	/(?<=^deepseek-v[4-9][a-z\d.-]*)-(\d{4})(?=-|$)/,
	/(?<=^(?:gpt-4o(?:-mini)?|chatgpt-4o-latest|claude-3[.-][57]-sonnet))-(\d{4})$/,
	/(?<=^qwen(?:3[.-]\d)?-(?:vl-)?(?:max|plus|turbo|flash))-(\d{4})$/,
	// Cohere writes the month before the year or behind it: `command-r-08-2024`, `command-r-2408`
	/(?<=^command-[a-z\d+-]+)-(2[3-6](?:0[1-9]|1[0-2]))$/,
];

/** Splits the dated snapshot off and writes versions with dots: `claude-opus-4-6-20260205` is `claude-opus-4.6`. */
export function versionOf(text: string): { name: string; version: string | null } {
	// Vertex prints Mistral's month behind an `@`, where others' digits count listings: `mistral-large@2411-001`
	let name = text.replace(/^((?:mi|code|pix|magi|dev)(?:ni)?str?al[\w.-]*)@(2[3-6]\d\d)(?:-\d{3})?$/, '$1-$2');
	let version: string | null = null;
	for (const date of dates) {
		const found = date.exec(name);
		if (!found?.[1]) continue;
		version = found[1];
		name = name.slice(0, found.index) + name.slice(found.index + found[0].length);
		break;
	}
	name = name.replace(/@(default|latest)?$/, '').replace(/@\d+$/, '');
	return {
		name: dotted(name),
		version: version && /^\d{4}-\d\d-\d\d$/.test(version) ? version.replaceAll('-', '') : version,
	};
}

/** `glm-4p5` (Fireworks), `claude-opus-4-6`, `kimi-k2-5`: one digit after one or two is a minor version; sizes are not. */
function dotted(name: string): string {
	return name
		.replace(/(?<=-v\d)-p(?=\d(-|$))/g, '.')
		.replace(/(?<=[a-z-]\d{1,2})p(?=\d(-|b|v|t|$))/g, '.')
		.replace(/(?<=(?:^|-)(?:v|k|m|[a-z]+)?\d)-(?=\d(?:-|$))/g, '.')
		.replace(
			/(?<=(?:claude|gpt|grok|gemini|glm|kimi|qwen|llama|deepseek|minimax|mimo|ernie|step|seed|hunyuan)[a-z-]*\d)-(?=\d(?:v|-|$))/g,
			'.',
		);
}
