import type { Observed } from './source.ts';

const changelog = (on: string): Observed => ({ on, basis: 'changelog', quality: 'exact' });
const content = (on: string): Observed => ({ on, basis: 'content', quality: 'bounded' });
const git = (on: string): Observed => ({ on, basis: 'git', quality: 'bounded' });

/**
 * Days of versions that no changelog still shipped speaks of (sources.md 13, rules 2, 3 and 5).
 *
 * - pi-ai 0.7.7 to 0.9.3: the changelog of the lockstep sibling as it stood in November 2025, before its older part was
 *   cut (badlogic/pi-mono:packages/coding-agent/CHANGELOG.md); exact.
 * - pi-ai 0.5.10 to 0.7.4: lower bounds. The day on which OpenRouter listed the newest model of the tarball, its
 *   `created` in RemoteViewerchallenge/domoreai:openrouter_models.json @ 90741dcbab75; ids re-listed later are left out.
 * - genai-prices: a day on which upstream held the same prices (pydantic/genai-prices:prices/data.json at the commit
 *   named) or by which it held them all, or the day of the request to release the version; never better than bounded.
 */
export const knownDates: Record<string, Record<string, Observed>> = {
	'@mariozechner/pi-ai': {
		// qwen/qwen3-30b-a3b-thinking-2507
		...same(['0.5.10', '0.5.13', '0.5.16', '0.5.19', '0.5.22', '0.5.24'], content('2025-08-28')),
		// deepcogito/cogito-v2-preview-llama-109b-moe
		'0.5.28': content('2025-09-02'),
		// nvidia/nemotron-nano-9b-v2
		'0.5.32': content('2025-09-05'),
		// qwen/qwen3-next-80b-a3b-thinking
		...same(['0.5.34', '0.5.35', '0.5.36'], content('2025-09-11')),
		// qwen/qwen3-coder-flash, then alibaba/tongyi-deepresearch-30b-a3b
		'0.5.41': content('2025-09-17'),
		'0.5.43': content('2025-09-18'),
		// z-ai/glm-4.6
		'0.5.44': content('2025-09-30'),
		// deepcogito/cogito-v2-preview-llama-405b
		...same(['0.5.45', '0.5.46'], content('2025-10-17')),
		// minimax/minimax-m2
		...same(['0.5.47', '0.5.48'], content('2025-10-23')),
		// kwaipilot/kat-coder-pro:free
		...same(['0.6.2', '0.7.4'], content('2025-11-10')),
		'0.7.7': changelog('2025-11-13'),
		...same(['0.7.11', '0.7.12', '0.7.13'], changelog('2025-11-16')),
		'0.7.18': changelog('2025-11-18'),
		'0.7.24': changelog('2025-11-20'),
		...same(['0.8.0', '0.9.0'], changelog('2025-11-21')),
		...same(['0.9.2', '0.9.3'], changelog('2025-11-24')),
	},
	'@pydantic/genai-prices': {
		// the newest day inside, the introduction of GPT-5
		'0.0.22': content('2025-08-07'),
		// same prices @ 6265f72b9496
		...same(['0.0.24', '0.0.27'], git('2025-09-10')),
		// all prices by @ 50b287851e35, not yet @ f46334fb9af2 (2025-10-08)
		...same(['0.0.34', '0.0.35'], git('2025-11-05')),
		// the newest day inside, the introduction of GPT-5.1
		'0.0.39': content('2025-11-13'),
		// before @ 228f6ef58683
		'0.0.44': git('2025-12-01'),
		// after @ b61127b42360 (2026-02-04), before @ e59bd7f1944a
		'0.0.53': git('2026-03-02'),
		// same prices @ bb2d5a8173b6
		'0.0.56': git('2026-03-23'),
		// pydantic/genai-prices pull requests 387, 402, 446 and 497
		'0.0.62': git('2026-05-25'),
		'0.0.66': git('2026-06-09'),
		'0.0.69': git('2026-07-02'),
		'0.0.72': git('2026-07-22'),
		// a registry had it by then; 0.1.6 was out on 2026-09-02 (pydantic/pydantic-ai pull request 8019)
		'0.1.7': { on: '2026-09-16', basis: 'registry', quality: 'bounded' },
		// the newest start_date inside that had passed
		'0.1.8': content('2026-09-22'),
	},
};

function same(versions: string[], observed: Observed): Record<string, Observed> {
	return Object.fromEntries(versions.map(version => [version, observed]));
}
