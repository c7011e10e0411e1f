import {decimal, less, units} from '../data/money';

/** What of the business a book may have otherwise, all other things equal. */
export const LEVERS = ['devicePrice', 'takeRate', 'outsideDemand'] as const;

export type Lever = (typeof LEVERS)[number];

interface Words {
  name: string;
  /** What a change leaves as it was. */
  hint: string;
  more: string;
  less: string;
  /** What nothing of it is called. */
  none: string;
  /** The accounts of a unit by which to tell that it has any. */
  accounts: string;
}

export const WORDS: Record<Lever, Words> = {
  devicePrice: {
    name: 'Device price',
    hint: 'As many are sold, at the same cost. What is lost on them follows.',
    more: 'dearer',
    less: 'cheaper',
    none: 'given away',
    accounts: 'revenue:external:device:',
  },
  takeRate: {
    name: 'Take rate',
    hint: 'As much is traded. The marketplace takes more or less of it.',
    more: 'higher',
    less: 'lower',
    none: 'nothing taken',
    accounts: 'revenue:external:fee',
  },
  outsideDemand: {
    name: 'Outside demand',
    hint: 'Customers outside use more or less, at marginal cost. Capacity stays.',
    more: 'more',
    less: 'less',
    none: 'none at all',
    accounts: 'assets:receivables:',
  },
};

/** As far as the slider goes, and the number beside it, in hundredths. */
export const SLIDER = {least: -50, most: 100} as const;
export const NUMBER = {least: -100, most: 900} as const;

const DECIMALS = 2;

/** What is typed may have more decimals than are kept. */
export function within(percent: number): number {
  const rounded = Math.round(percent * 10 ** DECIMALS) / 10 ** DECIMALS;
  return Math.min(NUMBER.most, Math.max(NUMBER.least, rounded));
}

/** 20 hundredths more are a factor of 1.2. */
export function factor(percent: number): string {
  return trimmed(decimal(BigInt(Math.round((100 + percent) * 10 ** DECIMALS)), DECIMALS + 2));
}

/** A factor of 1.2 is 20 hundredths more, and one of 0.9 is -10. */
export function percentOf(factor: string): string {
  return hundredths(less(factor, '1'));
}

/** 0.10 are 10 hundredths, 0.0725 are 7.25. */
export function hundredths(part: string): string {
  const scale = part.split('.')[1]?.length ?? 0;
  return trimmed(decimal(units(part, scale) * 100n, scale));
}

function trimmed(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** A change in words: 20 % dearer. */
export function inWords(lever: Lever, percent: string): string {
  const {more, less: fewer, none} = WORDS[lever];
  if (percent === '0') {
    return 'as it was';
  }
  if (percent === '-100') {
    return none;
  }
  return percent.startsWith('-') ? `${percent.slice(1)} % ${fewer}` : `${percent} % ${more}`;
}

/** The same where nothing else says what it is of. */
export function changeWords(lever: Lever, percent: string): string {
  return `${WORDS[lever].name}: ${inWords(lever, percent)}`;
}
