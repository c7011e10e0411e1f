import {html, svg, type TemplateResult} from 'lit';
import {greatestFirst} from '../data/money';
import {MECHANISMS} from './mechanisms';

/** Which colour a mechanism has, in every picture. */
const COLOURS: Record<string, string> = {
  'transfer-price': '--unit-4',
  storefront: '--unit-5',
  scale: '--unit-3',
};

export function mechanismColour(mechanism: string): string {
  return COLOURS[mechanism] ?? '--unit-external';
}

export function mechanismName(mechanism: string): string {
  return MECHANISMS[mechanism]?.name ?? mechanism;
}

/** Amounts by mechanism as one small bar, as long as its share of the greatest. */
export function stackedBar(parts: [string, string][], greatest: string): TemplateResult {
  const whole = Number(greatest) || 1;
  let x = 0;
  const bars = parts
    .filter(([, value]) => Number(value) > 0)
    .sort((a, b) => greatestFirst(a[1], b[1]))
    .map(([mechanism, value]) => {
      const width = (Number(value) / whole) * 100;
      const bar = svg`<rect x=${x} y="0" width=${Math.max(width, 0.5)} height="8" fill="var(${mechanismColour(mechanism)})"></rect>`;
      x += width;
      return bar;
    });
  return html`<svg class="stacked" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    <rect x="0" y="0" width="100" height="8" fill="var(--sunken)"></rect>
    ${bars}
  </svg>`;
}

/** The colour of a mechanism beside its name. */
export function swatch(mechanism: string): TemplateResult {
  return html`<svg class="swatch" width="10" height="10" viewBox="0 0 10 10" aria-hidden="true"><rect width="10" height="10" rx="2" fill="var(${mechanismColour(mechanism)})"></rect></svg>`;
}
