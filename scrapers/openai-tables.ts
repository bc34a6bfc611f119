import { z } from 'zod';
import { islandProps } from './astro-island.ts';
import { decimalText } from './decimal.ts';
import type { Table } from './table.ts';

/** A table of the page as a grid, its two header lines in one: "Short context input". */
export type Grid = { where: string; tier: string; headings: string; rows: string[][] };

const Label = z.object({ __pricingTooltipHeading: z.object({ label: z.string() }) });
const Html = z.object({ __pricingHtml: z.string() });
const Cell = z.union([z.string(), z.number().nonnegative(), z.null(), Label, Html]).transform(textOf);
const Rows = z.array(z.array(Cell));
const Grouped = z.object({
	headings: z.array(Cell),
	groups: z.array(z.object({ model: Cell, rows: Rows })),
});
const Flat = z.object({ headings: z.array(Cell), rows: Rows });
/** All models of a tier by position, where the drawn table holds the latest only (2026-08-21). */
const Tiered = z.object({ tier: z.string(), rows: Rows });

/** A number is dollars; bare null is a dash. */
function textOf(cell: string | number | null | z.infer<typeof Label> | z.infer<typeof Html>): string {
	if (cell === null) return '-';
	if (typeof cell === 'number') return `$${decimalText(cell)}`;
	if (typeof cell === 'string') return cell;
	if ('__pricingTooltipHeading' in cell) return cell.__pricingTooltipHeading.label;
	return cell.__pricingHtml.replace(/<br\s*\/?>/gi, '\n').replace(/<[^>]*>/g, '');
}

/** The whole table behind a drawn one: what it shows and the rows it hides; the drawn one where there is nothing behind. */
export function gridsOf(tables: Table[]): Grid[] {
	return tables.flatMap(({ rows, headings, element }, i) => {
		const pane = element.closest('[data-content-switcher-pane]');
		const about = { where: `table ${i}`, tier: pane?.getAttribute('data-value') ?? 'standard' };
		const island = element.closest('astro-island');
		const props = island && islandProps(island);
		const drawn = { ...about, headings: headings.join(' / '), rows: oneHeader(rows) };
		const grouped = Grouped.safeParse(props);
		if (grouped.success) {
			const { headings: head, groups } = grouped.data;
			return [{ ...drawn, rows: [head, ...groups.flatMap(({ model, rows }) => rows.map(row => [model, ...row]))] }];
		}
		const flat = Flat.safeParse(props);
		if (flat.success) return [{ ...drawn, rows: [flat.data.headings, ...flat.data.rows] }];
		const tiered = Tiered.safeParse(props);
		if (!tiered.success) return [drawn];
		return [drawn, ...hiddenGrids(tiered.data, drawn)];
	});
}

/** Rows of four have no cache writes; those of five do. The latest stand in the drawn table with their long context. */
function hiddenGrids({ tier, rows }: z.infer<typeof Tiered>, drawn: Grid): Grid[] {
	const shown = new Set(drawn.rows.map(([name]) => name));
	const hidden = rows.filter(([name]) => !shown.has(name));
	const layouts = [
		['Model', 'Input', 'Cached input', 'Output'],
		['Model', 'Input', 'Cached input', 'Cache writes', 'Output'],
	];
	const odd = hidden.filter(row => layouts.every(({ length }) => length !== row.length));
	return layouts
		.map((head, i) => ({
			...drawn,
			tier,
			where: `${drawn.where}, all models`,
			rows: [head, ...hidden.filter(({ length }) => length === head.length), ...(i === 0 ? odd : [])],
		}))
		.filter(({ rows }) => rows.length > 1);
}

/** Two header lines, a group above its columns, are joined; one is left as it is. */
function oneHeader(rows: string[][]): string[][] {
	const [first = [], second = [], ...lines] = rows;
	if (second[0] !== 'Model' || first[0] !== '') return rows;
	return [second.map((label, x) => `${first[x] ?? ''} ${label}`.trim()), ...lines];
}
