import {css, html} from 'lit';
import {customElement} from 'lit/decorators.js';
import {Loaded} from '../data/loaded';
import {sign} from '../data/money';
import {amount} from '../element/amount';
import {href} from '../shell/route';
import {ViewElement} from '../shell/view';
import {shared} from '../styles';
import {matching, sums} from './chart';
import './zero';
import type {Account, TrialBalance} from './types';
import {before} from './words';

/** Every account's balance, on the side on which it stands, and the proof that both sides come to the same. */
@customElement('triad-trial-balance')
export class TrialBalanceTab extends ViewElement {
  static override styles = [
    shared,
    css`
      th.unit {
        padding-top: 1rem;
        color: var(--ink);
        font-weight: 650;
        font-size: 0.875rem;
      }

      td a {
        overflow-wrap: anywhere;
      }

      .sub > * {
        font-weight: 600;
        color: var(--ink);
        background: var(--sunken);
      }

      .sub th {
        padding-left: 0.5rem;
      }

      tbody td:first-child {
        padding-left: 0.5rem;
      }
    `,
  ];

  private readonly trial = new Loaded<TrialBalance>(this, () => {
    const to = this.param('to');
    return this.ofGroup('/trial-balance', {from: undefined, to: undefined, asOf: this.param('asOf') ?? (to ? before(to) : undefined)});
  });

  override render() {
    return this.trial.render((trial) => this.content(trial), 10);
  }

  private content(trial: TrialBalance) {
    const unit = this.param('unit');
    const found = matching(trial.accounts, this.param('q') ?? '').filter((account) => !unit || account.unit === unit);
    const units = [...new Set(found.map((account) => account.unit))];
    return html`<div class="stack">
      <triad-zero .debit=${trial.debit} .credit=${trial.credit} .difference=${trial.difference} .asset=${trial.asset}></triad-zero>
      <p class="small soft">
        The test of any set of books: every entry was posted with equal debits and credits, so all balances together must come to zero. A balance stands on
        the side that is greater. A unit by itself need not come to zero: the memo of a subsidy stands with the one that grants it and the one that gets it.
      </p>
      ${found.length === 0
        ? html`<triad-empty heading="No account" text="Nothing was posted by then, or no account's name matches."></triad-empty>`
        : html`<section class="panel">
            <div class="scroll" tabindex="0" role="region" aria-label="Trial balance">
              <table>
                <thead><tr><th>Account</th><th class="number">Debit balance</th><th class="number">Credit balance</th></tr></thead>
                ${units.map((name) => this.unit(name, found.filter((account) => account.unit === name), trial.asset))}
                ${this.total(found, trial)}
              </table>
            </div>
          </section>`}
    </div>`;
  }

  private unit(unit: string, accounts: Account[], asset: string) {
    return html`<tbody>
      <tr><th colspan="3" scope="rowgroup" class="unit">${this.unitName(unit)}</th></tr>
      ${accounts.map(
        ({account, balance}) => html`<tr>
          <td><a class="mono" href=${href('accounts', {account, asOf: this.param('asOf')})}>${account}</a></td>
          ${sides(balance, asset)}
        </tr>`,
      )}
      ${this.sum(`${this.unitName(unit)} in all`, accounts, asset)}
    </tbody>`;
  }

  private sum(words: string, accounts: Account[], asset: string) {
    const debit = sums(accounts.filter(({balance}) => sign(balance) > 0)).balance;
    const credit = sums(accounts.filter(({balance}) => sign(balance) < 0)).balance.replace('-', '');
    return html`<tr class="sub"><th scope="row">${words}</th><td class="number">${amount(debit, asset)}</td><td class="number">${amount(credit, asset)}</td></tr>`;
  }

  private total(found: Account[], trial: TrialBalance) {
    return html`<tbody>${this.sum(found.length === trial.accounts.length ? 'All accounts' : 'All that are shown', found, trial.asset)}</tbody>`;
  }
}

/** A balance on its side; nothing on the other. */
function sides(balance: string, asset: string) {
  const side = sign(balance);
  return html`<td class="number">${side > 0 ? amount(balance, asset) : ''}</td>
    <td class="number">${side < 0 ? amount(balance.replace('-', ''), asset) : side === 0 ? amount(balance, asset) : ''}</td>`;
}
