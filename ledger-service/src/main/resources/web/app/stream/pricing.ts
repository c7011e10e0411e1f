import {html, nothing, type TemplateResult} from 'lit';
import {here} from '../shell/route';
import {moment} from './words';
import type {EntryView} from './types';

/** By which rule and rate the amounts came to be, step by step. */
export function pricing(entry: EntryView, provider: string | undefined): TemplateResult {
  const steps = [...new Set(entry.postings.flatMap(({reasons = []}) => reasons.flatMap((reason) => reason.steps.map((step) => step.words))))];
  return html`
    <p class="small">${entry.ruleInWords}</p>
    ${entry.late ? html`<p class="small soft">${entry.late}</p>` : nothing}
    ${entry.unexplained ? html`<p class="small soft">${entry.unexplained}</p>` : nothing}
    ${steps.length > 0 ? html`<ol class="steps">${steps.map(step)}</ol>` : nothing}
    ${entry.rate
      ? html`<p class="small soft">
          Rate in effect since ${moment(entry.rate.effectiveFrom)}${provider
            ? html`: <a href=${here({entry: undefined, event: `${entry.group}/${provider}/${entry.rate.event}`})}>the event that published it</a>`
            : nothing}
        </p>`
      : nothing}
    ${entry.corrects ? html`<p class="small soft">It corrects <a href=${here({event: undefined, entry: entry.corrects})}>${entry.corrects}</a>.</p>` : nothing}
  `;
}

/** What a step is for stands before its colon, what it comes to after the last equals sign. */
function step(words: string): TemplateResult {
  const colon = words.indexOf(': ');
  const equals = words.lastIndexOf(' = ');
  if (colon < 0 || equals < colon) {
    return html`<li>${words}</li>`;
  }
  return html`<li><span class="soft">${words.slice(0, colon)}</span><br />${words.slice(colon + 2, equals)} <b>= ${words.slice(equals + 3)}</b></li>`;
}
