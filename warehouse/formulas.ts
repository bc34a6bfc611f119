import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A formula in code: the function that computes it and what its docstring says of it. */
export type Formula = { method: string; name: string; text: string };

/** A docstring that stands right above an exported function, and the function's name. */
const documented = /\/\*\*((?:(?!\*\/)[^])*)\*\/\nexport (?:async )?(?:function\*?|const) (\w+)[^\n]*/g;

/**
 * What the folder `methods` computes, in the words of its docstrings: the method page is printed from these, so that text
 * and code are one. Names of models (`resolve*`) are rules, not formulas, and are not here.
 */
export function formulasOf(folder: string): Formula[] {
	return readdirSync(join(folder, 'methods'))
		.filter(file => file.endsWith('.ts') && !file.startsWith('resolve'))
		.sort()
		.flatMap(file => formulasIn(basename(file, '.ts'), readFileSync(join(folder, 'methods', file), 'utf8')));
}

export function formulasIn(method: string, text: string): Formula[] {
	return [...text.matchAll(documented)]
		.filter(([line]) => /\n?export (?:async )?function|=>\s*$|=> |= \(/.test(line))
		.map(([, comment = '', name = '']) => ({ method, name, text: plainOf(comment) }));
}

/** The words of a comment, one paragraph. */
const plainOf = (comment: string): string =>
	comment
		.split('\n')
		.map(line => line.replace(/^\s*\*? ?/, '').trim())
		.join(' ')
		.replace(/\s+/g, ' ')
		.trim();
