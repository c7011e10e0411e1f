import {html, nothing, type TemplateResult} from 'lit';
import {negated, shown, sum} from '../data/money';
import {href} from '../shell/route';
import type {Balance, Posting} from './types';

/** Amounts that are no whole cents are shown with more decimals; the exact amount is a hover away. */
const CENTS = 2;
const FINE = 4;
const WHOLE_CENTS = /^-?\d+(\.\d{1,2}0*)?$/;

/** Accounts in the shape of a T: debits on the left, credits on the right. */
export function postings(all: Posting[], asset: string): TemplateResult {
  if (all.length === 0) {
    return html`<p class="small soft">It posts nothing by itself.</p>`;
  }
  const decimals = decimalsOf(all);
  const debits = all.filter(({amount}) => !amount.startsWith('-'));
  const credits = all.filter(({amount}) => amount.startsWith('-'));
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Debits and credits">
    <table class="t">
      <thead>
        <tr><th scope="col">Account</th><th scope="col" class="number">Debit</th><th scope="col" class="number">Credit</th></tr>
      </thead>
      <tbody>
        ${[...debits, ...credits].map(({account, amount}) => {
          const credit = amount.startsWith('-');
          return html`<tr>
            <th scope="row" class="account ${credit ? 'credit' : ''}">${accountLink(account)}</th>
            <td class="number">${credit ? nothing : exact(amount, asset, decimals)}</td>
            <td class="number">${credit ? exact(negated(amount), asset, decimals) : nothing}</td>
          </tr>`;
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Sum</th>
          <td class="number">${exact(sum(debits.map(({amount}) => amount)), asset, decimals)}</td>
          <td class="number">${exact(negated(sum(credits.map(({amount}) => amount))), asset, decimals)}</td>
        </tr>
      </tfoot>
    </table>
  </div>`;
}

/** What the accounts stood at before and after. */
export function balances(all: Balance[], asset: string): TemplateResult {
  const decimals = decimalsOf(all);
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Balances before and after">
    <table>
      <thead>
        <tr><th scope="col">Account</th><th scope="col" class="number">Before</th><th scope="col" class="number">After</th></tr>
      </thead>
      <tbody>
        ${all.map(
          ({account, before, after}) =>
            html`<tr><th scope="row" class="account">${accountLink(account)}</th><td class="number">${exact(before, asset, decimals)}</td><td class="number">${exact(after, asset, decimals)}</td></tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function accountLink(account: string): TemplateResult {
  const segments = account.split(':');
  return html`<a href=${href('accounts', {account})}>${segments.map((segment, index) => (index === 0 ? segment : html`:<wbr />${segment}`))}</a>`;
}

function exact(amount: string, asset: string, decimals: number): TemplateResult {
  return html`<span title="${amount} ${asset}">${shown(amount, asset, decimals)}</span>`;
}

function decimalsOf(all: {amount: string}[]): number {
  return all.every(({amount}) => WHOLE_CENTS.test(amount)) ? CENTS : FINE;
}
