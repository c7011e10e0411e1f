import {html, type TemplateResult} from 'lit';
import {short, shown} from '../data/money';

/** An amount, rounded for the eye, with the exact one a hover away. */
export function amount(value: string, asset: string, decimals = 2): TemplateResult {
  return html`<span class="amount" title="${value} ${asset}">${shown(value, asset, decimals)}</span>`;
}

/** An amount as a headline: $1.2k. */
export function headline(value: string, asset: string): TemplateResult {
  return html`<span class="amount" title="${value} ${asset}">${short(value, asset)}</span>`;
}
