import {path} from '../data/api';
import type {Filter} from './filter';

const BASE = '/api/v1';

/** The address of the live stream. */
export function liveAddress(group: string, filter: Filter, most: string, lastEventId: string | undefined): string {
  return BASE + path('/stream', {group, ...filter, maxPerSecond: most === 'all' ? undefined : most, lastEventId});
}

/** What a search of history is asked. */
export interface Asked {
  filter: Filter;
  order: string;
  /** The instant to begin from: inclusive and forwards in ascending order, exclusive and backwards in descending order. */
  at: string | undefined;
  from: string | undefined;
  to: string | undefined;
}

/** A path of the search, without /api/v1. */
export function searchPath(group: string, {filter, order, at, from, to}: Asked, limit: number, cursor: string | undefined): string {
  const ascending = order === 'asc';
  return path(`/groups/${encodeURIComponent(group)}/entries`, {
    ...filter,
    order,
    from: ascending ? (at ?? from) : from,
    to: ascending ? to : (at ?? to),
    limit,
    cursor,
  });
}

export function searchAddress(group: string, asked: Asked, limit: number, cursor: string | undefined): string {
  return BASE + searchPath(group, asked, limit, cursor);
}
