import {css, html, nothing} from 'lit';
import {customElement} from 'lit/decorators.js';
import {Loaded} from '../data/loaded';
import {greatestFirst} from '../data/money';
import type {Flow, Subsidies} from '../data/types';
import {amount, headline} from '../element/amount';
import {choiceLinks, choiceStyles} from '../element/choice';
import {here, href} from '../shell/route';
import {ViewElement} from '../shell/view';
import {shared} from '../styles';
import {behind, behindStyles} from './behind';
import {plural} from './bands';
import {byMechanism, flowOf, pairOf, parties, positive, total} from './flows';
import {MECHANISMS} from './mechanisms';
import './progress';
import './series';
import {mechanismName, stackedBar, swatch} from './stacked';

/** Where each mechanism's accounts are found. */
const FOUND: Record<string, string> = {'transfer-price': 'imputed-subsidy:transfer-price', storefront: 'imputed-subsidy:storefront', scale: 'cost-pool'};

/** Who grants how much to whom, and by which mechanism. */
@customElement('triad-funding-matrix')
export class FundingMatrixTab extends ViewElement {
  static override styles = [
    shared,
    behindStyles,
    choiceStyles,
    css`
      .lead {
        max-width: 80ch;
      }

      .lead a,
      .mechanisms a,
      .panel p a {
        text-decoration: underline;
        text-underline-offset: 2px;
      }

      .controls {
        display: flex;
        flex-wrap: wrap;
        gap: 1rem 2rem;
        align-items: start;
        justify-content: space-between;
      }

      table.matrix {
        min-width: 640px;
        table-layout: fixed;
      }

      .matrix tr > th:first-child {
        position: sticky;
        left: 0;
        z-index: 1;
        background: var(--surface);
      }

      .caption {
        margin: 0.9rem 0 0.4rem;
      }

      .matrix td a {
        display: grid;
        gap: 0.25rem;
        padding: 0.2rem 0.35rem;
        margin: -0.2rem -0.35rem;
        border-radius: 6px;
        color: var(--ink);
      }

      .matrix td a:hover {
        background: var(--sunken);
        text-decoration: none;
      }

      .matrix td a[aria-current='true'] {
        background: var(--accent-soft);
        color: var(--accent);
      }

      .none {
        color: var(--ink-soft);
      }

      svg.stacked {
        display: block;
        width: 100%;
        height: 8px;
        border-radius: 3px;
      }

      svg.swatch {
        margin-right: 0.35rem;
      }

      tfoot td {
        padding-top: 0.6rem;
      }

      .mechanisms {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 240px), 1fr));
        gap: 0.75rem 1.5rem;
        margin: 1rem 0 0;
      }

      .mechanisms dt {
        font-size: 0.875rem;
        font-weight: 600;
      }

      .mechanisms dd {
        margin: 0;
      }
    `,
  ];

  private readonly subsidies = new Loaded<Subsidies>(this, () => this.ofGroup('/subsidies', {progressRatio: this.param('progressRatio')}));

  /** Which pair was chosen when this was last drawn; undefined before that. */
  private paired: string | undefined;

  private get net(): boolean {
    return this.param('view') === 'net';
  }

  /** What was just chosen is brought before the eyes. */
  override updated(): void {
    const pair = this.param('pair') ?? '';
    if (this.paired !== undefined && pair && pair !== this.paired) {
      this.renderRoot.querySelector('.pair')?.scrollIntoView({block: 'nearest'});
    }
    this.paired = pair;
  }

  override render() {
    return html`<div class="stack">
      <p class="lead soft">
        An imputed subsidy is what one would have been charged at the reference price, or would have paid alone, less what it was charged. It is computed beside the
        books: nobody paid it. <a href=${href('accounts', {q: 'imputed-subsidy'})}>The memo accounts</a>
      </p>
      ${this.subsidies.render((answer) => this.content(answer), 10)}
    </div>`;
  }

  private content(answer: Subsidies) {
    const flows = positive(this.net ? answer.net : answer.gross);
    if (flows.length === 0) {
      return html`${this.nobody()}${this.group.units.length > 1 ? html`<section class="panel">${this.ratio(answer)}</section>` : nothing}`;
    }
    return html`
      <section class="panel">
        <div class="controls">
          <div class="stack">
            ${this.toggle()}
            <p class="small soft">
              ${this.net
                ? html`Net: what remains of a pair after both directions, ${headline(total(flows), answer.asset)} in all.`
                : html`Gross: each direction by itself, ${headline(total(flows), answer.asset)} in all.`}
            </p>
          </div>
          ${this.ratio(answer)}
        </div>
        ${this.matrix(flows, answer.asset)} ${this.mechanisms(answer)}
      </section>
      ${this.pair(answer)}
      <triad-funding-series .group=${this.group}></triad-funding-series>
    `;
  }

  private ratio({progressRatio}: Subsidies) {
    return html`<triad-progress-ratio value=${this.param('progressRatio') ?? progressRatio}></triad-progress-ratio>`;
  }

  private nobody() {
    const why =
      this.group.units.length < 2
        ? `${this.group.name} has one unit, so no unit can fund another.`
        : 'No unit is charged less than the reference price, nothing is sold below cost for another, and no capacity is shared by several users; or nothing happened in this time range.';
    return html`<triad-empty heading="Nobody funds anybody here" text=${why}></triad-empty>`;
  }

