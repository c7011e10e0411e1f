import {css, html, type TemplateResult} from 'lit';
import {here, type Changes} from '../shell/route';

export const choiceStyles = css`
  .choice {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0.4rem;
  }

  .choice a[aria-current='true'] {
    border-color: var(--accent);
    background: var(--accent-soft);
    color: var(--accent);
    font-weight: 600;
  }
`;

/** One of a few: each is a link to the same place with another choice. */
export interface Choice {
  name: string;
  changes: Changes;
  chosen: boolean;
}

export function choiceLinks(choices: Choice[], label: string): TemplateResult {
  return html`<div class="choice" role="group" aria-label=${label}>
    ${choices.map(({name, changes, chosen}) => html`<a class="button" href=${here(changes)} aria-current=${chosen ? 'true' : 'false'}>${name}</a>`)}
  </div>`;
}
