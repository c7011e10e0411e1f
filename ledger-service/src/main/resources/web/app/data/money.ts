/*
 * Amounts come as decimal texts and stay exact: they are never made a number, but to place a point on a chart.
 * An asset is written CODE/scale, such as USD/9.
 */

const SYMBOLS: Record<string, string> = {USD: '$', EUR: '€', GBP: '£', JPY: '¥'};
const MINUS = '\u2212';

/** A decimal text as a whole number of 10^-scale. */
export function units(amount: string, scale: number): bigint {
  const negative = amount.startsWith('-');
  const [whole = '0', fraction = ''] = (negative ? amount.slice(1) : amount).split('.');
  const value = BigInt(whole + fraction.padEnd(scale, '0').slice(0, scale));
  return negative ? -value : value;
}

/** A whole number of 10^-scale as a decimal text. */
export function decimal(value: bigint, scale: number): string {
  const negative = value < 0n;
  const digits = (negative ? -value : value).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return (negative ? '-' : '') + whole + (scale ? '.' + digits.slice(digits.length - scale) : '');
}

/** The sum of decimal texts, exact. */
export function sum(amounts: Iterable<string>): string {
  const all = [...amounts];
  const scale = Math.max(0, ...all.map(places));
  return decimal(
    all.reduce((total, amount) => total + units(amount, scale), 0n),
    scale,
  );
}

/** One decimal text less another, exact. */
export function less(amount: string, other: string): string {
  return sum([amount, negated(other)]);
}

export function negated(amount: string): string {
  return amount.startsWith('-') ? amount.slice(1) : '-' + amount;
}

/** The sign of a decimal text: -1, 0 or 1. */
export function sign(amount: string): number {
  const value = units(amount, places(amount));
  return value < 0n ? -1 : value > 0n ? 1 : 0;
}

/** Orders decimal texts, the greatest first. */
export function greatestFirst(a: string, b: string): number {
  return sign(less(b, a));
}

function places(amount: string): number {
  return amount.split('.')[1]?.length ?? 0;
}

/** A decimal text with a few decimals, rounded half to even, and with groups of three digits. */
export function grouped(amount: string, decimals = 2): string {
  const scale = Math.max(places(amount), decimals);
  const step = 10n ** BigInt(scale - decimals);
  const value = units(amount, scale);
  const magnitude = value < 0n ? -value : value;
  let rounded = magnitude / step;
  const twice = (magnitude % step) * 2n;
  if (twice > step || (twice === step && rounded % 2n === 1n)) {
    rounded += 1n;
  }
  const [whole = '0', fraction] = decimal(rounded, decimals).split('.');
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction ? '.' + fraction : '');
  return (value < 0n && rounded !== 0n ? MINUS : '') + text;
}

function symbol(asset: string): string {
  const code = asset.split('/')[0] ?? asset;
  return SYMBOLS[code] ?? code + '\u00a0';
}

/** For people: $1,234.50, with the minus before the currency. */
export function shown(amount: string, asset: string, decimals = 2): string {
  return before(symbol(asset), grouped(amount, decimals));
}

function before(sign: string, text: string): string {
  return text.startsWith(MINUS) ? MINUS + sign + text.slice(1) : sign + text;
}

const MAGNITUDES: [number, string][] = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
  [1e3, 'k'],
];

/** For charts and headlines: $1.2k. */
export function short(amount: string | number, asset: string): string {
  const value = Number(amount);
  const magnitude = Math.abs(value);
  for (const [size, letter] of MAGNITUDES) {
    if (magnitude >= size) {
      const scaled = value / size;
      return before(symbol(asset), minus(scaled.toFixed(Math.abs(scaled) < 100 ? 1 : 0)) + letter);
    }
  }
  return before(symbol(asset), minus(value.toFixed(magnitude < 10 && magnitude > 0 ? 2 : 0)));
}

function minus(text: string): string {
  return text.replace('-', MINUS);
}

/** A share as a percentage: 0.377912 is 37.8 %. */
export function percent(share: string): string {
  return grouped(decimal(units(share, 12) * 100n, 12), 1) + '\u00a0%';
}
