import {get} from '../data/api';
import type {Group, Subsidies} from '../data/types';

const KEY = 'triad.group';
const SEPARATOR = ',';

/** The group that this browser looked at last, if it is still there. */
export function lookedAtLast(groups: Group[]): string | undefined {
  const kept = localStorage.getItem(KEY);
  return groups.find((known) => known.group === kept)?.group;
}

/** Keeps in this browser which group is looked at. */
export function lookAt(group: Group): void {
  localStorage.setItem(KEY, group.group);
}

/** What to choose from, as firstWithFlows takes it. */
export function namesOf(groups: Group[]): string {
  return groups.map((group) => group.group).join(SEPARATOR);
}

/** The first group of which one unit funds another, or else the first of all: where figures are only reported, nothing flows. */
export async function firstWithFlows(names: string, signal: AbortSignal): Promise<string> {
  const groups = names.split(SEPARATOR);
  for (const group of groups) {
    const {gross} = await get<Subsidies>(`/groups/${encodeURIComponent(group)}/subsidies`, signal);
    if (gross.length > 0) {
      return group;
    }
  }
  return groups[0] ?? names;
}
