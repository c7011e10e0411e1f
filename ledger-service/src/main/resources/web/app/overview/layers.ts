import type {Flow} from '../data/types';

/** Whether somebody funds somebody who, over others, funds the first. */
export function goesRound(flows: Flow[]): boolean {
  const done = new Set<string>();
  const reaches = (unit: string, above: Set<string>): boolean => {
    if (above.has(unit)) {
      return true;
    }
    if (done.has(unit)) {
      return false;
    }
    const path = new Set(above).add(unit);
    const round = flows.some((flow) => flow.grantor === unit && reaches(flow.recipient, path));
    done.add(unit);
    return round;
  };
  return flows.some((flow) => reaches(flow.grantor, new Set()));
}

/** How many steps each is away from those whom nobody funds, by the longest way; flows must not go round. */
export function layers(flows: Flow[]): Map<string, number> {
  const places = new Map<string, number>();
  const place = (unit: string): number => {
    const known = places.get(unit);
    if (known !== undefined) {
      return known;
    }
    const funders = flows.filter((flow) => flow.recipient === unit);
    const here = funders.length === 0 ? 0 : 1 + Math.max(...funders.map((flow) => place(flow.grantor)));
    places.set(unit, here);
    return here;
  };
  flows.forEach((flow) => place(flow.recipient));
  return places;
}
