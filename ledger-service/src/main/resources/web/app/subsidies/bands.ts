import {less, short, sign} from '../data/money';
import type {TestedPlayer, TestResult} from '../data/types';

/** Where a player stands between the benchmarks, from the one that is funded for sure to the one that funds for sure. */
export const BANDS: Record<string, {name: string; tone: 'good' | 'warn' | 'bad' | 'plain'}> = {
  'definite-recipient': {name: 'Definite recipient', tone: 'bad'},
  'potential-recipient': {name: 'Potential recipient', tone: 'warn'},
  neither: {name: 'Neither', tone: 'good'},
  'potential-source': {name: 'Potential source', tone: 'warn'},
  'definite-source': {name: 'Definite source', tone: 'bad'},
};

/** Whether people speak of several: Outside customers pay, Online store pays. */
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

