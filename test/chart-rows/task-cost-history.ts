const tasks = [
	{ workload: 'agent', tokens_per_task: '20000000', factor: 1 },
	{ workload: 'agent_cold', tokens_per_task: '20000000', factor: 2 },
	{ workload: 'agent_warm', tokens_per_task: '20000000', factor: 0.5 },
	{ workload: 'chatbot', tokens_per_task: '30000', factor: 0.004 },
];
type Told = [line: string, model: string, from_day: string, until_day: string, usd: number | null];
const told: Told[] = [
	['anthropic/claude-opus', 'anthropic/claude-opus-4.1', '2025-08-07', '2025-11-24', 138],
	['anthropic/claude-opus', 'anthropic/claude-opus-4.5', '2025-11-24', '2026-02-05', 46],
	['anthropic/claude-opus', 'anthropic/claude-opus-4.6', '2026-02-05', '2026-05-01', 46],
	['openai/gpt', 'openai/gpt-5', '2025-08-07', '2025-12-12', 13],
	['openai/gpt', 'openai/gpt-5.2', '2025-12-12', '2026-05-01', 18],
	['z-ai/glm', 'z-ai/glm-4.6', '2025-10-01', '2026-01-10', 6],
	['z-ai/glm', 'z-ai/glm-4.7', '2026-01-10', '2026-02-10', null],
	['z-ai/glm', 'z-ai/glm-5', '2026-03-10', '2026-04-10', 10],
	['z-ai/glm', 'z-ai/glm-5', '2026-04-10', '2026-04-20', 10],
	['minimax/minimax-m', 'minimax/minimax-m2.5', '2026-02-13', '2026-05-01', 2.6],
];

/** Four product lines: one cheaper, two dearer with a gap in one, one that is not on sale at first; a hostile title. */
export const rows = {
	spells: tasks.flatMap(({ workload, tokens_per_task, factor }) =>
		told.map(([line, model, from_day, until_day, usd]) => ({
			line,
			model,
			title: model === 'minimax/minimax-m2.5' ? '<script>alert(1)</script>' : null,
			country: /glm|minimax/.test(line) ? 'CN' : 'US',
			workload,
			tokens_per_task,
			usd_per_task: usd === null ? null : usd * factor,
			from_day,
			until_day,
			snapshot: null,
		})),
	),
};
