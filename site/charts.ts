import { agreement } from './charts/agreement.ts';
import { coverage } from './charts/coverage.ts';
import { dateBasis } from './charts/date-basis.ts';
import { sourceLag } from './charts/source-lag.ts';
import { cheapestAt } from './charts/cheapest-at.ts';
import { cutsAndRises } from './charts/cuts-and-rises.ts';
import { eventCells } from './charts/event-cells.ts';
import { eventLedger } from './charts/event-ledger.ts';
import { eventStrip } from './charts/event-strip.ts';
import { eventsNow } from './charts/events-now.ts';
import { claimList } from './charts/claim-list.ts';
import { claimReadings } from './charts/claim-readings.ts';
import { claimVerdicts } from './charts/claim-verdicts.ts';
import { frontier } from './charts/frontier.ts';
import { headlineAudit } from './charts/headline-audit.ts';
import { headlinesChart } from './charts/headlines.ts';
import { healthDays } from './charts/health-days.ts';
import { healthAge } from './charts/health-age.ts';
import { clockPrice } from './charts/clock-price.ts';
import { eventSize } from './charts/event-size.ts';
import { responseLag } from './charts/response-lag.ts';
import { twoSheets } from './charts/two-sheets.ts';
import { launchToNow } from './charts/launch-to-now.ts';
import { listAndHost } from './charts/list-and-host.ts';
import { labRange } from './charts/lab-range.ts';
import { labReleases } from './charts/lab-releases.ts';
import { labShare } from './charts/lab-share.ts';
import { modelHosts } from './charts/model-hosts.ts';
import { modelPrice } from './charts/model-price.ts';
import { modelTokens } from './charts/model-tokens.ts';
import { modelScores } from './charts/model-scores.ts';
import { priceGap } from './charts/price-gap.ts';
import { priceIndex } from './charts/price-index.ts';
import { priceSplit } from './charts/price-split.ts';
import { priceHistory } from './charts/price-history.ts';
import { quarantineList } from './charts/quarantine-list.ts';
import { rowsBySource } from './charts/rows-by-source.ts';
import { rowCounts } from './charts/row-counts.ts';
import { shareNow } from './charts/share-now.ts';
import { shareTrend } from './charts/share-trend.ts';
import { sameWeights } from './charts/same-weights.ts';
import { sourcesNow } from './charts/sources-now.ts';
import { weekNumbers } from './charts/week-numbers.ts';
import { tokensTrend } from './charts/tokens-trend.ts';
import { basisCoverage } from './charts/basis-coverage.ts';
import { labRank } from './charts/lab-rank.ts';
import { concentration } from './charts/concentration.ts';
import { freeShare } from './charts/free-share.ts';
import { priceAndShare } from './charts/price-and-share.ts';
import { crossings } from './charts/crossings.ts';
import { platformScope } from './charts/platform-scope.ts';
import { firstToReach } from './charts/first-to-reach.ts';
import { declineRate } from './charts/decline-rate.ts';
import { cacheFloor } from './charts/cache-floor.ts';
import { cacheRatio } from './charts/cache-ratio.ts';
import { paidPrice } from './charts/paid-price.ts';
import { costPerSolved } from './charts/cost-per-solved.ts';
import { taskCostHistory } from './charts/task-cost-history.ts';
import { effectivePrice } from './charts/effective-price.ts';
import { taskCost } from './charts/task-cost.ts';
import { mixDay } from './charts/mix-day.ts';
import { tokensADay } from './charts/tokens-a-day.ts';
import { electricity } from './charts/electricity.ts';
import { powerBound } from './charts/power-bound.ts';
import { volumeAndPrice } from './charts/volume-and-price.ts';
import { bind, type Bound } from './figure.ts';

/** Every chart of the site, in the order of `/charts/`. */
export const charts: readonly Bound[] = [
	bind(weekNumbers),
	bind(shareNow),
	bind(eventsNow),
	bind(sourcesNow),
	bind(priceHistory),
	bind(listAndHost),
	bind(priceGap),
	bind(launchToNow),
	bind(priceIndex),
	bind(priceSplit),
	bind(twoSheets),
	bind(sameWeights),
	bind(clockPrice),
	bind(eventStrip),
	bind(cutsAndRises),
	bind(eventLedger),
	bind(eventSize),
	bind(responseLag),
	bind(headlinesChart),
	bind(eventCells),
	bind(headlineAudit),
	bind(frontier),
	bind(cheapestAt),
	bind(firstToReach),
	bind(declineRate),
	bind(costPerSolved),
	bind(shareTrend),
	bind(tokensTrend),
	bind(basisCoverage),
	bind(crossings),
	bind(labRank),
	bind(concentration),
	bind(freeShare),
	bind(priceAndShare),
	bind(platformScope),
	bind(cacheFloor),
	bind(cacheRatio),
	bind(effectivePrice),
	bind(paidPrice),
	bind(taskCost),
	bind(taskCostHistory),
	bind(mixDay),
	bind(tokensADay),
	bind(electricity),
	bind(powerBound),
	bind(volumeAndPrice),
	bind(claimList),
	bind(claimReadings),
	bind(claimVerdicts),
	bind(rowsBySource),
	bind(healthDays),
	bind(healthAge),
	bind(rowCounts),
	bind(quarantineList),
	bind(agreement),
	bind(sourceLag),
	bind(coverage),
	bind(dateBasis),
	bind(modelPrice),
	bind(modelHosts),
	bind(modelTokens),
	bind(modelScores),
	bind(labRange),
	bind(labShare),
	bind(labReleases),
];
