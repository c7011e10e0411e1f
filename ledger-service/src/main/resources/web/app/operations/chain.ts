import {LitElement, css, html, nothing} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {Loaded} from '../data/loaded';
import {ALL_GROUPS, may, seesEveryGroup, takes} from '../data/session';
import {shared} from '../styles';
import {count} from './positions';
import type {Chain} from './types';

/** The heads of the hash chain, lane by lane, to be noted elsewhere. */
@customElement('triad-chain')
export class ChainTable extends LitElement {
  static override styles = [
    shared,
    css`
      p {
        max-width: 70ch;
        margin-bottom: 0.75rem;
      }

      .row {
        margin-bottom: 0.5rem;
      }

      td,
      th {
        padding-top: 0.25rem;
        padding-bottom: 0.25rem;
      }

      .scroll {
        position: relative;
        max-height: 460px;
        overflow-y: auto;
      }

      thead th {
        position: sticky;
        top: 0;
        background: var(--surface);
      }
    `,
  ];

  private readonly chain = new Loaded<Chain>(this, () => (may('auditor') && seesEveryGroup() ? '/chain' : undefined), 10_000);
  @state() private copied = '';

  override render() {
    return html`<section class="panel" aria-labelledby="chain">
      <header>
        <h2 id="chain">Hash chain</h2>
        <span class="small soft">links of each lane, and the hash that the last one has</span>
      </header>
      <p class="small soft">
        Every batch adds a link that covers its entries and the link before. Heads that you note today, where nobody who writes the
        books can reach them, prove tomorrow that nothing was rewritten: <code class="mono">./triad verify --heads heads.json</code>.
      </p>
      ${!may('auditor') ? takes('auditor', 'Noting its heads') : seesEveryGroup() ? this.chain.render((chain) => this.content(chain), 8) : ALL_GROUPS}
    </section>`;
  }

  private content({lanes}: Chain) {
    if (lanes.length === 0) {
      return html`<triad-empty heading="No link yet" text="The first batch of events adds one."></triad-empty>`;
    }
    return html`
      <div class="row">
        <a class="button" href="/api/v1/chain" download="heads.json">Save the heads</a>
        <button @click=${this.copy}>Copy them</button>
        <span class="small soft" role="status">${this.copied}</span>
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label="Heads of the chain">
        <table>
          <thead>
            <tr><th scope="col">Lane</th><th scope="col" class="number">Links</th><th scope="col" class="number">Covers up to</th><th scope="col">Head</th></tr>
          </thead>
          <tbody>
            ${lanes.map(
              (lane) => html`<tr>
                <th scope="row">${lane.lane}</th>
                <td class="number">${count(lane.height)}</td>
                <td class="number">${lane.nextOffset > 0 ? count(lane.nextOffset) : nothing}</td>
                <td class="mono" title=${lane.hash}>${lane.hash.slice(0, 16)}…</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  private async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(JSON.stringify(this.chain.value, null, 2));
      this.copied = 'Copied';
    } catch {
      this.copied = 'This browser does not allow it here; save them instead.';
    }
  }
}
