import { cheapestAt } from './charts/cheapest-at.ts';
import { frontier } from './charts/frontier.ts';
import { healthDays } from './charts/health-days.ts';
import { priceGap } from './charts/price-gap.ts';
import { priceHistory } from './charts/price-history.ts';
import { rowsBySource } from './charts/rows-by-source.ts';
import { shareTrend } from './charts/share-trend.ts';
import { sourcesNow } from './charts/sources-now.ts';
import { weekNumbers } from './charts/week-numbers.ts';
import { bind, type Bound } from './figure.ts';

/** Every chart of the site, in the order of `/charts/`. */
export const charts: readonly Bound[] = [
	bind(weekNumbers),
	bind(sourcesNow),
	bind(priceHistory),
	bind(priceGap),
	bind(frontier),
	bind(cheapestAt),
	bind(shareTrend),
	bind(rowsBySource),
	bind(healthDays),
];
