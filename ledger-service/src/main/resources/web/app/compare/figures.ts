import {decimal, grouped, sum, units} from '../data/money';
import type {Consolidation, Subsidies} from '../data/types';

/** What one company's accounts come to. */
export interface Figures {
  group: string;
  asset: string;
  externalRevenue: string;
  operatingIncome: string;
  intersegment: string;
  subsidy: string;
}

export type Measure = 'externalRevenue' | 'operatingIncome' | 'intersegment' | 'subsidy';

export const MEASURES: {measure: Measure; name: string; means: string}[] = [
  {measure: 'externalRevenue', name: 'External revenue', means: 'what customers outside paid'},
  {measure: 'operatingIncome', name: 'Operating income', means: 'what the group earns after all costs'},
  {measure: 'intersegment', name: 'Intersegment charges', means: 'what its units really charged each other'},
  {measure: 'subsidy', name: 'Imputed subsidy, net', means: 'what units give each other at reference prices, and by their volume'},
];

export function figures(group: string, consolidation: Consolidation, subsidies: Subsidies): Figures {
  return {
    group,
    asset: consolidation.asset,
    externalRevenue: consolidation.consolidated.lines['external-revenue'] ?? '0',
    operatingIncome: consolidation.consolidated.operatingIncome,
    intersegment: sum(consolidation.pairs.map((pair) => pair.intersegmentRevenue)),
    subsidy: sum(subsidies.net.map((flow) => flow.amount)),
  };
}

const SHARE_SCALE = 6;
const AMOUNT_SCALE = 18;

/** An amount as a part of external revenue, cut after six decimals; undefined when there is none. */
export function ofRevenue(amount: string, revenue: string): string | undefined {
  const whole = units(revenue, AMOUNT_SCALE);
  return whole === 0n ? undefined : decimal((units(amount, AMOUNT_SCALE) * 10n ** BigInt(SHARE_SCALE)) / whole, SHARE_SCALE);
}

/** A part as a percentage: 0.0953 is 9.5 %. */
export function asPercent(part: string): string {
  return grouped(decimal(units(part, SHARE_SCALE) * 100n, SHARE_SCALE), 1) + '\u00a0%';
}
