import type {Changes} from '../shell/route';
import {typeWords} from './words';

/** What narrows the stream and the search of history alike: the names in the address are the ledger's own. */
export const FILTERS = ['q', 'unit', 'type', 'subject', 'account', 'amountFrom', 'amountTo'] as const;

export type FilterName = (typeof FILTERS)[number];
export type Filter = {[name in FilterName]?: string | undefined};

/** How many characters free text can have. */
export const TEXT_MAX = 200;

const WORDS: Record<FilterName, string> = {q: 'text', unit: 'unit', type: 'type', subject: 'about', account: 'account', amountFrom: 'from', amountTo: 'to'};
const AMOUNT = /^\d+(\.\d+)?$/;

export function filterOf(params: URLSearchParams): Filter {
  const filter: Filter = {};
  for (const name of FILTERS) {
    const value = params.get(name)?.trim();
    if (value) {
      filter[name] = value;
    }
  }
  return filter;
}

/** Why the ledger would not take this filter, or undefined. */
export function invalid(filter: Filter): string | undefined {
  for (const name of ['amountFrom', 'amountTo'] as const) {
    if (filter[name] && !AMOUNT.test(filter[name])) {
      return `The amount “${filter[name]}” is no decimal number, such as 12.50.`;
    }
  }
  return (filter.q?.length ?? 0) > TEXT_MAX ? `Free text has at most ${TEXT_MAX} characters.` : undefined;
}

/** All filters set as here; those that are not here are taken away. */
export function changesTo(filter: Filter): Changes {
  return Object.fromEntries(FILTERS.map((name) => [name, filter[name]]));
}

/** Every part of a filter, in words. */
export function parts(filter: Filter, unitName: (unit: string) => string): {name: FilterName; words: string}[] {
  return FILTERS.flatMap((name) => {
    const value = filter[name];
    return value ? [{name, words: `${WORDS[name]} ${name === 'unit' ? unitName(value) : name === 'type' ? typeWords(value).toLowerCase() : value}`}] : [];
  });
}
