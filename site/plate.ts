import PQueue from 'p-queue';
import { fileOf, folders } from './address.ts';
import type { Entity } from './chart.ts';
import { charts } from './charts.ts';
import { publication } from './data.ts';
import type { Bound } from './figure.ts';
import { figureOf, type Wanted } from './gallery.ts';
import { canDraw, plateSvg, png, together, type Plate } from './picture.ts';
import { provenanceOf } from './provenance.ts';
import { wordsOf, type Lang } from './words.ts';

type View = Pick<Wanted, 'view' | 'entity'>;

/** Whether a view has a picture of pixels: default views of charts with a page, in a language that can be drawn here. */
export const hasPng = (chart: Bound, { view }: View, lang: Lang): boolean =>
	chart.of === undefined && (view === undefined || view === chart.views[0]) && canDraw(lang);

/** The address of that picture without the site's own; undefined where there is none. */
export async function pngOf(chart: Bound, wanted: View, lang: Lang): Promise<string | undefined> {
	if (!hasPng(chart, wanted, lang)) return undefined;
	const { svg } = await figureOf({ id: chart.id, ...wanted }, lang);
	return svg === null ? undefined : fileOf(chart, wanted, 'png', lang);
}

// Pictures are drawn outside the thread that draws pages, two at a time: each holds some ten megabytes of pixels.
const queue = new PQueue({ concurrency: 2 });
const begun = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/** A picture by its key, begun when first asked for. */
function once(key: string, scale: number, plate: () => Promise<Plate>): Promise<Uint8Array<ArrayBuffer>> {
	const found =
		begun.get(key) ??
		queue.add(async () => {
			const { svg, width } = plateSvg(await plate());
			return png(svg, width, scale);
		});
	// A failure is told to who awaits the picture.
	found.catch(() => undefined);
	begun.set(key, found);
	return found;
}

/** The default view of a chart as PNG. */
export const pngBody = (chart: Bound, lang: Lang): Promise<Uint8Array<ArrayBuffer>> =>
	once(`${lang} ${chart.id}`, 2, async () => {
		const { title, subtitle, svg } = await figureOf({ id: chart.id }, lang);
		return { title, subtitle, svg: svg?.wide ?? '', ...(await footOf(chart.marts, lang)) };
	});

/** Source line and release below a picture. */
async function footOf(marts: readonly string[], lang: Lang): Promise<Pick<Plate, 'source' | 'stamp'>> {
	const words = wordsOf(lang);
	const [{ catalog }, from] = [await publication(), await provenanceOf(marts, words)];
	return {
		source: [words('figure.source', { sources: from.titles }), ...from.attributions].join(' '),
		stamp: `${words('site.name')} · ${words('site.stamp', { release: catalog.release, commit: catalog.code.slice(0, 7) })}`,
	};
}

/**
 * Things whose page has a picture of its own, and the chart without which it has none: some four hundred a language. A
 * picture of every model would take as long as all pages together (site.md 6).
 */
const pictured: Partial<Record<Entity, string | null>> = { model: 'model-tokens', event: null };

/** Of the drawings that the page of a thing shows the first two; none where the one that it must have is not drawn. */
async function drawingsOf(of: Entity, entity: string, lang: Lang) {
	const own = charts.filter(chart => chart.of === of);
	const figures = await Promise.all(own.map(({ id }) => figureOf({ id, entity }, lang)));
	const drawn = own.flatMap((chart, index) => {
		const { title, subtitle = '', svg } = figures[index] ?? {};
		return title !== undefined && svg ? [{ chart, title, subtitle, svg: svg.wide }] : [];
	});
	const needed = pictured[of];
	return needed === null || drawn.some(({ chart }) => chart.id === needed) ? drawn.slice(0, 2) : [];
}

/** The address of the picture of the page of a thing, without the site's own; undefined where it has none. */
export async function entityPngOf(of: Entity, id: string, lang: Lang): Promise<string | undefined> {
	if (pictured[of] === undefined || !canDraw(lang)) return undefined;
	return (await drawingsOf(of, id, lang)).length > 0
		? `${lang === 'en' ? '' : `/${lang}`}/${folders[of]}/${id}.png`
		: undefined;
}

/** The drawings of the page of a thing in one picture under its name. */
export const entityPng = (
	of: Entity,
	id: string,
	lang: Lang,
	name: () => Promise<string>,
): Promise<Uint8Array<ArrayBuffer>> =>
	once(`${lang} ${of} ${id}`, 1, async () => {
		const drawings = await drawingsOf(of, id, lang);
		return {
			title: await name(),
			subtitle: id,
			svg: together(drawings),
			...(await footOf([...new Set(drawings.flatMap(({ chart }) => chart.marts))], lang)),
		};
	});
