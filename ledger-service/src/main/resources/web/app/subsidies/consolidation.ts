import {css, html} from 'lit';
import {customElement} from 'lit/decorators.js';
import {SECTIONS} from '../accounts/words';
import {Loaded} from '../data/loaded';
import {negated, sign} from '../data/money';
import type {Consolidation, Statement} from '../data/types';
import {amount} from '../element/amount';
import {href} from '../shell/route';
import {ViewElement} from '../shell/view';
import {shared} from '../styles';

/** From the units to the group: what they charged each other is taken away, and what is left was earned outside. */
@customElement('triad-consolidation')
export class ConsolidationTab extends ViewElement {
  static override styles = [
    shared,
    css`
      .lead {
        max-width: 85ch;
      }

      .lead a {
        text-decoration: underline;
        text-underline-offset: 2px;
      }

      tr > .group {
        font-weight: 600;
        background: var(--sunken);
        padding-right: 0.75rem;
      }

      tbody th {
        font-weight: 500;
        color: var(--ink);
      }

      .income tr > :first-child {
        position: sticky;
        left: 0;
        min-width: 108px;
        background: var(--surface);
      }

      td.number,
      th.number {
        padding-left: 0.75rem;
      }

      .zero {
        font-variant-numeric: tabular-nums;
        color: var(--good);
        font-weight: 600;
      }

      .off {
        color: var(--bad);
      }
    `,
  ];

  private readonly consolidation = new Loaded<Consolidation>(this, () => this.ofGroup('/consolidation'), 15_000);

  override render() {
    return html`<div class="stack">
      <p class="lead soft">
        What units charged each other is on the books of both: as revenue of the one and an expense of the other. In the group it eliminates to nothing, for every pair; what is left was
        earned and spent outside. <a href=${href('accounts', {q: 'intersegment'})}>Intersegment accounts</a>
      </p>
      ${this.consolidation.render((answer) => (isEmpty(answer) ? html`<triad-empty heading="Nothing was earned or spent in this time" text="Choose another time range."></triad-empty>` : html`${this.statement(answer)} ${this.pairs(answer)}`), 10)}
    </div>`;
  }

  private statement({units, eliminations, consolidated, asset}: Consolidation) {
    const columns: Statement[] = [...units.map(({statement}) => statement), eliminations, consolidated];
    const lines = Object.keys(consolidated.lines).sort((a, b) => order(a) - order(b));
    return html`<section class="panel">
      <header><h2>Income, from the units to ${this.group.name}</h2><span class="small soft">cost has a minus</span></header>
      <div class="scroll" tabindex="0" role="region" aria-label="Consolidated income statement">
        <table class="income">
          <thead>
            <tr>
              <th>Line</th>
              ${units.map(({unit}) => html`<th class="number" scope="col"><a href=${href('accounts', {tab: 'income', unit})}>${this.unitName(unit)}</a></th>`)}
              <th class="number" scope="col">Eliminations</th>
              <th class="number group" scope="col">${this.group.name}</th>
            </tr>
          </thead>
          <tbody>
            ${lines.map((line) => html`<tr><th scope="row" title=${SECTIONS[line]?.meaning ?? ''}>${SECTIONS[line]?.name ?? line}</th>${columns.map((column, index) => this.cell(signed(line, column.lines[line] ?? '0'), index === columns.length - 1, asset))}</tr>`)}
          </tbody>
          <tfoot>
            <tr><th scope="row">Operating income</th>${columns.map((column, index) => this.cell(column.operatingIncome, index === columns.length - 1, asset))}</tr>
          </tfoot>
        </table>
      </div>
    </section>`;
  }

  private cell(value: string, group: boolean, asset: string) {
    return html`<td class="number ${group ? 'group' : ''}">${amount(value, asset)}</td>`;
  }

  private pairs({pairs, asset}: Consolidation) {
    return html`<section class="panel">
      <header><h2>Pairs</h2><span class="small soft">each stands four times on the books, and comes to zero</span></header>
      ${pairs.length === 0
        ? html`<p class="soft">No unit charged another in this time: there is nothing to eliminate.</p>`
        : html`<div class="scroll" tabindex="0" role="region" aria-label="Pairs of units">
            <table>
              <thead><tr><th>Provider</th><th>Consumer</th><th class="number">Revenue</th><th class="number">Expense</th><th class="number">Receivable</th><th class="number">Payable</th><th class="number">Difference</th></tr></thead>
              <tbody>
                ${pairs.map(
                  (pair) => html`<tr>
                    <td>${this.unitName(pair.provider)}</td>
                    <td>${this.unitName(pair.consumer)}</td>
                    <td class="number"><a href=${href('accounts', {q: `${pair.provider}:revenue:intersegment:${pair.consumer}`})}>${amount(pair.intersegmentRevenue, asset)}</a></td>
                    <td class="number"><a href=${href('accounts', {q: `${pair.consumer}:expenses:intersegment:${pair.provider}`})}>${amount(pair.intersegmentExpense, asset)}</a></td>
                    <td class="number"><a href=${href('accounts', {account: `${pair.provider}:assets:intersegment:${pair.consumer}`})}>${amount(pair.receivable, asset)}</a></td>
                    <td class="number"><a href=${href('accounts', {account: `${pair.consumer}:liabilities:intersegment:${pair.provider}`})}>${amount(pair.payable, asset)}</a></td>
                    <td class="number zero ${sign(pair.difference) === 0 ? '' : 'off'}">${pair.difference} ${sign(pair.difference) === 0 ? '✓' : '✕'}</td>
                  </tr>`,
                )}
              </tbody>
            </table>
          </div>`}
    </section>`;
  }
}

function isEmpty({units}: Consolidation): boolean {
  return units.every(({statement}) => Object.values(statement.lines).every((value) => sign(value) === 0));
}

/** With a minus where it is taken away from income. */
function signed(line: string, value: string): string {
  return SECTIONS[line]?.cost && sign(value) !== 0 ? negated(value) : value;
}

function order(line: string): number {
  return Object.keys(SECTIONS).indexOf(line);
}
