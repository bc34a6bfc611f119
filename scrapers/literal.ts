import { parse, type AnyNode, type Expression, type ObjectExpression, type Program, type Property } from 'acorn';
import { Decimal } from 'decimal.js';
import { ShapeError } from './error.ts';

/**
 * The value of a top-level literal of an ES module, read and never run: objects, arrays, strings, numbers, booleans,
 * null, templates without expressions, products of numbers, and the minifier's `!0`, `!1` and `-1`. `name` is the
 * constant's own name or the name it is exported under. Anything else in the literal throws `ShapeError` with `where`
 * in front.
 */
export function literalOf(where: string, code: string, name: string): unknown {
	const program = programOf(where, code);
	const local = exportedAs(program, name) ?? name;
	const found = constantsOf(program).find(constant => constant.name === local);
	if (!found) throw new ShapeError(where, 'missing literal', name);
	return valueOf(where, found.init, name);
}

/**
 * The first top-level array literal that `fits`, for bundles whose minifier renames every constant. Arrays that are not
 * plain literals are passed over. Throws `ShapeError` when none fits.
 */
export function arrayLiteralOf(
	where: string,
	code: string,
	what: string,
	fits: (value: unknown[]) => boolean,
): unknown[] {
	for (const { name, init } of constantsOf(programOf(where, code))) {
		if (init.type !== 'ArrayExpression') continue;
		try {
			const value = valueOf(where, init, name) as unknown[];
			if (fits(value)) return value;
		} catch (error) {
			if (!(error instanceof ShapeError)) throw error;
		}
	}
	throw new ShapeError(where, 'missing array literal', what);
}

export function programOf(where: string, code: string): Program {
	if (code.trim() === '') throw new ShapeError(where, 'empty body');
	if (/^\s*</.test(code)) throw new ShapeError(where, 'expected a module got html', code);
	try {
		return parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
	} catch (error) {
		// a RangeError is a body nested past the parser's stack
		throw new ShapeError(where, 'invalid module', error instanceof Error ? error.message : error);
	}
}

export type Constant = { name: string; init: Expression };

export function constantsOf(program: Program): Constant[] {
	const constants: Constant[] = [];
	for (const statement of program.body) {
		const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
		if (statement.type === 'ExportDefaultDeclaration' && isExpression(statement.declaration))
			constants.push({ name: 'default', init: statement.declaration });
		if (declared?.type !== 'VariableDeclaration') continue;
		for (const { id, init } of declared.declarations)
			if (id.type === 'Identifier' && init) constants.push({ name: id.name, init });
	}
	return constants;
}

const isExpression = (node: { type: string }): node is Expression => !/Declaration$/.test(node.type);

/** The local name behind `export { local as name }`. */
export function exportedAs(program: Program, name: string): string | undefined {
	for (const statement of program.body) {
		if (statement.type !== 'ExportNamedDeclaration' || statement.source) continue;
		for (const { local, exported } of statement.specifiers)
			if (exported.type === 'Identifier' && exported.name === name && local.type === 'Identifier') return local.name;
	}
	return undefined;
}

export function valueOf(where: string, node: AnyNode, at: string): unknown {
	const refuse = (what: string): never => {
		throw new ShapeError(where, `unsupported ${what} in a literal`, at);
	};
	switch (node.type) {
		case 'Literal':
			return node.regex || node.bigint != null ? refuse('literal') : node.value;
		case 'TemplateLiteral':
			return node.expressions.length ? refuse('template') : node.quasis[0]?.value.cooked;
		case 'ArrayExpression':
			return node.elements.map((element, i) => (element ? valueOf(where, element, `${at}[${i}]`) : refuse('hole')));
		case 'ObjectExpression':
			return objectOf(where, node, at);
		case 'UnaryExpression': {
			const value = valueOf(where, node.argument, at);
			if (node.operator === '-' && typeof value === 'number') return -value;
			if (node.operator === '!' && (value === 0 || value === 1)) return value === 0;
			return refuse(`operator ${node.operator}`);
		}
		case 'BinaryExpression': {
			if (node.operator !== '*') return refuse(`operator ${node.operator}`);
			const [one, other] = [valueOf(where, node.left, at), valueOf(where, node.right, at)];
			if (typeof one !== 'number' || typeof other !== 'number') return refuse('product');
			// by the digits as written: 6 * 0.2 is 1.2 on the sheet, and 1.2000000000000002 in floats
			return new Decimal(one).times(other).toNumber();
		}
		default:
			return refuse(node.type);
	}
}

function objectOf(where: string, node: ObjectExpression, at: string): Record<string, unknown> {
	const object: Record<string, unknown> = {};
	for (const property of node.properties) {
		const key = property.type === 'Property' ? keyOf(property) : undefined;
		// `__proto__` in a literal sets the prototype: no sheet needs it, and an object must stay plain
		if (key === undefined || key === '__proto__') throw new ShapeError(where, 'unsupported property in a literal', at);
		object[key] = valueOf(where, (property as Property).value, `${at}.${key}`);
	}
	return object;
}

export function keyOf({ computed, kind, method, key }: Property): string | undefined {
	if (computed || method || kind !== 'init') return undefined;
	if (key.type === 'Identifier') return key.name;
	return key.type === 'Literal' && (typeof key.value === 'string' || typeof key.value === 'number')
		? String(key.value)
		: undefined;
}
