import {html, svg, type TemplateResult} from 'lit';
import {short} from '../data/money';
import type {TestedPlayer} from '../data/types';

/** When the greatest mark is so many times the smallest, a scale of equal steps would put the small ones on top of each other. */
const FAR_APART = 40;

/** Where the picture begins and ends, in percent of its width: marks at the ends need room. */
const LEFT = 2;
const RIGHT = 97;

export type Sign = 'paid' | 'incremental' | 'distributed' | 'shapley' | 'alone';

/** What a payment is held against, and how that is drawn. */
export const BENCHMARKS: {sign: Sign; name: string; meaning: string; of: (player: TestedPlayer) => string}[] = [
  {sign: 'paid', name: 'Paid', meaning: 'what is really charged', of: (player) => player.revenue},
  {sign: 'incremental', name: 'Incremental cost', meaning: 'what would be saved without this user', of: (player) => player.incrementalCost},
  {sign: 'distributed', name: 'Fully distributed cost', meaning: 'a share of all cost, by use', of: (player) => player.fullyDistributedCost},
  {sign: 'shapley', name: 'Shapley value', meaning: 'what this user adds on average, in whatever order users came', of: (player) => player.shapleyValue},
  {sign: 'alone', name: 'Stand-alone cost', meaning: 'what serving nobody else would cost', of: (player) => player.standAloneCost},
];

export interface Scale {
  logarithmic: boolean;
  ticks: number[];
  /** In percent of the picture's width. */
  at(value: number): number;
}

/** A scale on which all of these can be told from each other. */
export function scaleOf(values: number[]): Scale {
  const some = values.filter((value) => value > 0);
  const greatest = Math.max(...some, 0);
  const smallest = Math.min(...some);
  if (some.length > 1 && greatest / smallest > FAR_APART) {
    return logarithmic(smallest, greatest);
  }
  const step = tidy(greatest / 4 || 1);
  const end = Math.max(Math.ceil(greatest / step) * step, step);
  const ticks = Array.from({length: Math.round(end / step) + 1}, (_, index) => index * step);
  return {logarithmic: false, ticks, at: (value) => place(value / end)};
}

function logarithmic(smallest: number, greatest: number): Scale {
  const from = Math.floor(Math.log10(smallest));
  const to = Math.ceil(Math.log10(greatest));
  const ticks = Array.from({length: to - from + 1}, (_, index) => 10 ** (from + index));
  return {logarithmic: true, ticks, at: (value) => place(value > 0 ? (Math.log10(value) - from) / (to - from || 1) : 0)};
}

function place(share: number): number {
  return LEFT + Math.min(1, Math.max(0, share)) * (RIGHT - LEFT);
}

/** The next of 1, 2 and 5 times a power of ten. */
function tidy(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5, 10].find((factor) => factor * power >= value) ?? 10) * power;
}

const SHAPES: Record<Sign, TemplateResult> = {
  paid: svg`<circle r="6.5" fill="var(--accent)" stroke="var(--surface)" stroke-width="2"></circle>`,
  incremental: svg`<path d="M-1 -9V9M-1 -9H5M-1 9H5" fill="none" stroke="var(--ink)" stroke-width="2"></path>`,
  alone: svg`<path d="M1 -9V9M1 -9H-5M1 9H-5" fill="none" stroke="var(--ink)" stroke-width="2"></path>`,
  distributed: svg`<path d="M0 -6 6 0 0 6 -6 0Z" fill="var(--surface)" stroke="var(--ink-soft)" stroke-width="1.6"></path>`,
  shapley: svg`<path d="M0 -6.5 6 5H-6Z" fill="var(--surface)" stroke="var(--ink-soft)" stroke-width="1.6"></path>`,
};

/** A mark by itself, for the words beside it. */
export function markSign(sign: Sign): TemplateResult {
  return html`<svg width="18" height="20" viewBox="-9 -10 18 20" aria-hidden="true">${SHAPES[sign]}</svg>`;
}

/** Between which benchmarks a payment is free of cross-subsidy, where the others are, and where it is. */
export function scalePicture(player: TestedPlayer, asset: string): {picture: TemplateResult; logarithmic: boolean} {
  const marks = BENCHMARKS.map(({sign, name, of}) => ({sign, name, value: of(player)}));
  const scale = scaleOf(marks.map((mark) => Number(mark.value)));
  const from = scale.at(Number(player.incrementalCost));
  const to = scale.at(Number(player.standAloneCost));
  const drawn = [...marks].reverse();
  const words = marks.map((mark) => `${mark.name} ${short(mark.value, asset)}`).join(', ');
  const picture = html`<svg class="scale" width="100%" height="58" role="img" aria-label="On a scale: ${words}">
    ${scale.ticks.map((tick, index) => tickMark(scale.at(tick), short(tick, asset), index, scale.ticks.length))}
    <line x1="${LEFT}%" x2="${RIGHT}%" y1="20" y2="20" stroke="var(--line-strong)"></line>
    <rect x="${from}%" y="13" width="${Math.max(to - from, 0.3)}%" height="14" fill="var(--good)" opacity="0.28"></rect>
    ${drawn.map((mark) => svg`<svg x="${scale.at(Number(mark.value))}%" y="20" overflow="visible"><title>${mark.name}: ${mark.value}</title>${SHAPES[mark.sign]}</svg>`)}
  </svg>`;
  return {picture, logarithmic: scale.logarithmic};
}

function tickMark(x: number, text: string, index: number, of: number): TemplateResult {
  const anchor = index === 0 ? 'start' : index === of - 1 ? 'end' : 'middle';
  return svg`<line x1="${x}%" x2="${x}%" y1="36" y2="40" stroke="var(--line-strong)"></line>
    <text x="${x}%" y="53" text-anchor=${anchor} font-size="11" fill="var(--ink-soft)">${text}</text>`;
}
