import {LitElement, css, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Verdict} from '../data/types';
import {shared} from '../styles';

const SIGNS: Record<Verdict, [string, string]> = {
  holds: ['✓', 'Holds'],
  fails: ['✕', 'Fails'],
  'not-applicable': ['–', 'Not applicable'],
  undecided: ['?', 'Undecided'],
};

/** A verdict, in words, with a sign and a colour. */
@customElement('triad-verdict')
export class VerdictTag extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: inline-block;
      }

      span {
        display: inline-flex;
        align-items: center;
        gap: 0.35rem;
        padding: 0.1rem 0.55rem;
        border-radius: 999px;
        font-size: 0.8125rem;
        font-weight: 600;
        white-space: nowrap;
        background: var(--sunken);
        color: var(--ink-soft);
      }

      .holds {
        background: var(--good-soft);
        color: var(--good);
      }

      .fails {
        background: var(--bad-soft);
        color: var(--bad);
      }

      .undecided {
        background: var(--warn-soft);
        color: var(--warn);
      }
    `,
  ];

  @property() verdict: Verdict = 'undecided';

  override render() {
    const [sign, words] = SIGNS[this.verdict];
    return html`<span class=${this.verdict}><b aria-hidden="true">${sign}</b>${words}</span>`;
  }
}
