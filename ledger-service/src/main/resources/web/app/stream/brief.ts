import {units} from '../data/money';
import type {Posting} from './types';

/** An entry in one line: its largest amount, and the accounts that it goes from and to. */
export interface Brief {
  amount: string;
  from: string;
  to: string;
  /** How many postings there are beside those two. */
  others: number;
}

/** Enough decimals to compare amounts of any asset. */
const SCALE = 18;
/** Segments that say what others say, too. */
const PLAIN = new Set(['assets', 'external', 'intersegment', 'cost-pool', 'memo']);

/** Money goes from the credited account to the debited one; nothing for an entry without postings. */
export function brief(postings: Posting[]): Brief | undefined {
  let most: Posting | undefined;
  let size = -1n;
  for (const posting of postings) {
    const value = magnitude(posting.amount);
    if (value > size) {
      size = value;
      most = posting;
    }
  }
  if (!most) {
    return undefined;
  }
  const credited = most.amount.startsWith('-');
  const other = counterpart(most, postings);
  return {
    amount: credited ? most.amount.slice(1) : most.amount,
    from: credited ? most.account : (other?.account ?? ''),
    to: credited ? (other?.account ?? '') : most.account,
    others: postings.length - (other ? 2 : 1),
  };
}

/** Of the other side, what is as large; else the largest. */
function counterpart(posting: Posting, postings: Posting[]): Posting | undefined {
  const side = posting.amount.startsWith('-');
  return postings.filter((other) => other.amount.startsWith('-') !== side).sort((a, b) => Number(magnitude(b.amount) > magnitude(a.amount)) - Number(magnitude(a.amount) > magnitude(b.amount)))[0];
}

function magnitude(amount: string): bigint {
  const value = units(amount, SCALE);
  return value < 0n ? -value : value;
}

/** An account without what its row says anyway: store:revenue:external:goods of the store is revenue:goods. */
export function shortAccount(account: string, unit: string): string {
  const [owner = '', ...segments] = account.split(':');
  const kept = segments.filter((segment) => !PLAIN.has(segment));
  return (owner === unit ? kept : [owner, ...kept]).join(':') || account;
}
