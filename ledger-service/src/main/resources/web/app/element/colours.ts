import type {Group} from '../data/types';

const SLOTS = 6;

/** Which of the colours a unit has: the same in every picture. */
export function colourName(group: Group, unit: string): string {
  const index = group.units.findIndex((known) => known.unit === unit);
  return unit === 'external' || index < 0 ? '--unit-external' : `--unit-${slot(unit, index)}`;
}

/** Clouds, stores and devices look alike in all companies. */
function slot(unit: string, index: number): number {
  if (/cloud|backend|platform/.test(unit)) {
    return 1;
  }
  if (/store|market|search|retail/.test(unit)) {
    return 2;
  }
  return /device|hardware/.test(unit) ? 3 : 4 + (index % (SLOTS - 3));
}

/** A colour as it is now, for a canvas, which knows no variables. */
export function colour(name: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}
