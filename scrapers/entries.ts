import type { z } from 'zod';
import { ShapeError } from './error.ts';

/** Past this share of entries that do not fit, the sheet has changed and none of it is trusted. */
const tolerated = 0.1;

/**
 * The rows of a sheet's entries, one by one: an entry of an unexpected shape is left out and told to `reject`, the file
 * is not (methods.md 0.2, rule 12). Throws the first entry's `ShapeError` when more than a tenth do not fit.
 */
export function rowsOf<Shape extends z.ZodType, Place extends { where: string; entry: unknown }, Written>(
	source: string,
	shape: Shape,
	places: Place[],
	read: (entry: z.output<Shape>, place: Place) => Written[],
	reject?: (what: string) => void,
): Written[] {
	const rows: Written[] = [];
	const misfits: ShapeError[] = [];
	for (const place of places) {
		try {
			rows.push(...read(checked(source, shape, place), place));
		} catch (error) {
			if (!(error instanceof ShapeError)) throw error;
			misfits.push(error);
		}
	}
	if (misfits[0] && misfits.length > tolerated * places.length) throw misfits[0];
	for (const misfit of misfits) reject?.(misfit.message);
	return rows;
}

function checked<Shape extends z.ZodType>(source: string, shape: Shape, place: { where: string; entry: unknown }) {
	const result = shape.safeParse(place.entry);
	if (result.success) return result.data;
	const issue = result.error.issues[0];
	throw new ShapeError(
		source,
		`unexpected shape at ${[place.where, ...(issue?.path ?? [])].join('.')}`,
		issue?.message,
	);
}
