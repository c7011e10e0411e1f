import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {shown} from '../data/money';
import type {Group} from '../data/types';
import {colourName} from '../element/colours';
import {brief, shortAccount, type Brief} from './brief';
import type {GapRow} from './rows';
import type {StreamedEntry} from './types';
import {moment, ruleWords, typeWords} from './words';

/** The columns: their class, and what stands above them. */
export const HEADINGS: [string, TemplateResult | string][] = [
  ['mark', html`<span class="visually-hidden">Select</span>`],
  ['time', 'Time (UTC)'],
  ['unit', 'Unit'],
  ['type', 'Type'],
  ['subject', 'About'],
  ['amount', 'Amount'],
  ['flow', 'Posted from → to'],
  ['rule', 'Rule'],
];

/** A unit's colour, as a dot. */
export function dot(group: Group, unit: string): TemplateResult {
  return html`<svg class="dot" width="10" height="10" viewBox="0 0 10 10" aria-hidden="true"><circle cx="5" cy="5" r="4" fill="var(${colourName(group, unit)})" /></svg>`;
}

export function entryCells(entry: StreamedEntry, group: Group, marked: boolean): TemplateResult {
  const posted = brief(entry.postings);
  return html`<span role="gridcell" class="mark"><input type="checkbox" tabindex="-1" .checked=${live(marked)} aria-label="Select" /></span
    ><span role="gridcell" class="time" title=${entry.time}>${moment(entry.time)}</span
    ><span role="gridcell" class="unit" title=${entry.unit}>${dot(group, entry.unit)}<span class="clip">${nameOf(group, entry.unit)}</span></span
    ><span role="gridcell" class="type">${typeWords(entry.type)}</span
    ><span role="gridcell" class="subject" title=${entry.subject ?? ''}>${entry.subject ?? ''}</span
    ><span role="gridcell" class="amount" title=${posted ? `${posted.amount} ${entry.asset}` : ''}>${posted ? shown(posted.amount, entry.asset) : '–'}</span
    ><span role="gridcell" class="flow" title=${posted ? `${posted.from} → ${posted.to}` : ''}>${posted ? flow(posted, entry.unit) : 'posts nothing'}</span
    ><span role="gridcell" class="rule">${ruleWords(entry.rule)}</span>`;
}

export function gapCells(row: GapRow): TemplateResult {
  return html`<span role="gridcell" class="words" aria-colspan=${HEADINGS.length}
    ><span class="clip" title=${row.words}>${row.words}</span>${row.since ? html`<button class="quiet" tabindex="-1">Search for them</button>` : nothing}</span
  >`;
}

function flow(posted: Brief, unit: string): TemplateResult {
  return html`${shortAccount(posted.from, unit)} <span class="arrow">→</span> ${shortAccount(posted.to, unit)}${posted.others > 0 ? html`<span class="others"> +${posted.others}</span>` : nothing}`;
}

function nameOf(group: Group, unit: string): string {
  return group.units.find((known) => known.unit === unit)?.name ?? unit;
}
