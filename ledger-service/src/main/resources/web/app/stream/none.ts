import {html, type TemplateResult} from 'lit';
import {here} from '../shell/route';
import type {Live} from './live';
import type {Search} from './search';
import {plural} from './words';

/** Why a live list has no rows. */
export function noneLive({now, problem, totals}: Live, narrowed: boolean, name: string, again: () => void): TemplateResult {
  if (now === 'refused' && problem) {
    return html`<triad-problem .problem=${problem} @again=${again}></triad-problem>`;
  }
  if (now !== 'live' || !totals.settled) {
    return html`<triad-loading lines="8"></triad-loading>`;
  }
  const latest = totals.posted === undefined ? '' : `0 of the latest ${plural(totals.posted, 'entry', 'entries')} ${narrowed ? 'match' : `are of ${name}`}. `;
  return html`<triad-empty heading=${narrowed ? 'No match yet' : 'Nothing is posted yet'} text="${latest}What is posted from now on appears here.">
    <a class="button" href=${here({order: 'desc'})}>Search history ${narrowed ? 'with these filters' : ''}</a>
  </triad-empty>`;
}

/** Why a search has no rows. */
export function noneFound({now, problem, scanned}: Search, again: () => void): TemplateResult {
  if (now === 'failed' && problem) {
    return html`<triad-problem .problem=${problem} @again=${again}></triad-problem>`;
  }
  if (now === 'running') {
    return html`<triad-loading lines="8"></triad-loading>`;
  }
  const looked = `0 of ${plural(scanned, 'entry', 'entries')} that were looked at`;
  return now === 'complete'
    ? html`<triad-empty heading="Nothing matches" text="${looked}."></triad-empty>`
    : html`<triad-empty heading="No match so far" text="${looked}; there is more."></triad-empty>`;
}
