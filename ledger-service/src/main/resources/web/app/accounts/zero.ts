import {LitElement, css, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {grouped, sign} from '../data/money';
import {shared} from '../styles';

/** Whether debits equal credits, with every decimal there is. */
@customElement('triad-zero')
export class Zero extends LitElement {
  static override styles = [
    shared,
    css`
      section {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0.35rem 2rem;
        padding: 0.9rem 1.125rem;
        border: 1px solid var(--good);
        border-radius: var(--radius);
        background: var(--good-soft);
      }

      section.off {
        border-color: var(--bad);
        background: var(--bad-soft);
      }

      .verdict {
        font-size: 1.125rem;
        font-weight: 650;
        letter-spacing: -0.01em;
        color: var(--good);
        font-variant-numeric: tabular-nums;
      }

      .off .verdict {
        color: var(--bad);
      }

      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1.5rem;
        margin: 0;
        font-size: 0.875rem;
        font-variant-numeric: tabular-nums;
      }

      dl div {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
      }

      dd {
        margin: 0;
      }
    `,
  ];

  @property() debit = '0';
  @property() credit = '0';
  @property() difference = '0';
  @property() asset = '';

  override render() {
    const even = sign(this.difference) === 0;
    const exact = (value: string) => grouped(value, value.split('.')[1]?.length ?? 0);
    return html`<section class=${even ? '' : 'off'} aria-label="Debits and credits">
      <span class="verdict">${even ? `Debits equal credits: difference ${exact(this.difference)} ✓` : `Debits do not equal credits: difference ${exact(this.difference)} ✕`}</span>
      <dl>
        <div><dt>Debit balances</dt><dd>${exact(this.debit)} ${this.asset.split('/')[0]}</dd></div>
        <div><dt>Credit balances</dt><dd>${exact(this.credit)} ${this.asset.split('/')[0]}</dd></div>
      </dl>
    </section>`;
  }
}
