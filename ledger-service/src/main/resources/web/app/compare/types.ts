/* What the comparisons ask for. */
import type {Verdict} from '../data/types';

export interface ComparedClaim {
  number: number;
  claim: string;
  metric: string;
  threshold: string;
  groups: Record<string, {value?: string; verdict: Verdict; why: string}>;
}

export interface ClaimsComparison {
  groups: string[];
  claims: ComparedClaim[];
}

export type PriceMethod = 'free' | 'marginal' | 'full-cost' | 'cost-plus' | 'market';

export interface Price {
  method: PriceMethod;
  markup?: string;
}

/** What is left out is as the group declared. */
export interface Policy {
  transferPrice?: Price;
  transferPriceOf?: Record<string, Price>;
  referencePrice?: string;
  storefront?: string;
  attribution?: string;
  withoutUnits?: string[];
  capacityCost?: string;
  devicePrice?: Factor;
  takeRate?: Factor;
  outsideDemand?: Factor;
}

/** What something of the business is multiplied by. */
export interface Factor {
  factor: string;
}

export interface BookRequest {
  book: string;
  group: string;
  title: string;
  policy: Policy;
}

export interface BookView extends BookRequest {
  state: 'rebuilding' | 'live' | 'failed';
  detail?: string;
  progress: {entriesRead: number; entriesTotal: number; linksBehind: number};
  createdAt: string;
}

export interface BookViews {
  books: BookView[];
}

export interface ComparedRow {
  unit?: string;
  grantor?: string;
  recipient?: string;
  values: {book: string; amount: string; difference: string}[];
}

export interface BookComparison {
  asset: string;
  metric: string;
  books: string[];
  atOneMoment: boolean;
  linksBehind: Record<string, number>;
  rows: ComparedRow[];
}
