/** What the parts of the chart of accounts are called, by their names in it. */
const KINDS: Record<string, string> = {
  assets: 'Assets',
  liabilities: 'Liabilities',
  revenue: 'Revenue',
  expenses: 'Expenses',
  memo: 'Memo',
};

/** For people, of the second part of an account's name. */
export function kindName(kind: string): string {
  return KINDS[kind] ?? kind;
}

/** Where a kind stands: what is owned and owed, what came in and went out, and the memos. */
export function kindOrder(kind: string): number {
  const order = Object.keys(KINDS).indexOf(kind);
  return order < 0 ? Object.keys(KINDS).length : order;
}

/** Sections of an income statement. A cost is taken away. */
export const SECTIONS: Record<string, {name: string; meaning: string; cost: boolean}> = {
  'external-revenue': {name: 'External revenue', meaning: 'what customers outside the group paid', cost: false},
  returns: {name: 'Returns', meaning: 'what was paid back to them', cost: true},
  'intersegment-revenue': {name: 'Intersegment revenue', meaning: 'what other units of the group were charged', cost: false},
  'cost-of-sales': {name: 'Cost of sales', meaning: 'what the things sold cost to buy or make', cost: true},
  'intersegment-expense': {name: 'Intersegment expense', meaning: 'what other units of the group charged', cost: true},
  'cost-pools': {name: 'Cost pools', meaning: 'capacity, development and other cost, by pool', cost: true},
};

/** An entry's rule for people: internal-usage is Internal usage. */
export function ruleName(rule: string): string {
  return rule.charAt(0).toUpperCase() + rule.slice(1).replace(/-/g, ' ');
}

/** The last instant before another, as the books keep time: in microseconds. */
export function before(instant: string): string {
  const millis = Date.parse(instant);
  return Number.isNaN(millis) ? instant : new Date(millis - 1).toISOString().replace('Z', '999Z');
}
