import {html, nothing, type TemplateResult} from 'lit';
import {negated, shown, sum} from '../data/money';
import {href} from '../shell/route';
import type {Balance, Posting} from './types';

/** As many decimals as are told apart in small amounts; the exact amount is a hover away. */
const DECIMALS = 4;

/** Accounts in the shape of a T: debits on the left, credits on the right. */
export function postings(all: Posting[], asset: string): TemplateResult {
  if (all.length === 0) {
    return html`<p class="small soft">It posts nothing by itself.</p>`;
  }
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
            <td class="number">${credit ? nothing : exact(amount, asset)}</td>
            <td class="number">${credit ? exact(negated(amount), asset) : nothing}</td>
          </tr>`;
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Sum</th>
          <td class="number">${exact(sum(debits.map(({amount}) => amount)), asset)}</td>
          <td class="number">${exact(negated(sum(credits.map(({amount}) => amount))), asset)}</td>
        </tr>
      </tfoot>
    </table>
  </div>`;
}

/** What the accounts stood at before and after. */
export function balances(all: Balance[], asset: string): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Balances before and after">
    <table>
      <thead>
        <tr><th scope="col">Account</th><th scope="col" class="number">Before</th><th scope="col" class="number">After</th></tr>
      </thead>
      <tbody>
        ${all.map(
          ({account, before, after}) =>
            html`<tr><th scope="row" class="account">${accountLink(account)}</th><td class="number">${exact(before, asset)}</td><td class="number">${exact(after, asset)}</td></tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function accountLink(account: string): TemplateResult {
  return html`<a href=${href('accounts', {account})}>${account}</a>`;
}

function exact(amount: string, asset: string): TemplateResult {
  return html`<span title="${amount} ${asset}">${shown(amount, asset, DECIMALS)}</span>`;
}
