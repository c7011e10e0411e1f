import {decimal} from '../data/money';
import {LEVERS, changeWords, factor, hundredths, percentOf, type Lever} from './levers';
import type {Policy, Price, PriceMethod} from './types';

/** What somebody chose in the form. */
export interface Draft {
  transferPrice: PriceMethod | 'declared';
  /** What cost-plus adds to the full cost, in hundredths. */
  markupPercent: number;
  /** By resource; what is not there is as all others. */
  transferPriceOf: Record<string, PriceMethod>;
  referencePrice: 'list' | 'full-cost' | 'marginal';
  keepsStorefront: boolean;
  keepsAttribution: boolean;
  withoutUnits: string[];
  /** By how many hundredths customers pay or use more, or less where it is below zero. */
  changes: Record<Lever, number>;
}

export const NO_CHANGES: Draft['changes'] = {devicePrice: 0, takeRate: 0, outsideDemand: 0};

export const FIRST_DRAFT: Draft = {
  transferPrice: 'free',
  markupPercent: 10,
  transferPriceOf: {},
  referencePrice: 'list',
  keepsStorefront: true,
  keepsAttribution: true,
  withoutUnits: [],
  changes: NO_CHANGES,
};

export const METHODS: Record<PriceMethod, {name: string; means: string}> = {
  free: {name: 'Free', means: 'units charge each other nothing'},
  marginal: {name: 'Marginal cost', means: 'what one more unit costs'},
  'full-cost': {name: 'Full cost', means: 'what it costs, shared fixed costs included'},
  'cost-plus': {name: 'Cost plus', means: 'full cost and a markup on top'},
  market: {name: 'Market', means: 'the list price that customers outside pay'},
};

export const REFERENCES: Record<Draft['referencePrice'], string> = {
  list: 'List price',
  'full-cost': 'Full cost',
  marginal: 'Marginal cost',
};

/** 10 hundredths are 0.10. */
export function markup(percent: number): string {
  return decimal(BigInt(Math.round(percent)), 2);
}

/** Only what differs from the group's declaration. */
export function policy(draft: Draft): Policy {
  const price = (method: PriceMethod): Price => (method === 'cost-plus' ? {method, markup: markup(draft.markupPercent)} : {method});
  const resources = Object.entries(draft.transferPriceOf).map(([resource, method]) => [resource, price(method)] as const);
  return {
    ...(draft.transferPrice === 'declared' ? {} : {transferPrice: price(draft.transferPrice)}),
    ...(resources.length > 0 ? {transferPriceOf: Object.fromEntries(resources)} : {}),
    ...(draft.referencePrice === 'list' ? {} : {referencePrice: draft.referencePrice}),
    ...(draft.keepsStorefront ? {} : {storefront: 'none'}),
    ...(draft.keepsAttribution ? {} : {attribution: 'none'}),
    ...(draft.withoutUnits.length > 0 ? {withoutUnits: draft.withoutUnits} : {}),
    ...Object.fromEntries(changed(draft).map(([lever, percent]) => [lever, {factor: factor(percent)}])),
  };
}

function changed(draft: Draft): [Lever, number][] {
  return LEVERS.map((lever): [Lever, number] => [lever, draft.changes[lever]]).filter(([, percent]) => percent !== 0);
}

/** Whether a book by this draft would be the actual book again. */
export function saysNothing(draft: Draft): boolean {
  return Object.keys(policy(draft)).length === 0;
}

function priceWords({method, markup: added}: Price): string {
  return method === 'cost-plus' ? `cost plus ${hundredths(added ?? '0')} %` : METHODS[method].name.toLowerCase();
}

/** A policy in words, one sentence a change. */
export function policyWords(policy: Policy, unitName: (unit: string) => string): string[] {
  const words: string[] = [];
  if (policy.transferPrice) {
    words.push(`Transfer price: ${priceWords(policy.transferPrice)}`);
  }
  for (const [resource, price] of Object.entries(policy.transferPriceOf ?? {})) {
    words.push(`${resource}: ${priceWords(price)}`);
  }
  if (policy.referencePrice && policy.referencePrice !== 'list') {
    words.push(`Compared to ${policy.referencePrice === 'marginal' ? 'marginal cost' : 'full cost'}`);
  }
  if (policy.storefront === 'none') {
    words.push('No storefront subsidies');
  }
  if (policy.attribution === 'none') {
    words.push('No attributed contributions');
  }
  if (policy.withoutUnits?.length) {
    words.push(`Without ${policy.withoutUnits.map(unitName).join(', ')}`);
  }
  for (const lever of LEVERS) {
    const made = policy[lever];
    if (made) {
      words.push(changeWords(lever, percentOf(made.factor)));
    }
  }
  return words.length > 0 ? words : ['As declared'];
}

const NAME_MAX = 63;

const SHORT: Record<Lever, string> = {devicePrice: 'device-price', takeRate: 'take-rate', outsideDemand: 'outside-demand'};

/** A name that says what is chosen: amazon-cost-plus-25-without-device. Names are those of all groups, so the group's begins it. */
export function suggestedName(draft: Draft, group: string): string {
  const parts = [group];
  if (draft.transferPrice !== 'declared') {
    parts.push(draft.transferPrice === 'cost-plus' ? `cost-plus-${draft.markupPercent}` : draft.transferPrice);
  }
  Object.entries(draft.transferPriceOf).forEach(([resource, method]) => parts.push(resource, method));
  if (draft.referencePrice !== 'list') {
    parts.push('against', draft.referencePrice);
  }
  if (!draft.keepsStorefront) {
    parts.push('no-storefront');
  }
  if (!draft.keepsAttribution) {
    parts.push('no-attribution');
  }
  if (draft.withoutUnits.length > 0) {
    parts.push('without', ...draft.withoutUnits);
  }
  changed(draft).forEach(([lever, percent]) => parts.push(SHORT[lever], percent < 0 ? 'minus' : 'plus', String(Math.abs(percent))));
  return parts.join('-').slice(0, NAME_MAX).replace(/[^a-z0-9]+$/, '');
}

export function suggestedTitle(draft: Draft, group: string, unitName: (unit: string) => string): string {
  return `${group}: ${policyWords(policy(draft), unitName).join('; ')}`;
}

export type Field = 'book' | 'title' | 'markup' | 'transferPriceOf' | 'withoutUnits' | Lever | 'form';

/** Which field a problem of the ledger is about. */
export function fieldOf(code: string, detail: string): Field {
  if (code === 'book-exists' || detail.startsWith('book ')) {
    return 'book';
  }
  if (detail.includes('markup')) {
    return 'markup';
  }
  const named = (['transferPriceOf', 'withoutUnits', ...LEVERS] as const).find((field) => detail.startsWith(field));
  return named ?? (detail.includes('title') ? 'title' : 'form');
}
