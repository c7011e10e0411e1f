import {sign, sum} from '../data/money';
import type {Flow, Group} from '../data/types';

/** Who stands in the matrix: the units of the group, and the customers outside where they fund or are funded. */
export function parties(group: Group, flows: Flow[]): string[] {
  const named = new Set(flows.flatMap((flow) => [flow.grantor, flow.recipient]));
  const units = group.units.map(({unit}) => unit);
  const others = [...named].filter((name) => !units.includes(name)).sort();
  return [...others, ...units];
}

export function flowOf(flows: Flow[], grantor: string, recipient: string): Flow | undefined {
  return flows.find((flow) => flow.grantor === grantor && flow.recipient === recipient);
}

export function positive(flows: Flow[]): Flow[] {
  return flows.filter((flow) => sign(flow.amount) > 0);
}

/** What all of these come to. */
export function total(flows: Flow[]): string {
  return sum(flows.map((flow) => flow.amount));
}

/** What flows come to by mechanism. */
export function byMechanism(flows: Flow[]): [string, string][] {
  const by = new Map<string, string>();
  for (const flow of flows) {
    for (const [mechanism, value] of Object.entries(flow.byMechanism ?? {})) {
      by.set(mechanism, sum([by.get(mechanism) ?? '0', value]));
    }
  }
  return [...by];
}

/** The name of a pair in addresses. */
export function pairOf(flow: {grantor: string; recipient: string}): string {
  return `${flow.grantor}/${flow.recipient}`;
}
