import type { AnyNode, ObjectExpression, Property } from 'acorn';
import { ShapeError } from './error.ts';
import { constantsOf, exportedAs, keyOf, programOf, valueOf } from './literal.ts';

type Fields = Record<string, unknown>;

/** Stands where a wanted property is computed: it fits no shape, so that what it hides is not taken for absent. */
export const unread = Symbol('unread');

/**
 * The objects of a list that an ES module exports, read and never run: lists of the same file that are spread into it
 * are followed by name, and of each object only the `wanted` properties are read, as the others may name constants of
 * other files. A wanted property that is no plain literal is `unread`. Throws `ShapeError` for a list that is computed.
 */
export function listLiteralOf(where: string, code: string, name: string, wanted: string[]): Fields[] {
	const program = programOf(where, code);
	const constants = new Map(constantsOf(program).map(({ name, init }) => [name, init as AnyNode]));
	const seen = new Set<string>();

	function listOf(node: AnyNode): Fields[] {
		if (node.type === 'Identifier') {
			const init = constants.get(node.name);
			// a list that holds itself has no end
			if (!init || seen.has(node.name)) throw new ShapeError(where, 'unknown list', node.name);
			seen.add(node.name);
			return listOf(init);
		}
		if (node.type !== 'ArrayExpression') throw new ShapeError(where, 'computed list', name);
		return node.elements.flatMap(element => {
			if (element?.type === 'SpreadElement') return listOf(element.argument);
			if (element?.type === 'ObjectExpression') return [fieldsOf(element)];
			throw new ShapeError(where, 'unsupported element in a list', element?.type ?? 'hole');
		});
	}

	function fieldsOf(object: ObjectExpression): Fields {
		const fields: Fields = {};
		for (const property of object.properties) {
			const key = property.type === 'Property' ? keyOf(property) : undefined;
			if (key !== undefined && wanted.includes(key)) fields[key] = literalOrUnread((property as Property).value, key);
		}
		return fields;
	}

	function literalOrUnread(node: AnyNode, key: string): unknown {
		try {
			return valueOf(where, node, key);
		} catch (error) {
			if (error instanceof ShapeError) return unread;
			throw error;
		}
	}

	const exported = exportedAs(program, name);
	const init = constants.get(exported ?? name);
	if (!init) throw new ShapeError(where, 'missing list', name);
	return listOf(init);
}
