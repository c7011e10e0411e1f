/** The events' types, as people call them. */
export const TYPES: [string, string][] = [
  ['triad.sale.recorded.v1', 'Sale'],
  ['triad.sale.returned.v1', 'Return'],
  ['triad.usage.recorded.v1', 'Usage'],
  ['triad.cost.incurred.v1', 'Cost'],
  ['triad.order.requested.v1', 'Request'],
  ['triad.rate.published.v1', 'Rate'],
  ['triad.group.declared.v1', 'Group'],
  ['triad.period.closed.v1', 'Closing'],
];

const BY_TYPE = new Map(TYPES);

export function typeWords(type: string): string {
  return BY_TYPE.get(type) ?? type;
}

/** A rule's code as words: external-usage is External usage. */
export function ruleWords(rule: string): string {
  const text = rule.replace(/-/g, ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A whole number with groups of three digits. */
export function count(value: number): string {
  return Math.round(value).toLocaleString('en');
}

export function plural(value: number, one: string, many: string): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** An instant to the second: 2026-01-31 12:00:05. */
export function moment(instant: string): string {
  return instant.slice(0, 19).replace('T', ' ').replace('Z', '');
}
