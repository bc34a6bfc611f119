import PQueue from 'p-queue';
import { fileOf } from './address.ts';
import { publication } from './data.ts';
import type { Bound } from './figure.ts';
import { figureOf, type Wanted } from './gallery.ts';
import { canDraw, plateSvg, png } from './picture.ts';
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

/** The default view of a chart as PNG, begun when first asked for. */
export function pngBody(chart: Bound, lang: Lang): Promise<Uint8Array<ArrayBuffer>> {
	const key = `${lang} ${chart.id}`;
	const found = begun.get(key) ?? queue.add(() => plate(chart, lang));
	// A failure is told to who awaits the picture.
	found.catch(() => undefined);
	begun.set(key, found);
	return found;
}

/** Title, subtitle, drawing, source line and release in one picture. */
async function plate(chart: Bound, lang: Lang): Promise<Uint8Array<ArrayBuffer>> {
	const words = wordsOf(lang);
	const figure = await figureOf({ id: chart.id }, lang);
	const [{ catalog }, from] = [await publication(), await provenanceOf(chart.marts, words)];
	const { svg, width } = plateSvg({
		title: figure.title,
		subtitle: figure.subtitle,
		svg: figure.svg?.wide ?? '',
		source: [words('figure.source', { sources: from.titles }), ...from.attributions].join(' '),
		stamp: `${words('site.name')} · ${words('site.stamp', { release: catalog.release, commit: catalog.code.slice(0, 7) })}`,
	});
	return png(svg, width);
}