  private toggle() {
    const choices = [
      {name: 'Gross', changes: {view: undefined}, chosen: !this.net},
      {name: 'Net', changes: {view: 'net'}, chosen: this.net},
    ];
    return choiceLinks(choices, 'Gross or net');
  }

  private matrix(flows: Flow[], asset: string) {
    const all = parties(this.group, flows);
    const greatest = [...flows].sort((a, b) => greatestFirst(a.amount, b.amount))[0]?.amount ?? '0';
    return html`<p class="small soft caption">From who grants, in rows, to who receives, in columns. A cell leads to what it is made of.</p>
    <div class="scroll" tabindex="0" role="region" aria-label="Funding matrix">
      <table class="matrix">
        <thead>
          <tr>
            <th>Grants ↓ · receives →</th>
            ${all.map((name) => html`<th scope="col">${this.unitName(name)}</th>`)}
            <th class="number">In all</th>
          </tr>
        </thead>
        <tbody>
          ${all.map(
            (grantor) => html`<tr>
              <th scope="row">${this.unitName(grantor)}</th>
              ${all.map((recipient) => this.cell(flowOf(flows, grantor, recipient), greatest, asset))}
              <td class="number">${amount(total(flows.filter((flow) => flow.grantor === grantor)), asset)}</td>
            </tr>`,
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Receives in all</th>
            ${all.map((recipient) => html`<td>${amount(total(flows.filter((flow) => flow.recipient === recipient)), asset)}</td>`)}
            <td class="number">${amount(total(flows), asset)}</td>
          </tr>
        </tfoot>
      </table>
    </div>`;
  }

  private cell(flow: Flow | undefined, greatest: string, asset: string) {
    if (!flow) {
      return html`<td class="none">–</td>`;
    }
    const parts = Object.entries(flow.byMechanism ?? {net: flow.amount});
    return html`<td>
      <a href=${here({pair: pairOf(flow)})} aria-current=${this.param('pair') === pairOf(flow) ? 'true' : 'false'}>${amount(flow.amount, asset)}${stackedBar(parts, greatest)}</a>
    </td>`;
  }

  private mechanisms({gross, asset}: Subsidies) {
    return html`<dl class="mechanisms">
      ${byMechanism(gross).map(
        ([mechanism, value]) => html`<div>
          <dt>${swatch(mechanism)}${mechanismName(mechanism)} ${amount(value, asset, 0)}</dt>
          <dd class="small soft">
            ${MECHANISMS[mechanism]?.meaning ?? nothing}${this.net ? ' (gross)' : nothing}.
            <a href=${href('accounts', {q: FOUND[mechanism]})}>Accounts</a>
          </dd>
        </div>`,
      )}
    </dl>`;
  }

  private noFlow(grantor: string, recipient: string) {
    return html`<section class="panel pair" aria-label="The chosen pair">
      <p class="soft">In this time, and with this assumption, nothing is granted from ${this.unitName(grantor)} to ${this.unitName(recipient)}. <a href=${here({pair: undefined})}>Close</a></p>
    </section>`;
  }

  /** What one cell is made of. */
  private pair({gross, net, asset}: Subsidies) {
    const [grantor = '', recipient = ''] = (this.param('pair') ?? '').split('/');
    const there = flowOf(gross, grantor, recipient);
    const back = flowOf(gross, recipient, grantor);
    if (!there) {
      return grantor && recipient ? this.noFlow(grantor, recipient) : nothing;
    }
    const remains = flowOf(net, grantor, recipient) ?? flowOf(net, recipient, grantor);
    return html`<section class="panel pair" aria-label="The chosen pair">
      <header>
        <h2>${this.unitName(grantor)} ${plural(this.unitName(grantor)) ? 'fund' : 'funds'} ${this.unitName(recipient)}</h2>
        <a class="small" href=${here({pair: undefined})}>Close</a>
      </header>
      <table>
        <thead><tr><th>Mechanism</th><th class="number">Amount</th></tr></thead>
        <tbody>
          ${Object.entries(there.byMechanism ?? {}).map(
            ([mechanism, value]) => html`<tr>
              <th scope="row">${swatch(mechanism)}${mechanismName(mechanism)}: <span class="soft">${MECHANISMS[mechanism]?.meaning ?? nothing}</span></th>
              <td class="number">${amount(value, asset)}</td>
            </tr>`,
          )}
        </tbody>
        <tfoot>
          <tr><th scope="row">Gross</th><td class="number">${amount(there.amount, asset)}</td></tr>
          ${back ? html`<tr><th scope="row">The other way, ${this.unitName(recipient)} to ${this.unitName(grantor)}</th><td class="number">${amount(back.amount, asset)}</td></tr>` : nothing}
          ${back && remains ? html`<tr><th scope="row">Net, from ${this.unitName(remains.grantor)} to ${this.unitName(remains.recipient)}</th><td class="number">${amount(remains.amount, asset)}</td></tr>` : nothing}
        </tfoot>
      </table>
      ${behind(there.accounts, ' behind it')}
    </section>`;
  }
}
