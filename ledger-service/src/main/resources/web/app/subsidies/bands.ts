import {less, short, sign} from '../data/money';
import type {TestedPlayer, TestResult} from '../data/types';

/** A band: what it is called, what that means, and how it is coloured. */
interface Band {
  name: string;
  words: string;
  tone: 'good' | 'warn' | 'bad' | 'plain';
}

/** Where a player stands between the benchmarks, from the one that is funded for sure to the one that funds for sure. */
const BANDS: Record<string, Band> = {
  'definite-recipient': {name: 'definite recipient', words: 'Pays less than it adds', tone: 'bad'},
  'potential-recipient': {name: 'potential recipient', words: 'Pays less than its share', tone: 'warn'},
  neither: {name: 'neither source nor recipient', words: 'Pays its share', tone: 'good'},
  'potential-source': {name: 'potential source', words: 'Pays more than its share', tone: 'warn'},
  'definite-source': {name: 'definite source', words: 'Pays more than alone', tone: 'bad'},
};

/** Of a player among others; one by itself has nobody to fund, and nobody who funds it. */
export function bandOf({band}: TestedPlayer, {players}: TestResult): Band {
  const known = BANDS[band] ?? {name: band, words: 'In between', tone: 'plain'};
  return players.length === 1 ? {...known, words: 'The only user', tone: 'plain'} : known;
}

/** Whether one speaks of several: Outside customers pay, Online store pays. */
export function plural(name: string): boolean {
  return /s$|s and | and /i.test(name);
}

/** What a player pays and costs, as somebody would say it. */
export function inWords(player: TestedPlayer, name: string, result: TestResult, asset: string): string {
  const many = plural(name);
  const it = many ? 'them' : 'it';
  const pays = `${name} ${many ? 'pay' : 'pays'} ${short(player.revenue, asset)}.`;
  if (result.players.length === 1) {
    return `${pays} All that is provided is for ${it}, and costs ${short(player.standAloneCost, asset)}. ${alone(player, many, asset)}`;
  }
  return `${pays} Serving ${it} alone would cost ${short(player.standAloneCost, asset)}; leaving ${it} out would save ${short(player.incrementalCost, asset)}. ${verdict(player, many, asset)}`;
}

function alone(player: TestedPlayer, many: boolean, asset: string): string {
  const more = less(player.revenue, player.standAloneCost);
  const they = many ? 'They cover' : 'It covers';
  if (sign(more) >= 0) {
    return `${they} it, with ${short(more, asset)} to spare: there is nobody else to fund, so that is the provider's margin.`;
  }
  return `${many ? 'They do' : 'It does'} not cover it: ${short(more.replace('-', ''), asset)} is borne by the provider.`;
}

function verdict(player: TestedPlayer, many: boolean, asset: string): string {
  const they = many ? 'They' : 'It';
  const pay = many ? 'pay' : 'pays';
  switch (player.band) {
    case 'definite-source':
      return `${they} ${pay} ${short(less(player.revenue, player.standAloneCost), asset)} more than alone: ${many ? 'they fund' : 'it funds'} others, or the provider's margin.`;
    case 'potential-source':
      return `${they} ${pay} more than ${many ? 'their' : 'its'} share of all cost by use, but less than alone: who is left to pay more gains from that.`;
    case 'neither':
      return `${they} ${pay} just ${many ? 'their' : 'its'} share of all cost by use: nobody funds anybody here.`;
    case 'potential-recipient':
      return `${they} ${pay} what ${many ? 'they add' : 'it adds'}, but less than ${many ? 'their' : 'its'} share of all cost by use: others may carry part of it.`;
    case 'definite-recipient':
      return `${they} ${pay} ${short(less(player.incrementalCost, player.revenue), asset)} less than ${many ? 'they add' : 'it adds'}: others fund ${many ? 'them' : 'it'}.`;
    default:
      return '';
  }
}

/** A test of a coalition, in words. */
export function violated(test: string, many: boolean): string {
  return test === 'stand-alone-cost' ? `${many ? 'pay' : 'pays'} more than being served without the others would cost` : `${many ? 'pay' : 'pays'} less than serving ${many ? 'them' : 'it'} adds`;
}

