import {css, html} from 'lit';
import {customElement} from 'lit/decorators.js';
import {Loaded} from '../data/loaded';
import {negated, sign} from '../data/money';
import {amount} from '../element/amount';
import {choiceLinks, choiceStyles} from '../element/choice';
import {href} from '../shell/route';
import {ViewElement} from '../shell/view';
import {shared} from '../styles';
import type {IncomeStatement, Section} from './types';
import {SECTIONS} from './words';

/** What a unit earned and spent in the time that is looked at, down to the accounts. */
@customElement('triad-income-statement')
export class IncomeStatementTab extends ViewElement {
  static override styles = [
    shared,
    choiceStyles,
    css`
      .section > * {
        padding-top: 0.9rem;
        color: var(--ink);
        font-weight: 600;
        font-size: 0.875rem;
      }

      .section .small {
        font-weight: 400;
      }

      .within th {
        padding-left: 1.25rem;
        font-weight: 400;
        overflow-wrap: anywhere;
      }

      .result > * {
        border-top: 2px solid var(--line-strong);
        font-size: 1.0625rem;
        font-weight: 650;
        color: var(--ink);
      }

      section {
        max-width: 900px;
      }
    `,
  ];

  private get unit(): string {
    const wanted = this.param('unit');
    return this.group.units.find(({unit}) => unit === wanted)?.unit ?? this.group.units[0]?.unit ?? '';
  }

  private readonly statement = new Loaded<IncomeStatement>(this, () => (this.unit ? this.ofGroup(`/units/${encodeURIComponent(this.unit)}/income-statement`) : undefined));

  override render() {
    return html`<div class="stack">
      ${choiceLinks(this.group.units.map(({unit, name}) => ({name, changes: {unit}, chosen: unit === this.unit})), 'Unit')}
      <section class="panel">
        <header>
          <h2>Income statement of ${this.unitName(this.unit)}</h2>
          <a class="small" href=${href('subsidies', {tab: 'consolidation'})}>All units, and the group</a>
        </header>
        ${this.statement.render((statement) => this.content(statement), 8)}
      </section>
    </div>`;
  }

  private content({sections, operatingIncome, asset}: IncomeStatement) {
    return html`
      <p class="small soft">What came in less what went out, in the time range chosen above. Cost has a minus.</p>
      <div class="scroll" tabindex="0" role="region" aria-label="Income statement">
        <table>
          <thead class="visually-hidden"><tr><th>Account</th><th>Amount</th></tr></thead>
          <tbody>
            ${sections.map((section) => this.section(section, asset))}
            <tr class="result"><th scope="row">Operating income</th><td class="number">${amount(operatingIncome, asset, 2)}</td></tr>
          </tbody>
        </table>
      </div>
    `;
  }

  private section({section, amount: total, accounts}: Section, asset: string) {
    const {name, meaning, cost} = SECTIONS[section] ?? {name: section, meaning: '', cost: false};
    const signed = (value: string) => amount(cost && sign(value) !== 0 ? negated(value) : value, asset);
    return html`<tr class="section">
        <th scope="row">${name} <span class="small soft">${meaning}</span></th>
        <td class="number">${signed(total)}</td>
      </tr>
      ${accounts.map(
        ({account, amount: value}) => html`<tr class="within">
          <th scope="row"><a class="mono" href=${href('accounts', {account})}>${account.slice(account.indexOf(':') + 1)}</a></th>
          <td class="number soft">${signed(value)}</td>
        </tr>`,
      )}`;
  }
}
