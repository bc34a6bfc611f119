import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The publication under test: the one that `npm test` has just built offline from a clean home, or, when a single test
 * file is run by hand, one built now.
 */
export default function setup(): (() => void) | undefined {
	if (process.env.TOKENS_DIST && existsSync(join(process.env.TOKENS_DIST, 'data', 'tokens.duckdb'))) return undefined;
	const scratch = mkdtempSync(join(tmpdir(), 'publication-'));
	process.env.TOKENS_DIST = join(scratch, 'dist');
	process.env.TOKENS_HOME = join(scratch, 'home');
	execFileSync(process.execPath, ['pipelines/tokens.js', 'build'], { stdio: ['ignore', 'inherit', 'inherit'] });
	return () => rmSync(scratch, { recursive: true, force: true });
}

/** The published DuckDB file. */
export const published = (): string => join(process.env.TOKENS_DIST ?? 'dist', 'data', 'tokens.duckdb');
