import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { formulasIn, formulasOf } from '../warehouse/formulas.ts';

test('a formula is an exported function in the words of its own docstring', () => {
	const text = [
		'/** Not exported. */\nfunction own() {}\n',
		'/**\n * Half of a number\n * (methods.md 1).\n */\nexport function half(x: number): number {\n\treturn x / 2;\n}\n',
		'/** Twice. */\nexport const twice = (x: number): number => 2 * x;\n',
		'/** A type. */\nexport type Pair = [number, number];\n',
		'/** A bound. */\nexport const bound = 5;\n',
		'export function bare(): void {}\n',
	].join('\n');
	expect(formulasIn('made', text)).toEqual([
		{ method: 'made', name: 'half', text: 'Half of a number (methods.md 1).' },
		{ method: 'made', name: 'twice', text: 'Twice.' },
	]);
});

test('the methods of the house say what they compute', () => {
	const formulas = formulasOf(fileURLToPath(new URL('../warehouse', import.meta.url)));
	const named = formulas.map(({ method, name }) => `${method}.${name}`);
	expect(named).toEqual(expect.arrayContaining(['workload.usdPerTask', 'workload.hybridRoute', 'energy.kwhPerMtok']));
	expect(new Set(named).size).toBe(named.length);
	for (const { name, text } of formulas) expect(text.length, name).toBeGreaterThan(20);
	expect(formulas.find(({ name }) => name === 'kwhPerMtok')?.text).toContain('methods.md 9');
});
