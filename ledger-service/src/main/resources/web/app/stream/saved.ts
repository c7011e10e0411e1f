import {filterOf, FILTERS, type Filter} from './filter';

/** A filter with a name, as it is kept in this browser. */
export interface Saved {
  name: string;
  group: string;
  filter: Filter;
}

/** How many a browser keeps. */
export const SAVED_MAX = 50;
const KEY = 'triad.stream.filters';

export function saved(): Saved[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.flatMap(read) : [];
  } catch {
    return [];
  }
}

export function keep(all: Saved[]): void {
  localStorage.setItem(KEY, JSON.stringify(all.slice(0, SAVED_MAX)));
}

/** All with this one: in the place of that of the same name, else at the end. */
export function withSaved(all: Saved[], one: Saved): Saved[] {
  return all.some((each) => each.name === one.name) ? all.map((each) => (each.name === one.name ? one : each)) : [...all, one];
}

export function same(filter: Filter, other: Filter): boolean {
  return FILTERS.every((name) => (filter[name] ?? '') === (other[name] ?? ''));
}

/** What somebody else may have written there is not trusted to be right. */
function read(kept: unknown): Saved[] {
  const {name, group, filter} = (kept ?? {}) as Partial<Saved>;
  if (typeof name !== 'string' || typeof group !== 'string' || typeof filter !== 'object') {
    return [];
  }
  const texts = Object.entries(filter ?? {}).filter((each): each is [string, string] => typeof each[1] === 'string');
  return [{name, group, filter: filterOf(new URLSearchParams(texts))}];
}
