import {html, svg, type TemplateResult} from 'lit';
import type {View} from './route';

const PATHS: Record<View | 'sun' | 'moon' | 'auto', TemplateResult> = {
  overview: svg`<path d="M3 6c5 0 6 6 12 6M3 12h12M3 18c5 0 6-6 12-6"/><path d="m14 8 5 4-5 4"/>`,
  stream: svg`<path d="M3 7h6l2 4 3-8 2 6h5M3 19h18"/>`,
  accounts: svg`<path d="M4 4v16M4 8h6M4 14h6M4 20h6M13 8h7M13 14h7M13 20h7"/>`,
  subsidies: svg`<rect x="3" y="3" width="7" height="7" rx="1"/><rect x="14" y="3" width="7" height="7" rx="1"/><rect x="3" y="14" width="7" height="7" rx="1"/><path d="M14 17.5h7M17.5 14v7"/>`,
  compare: svg`<path d="M5 20V10M10 20V4M15 20v-7M20 20V8"/>`,
  claims: svg`<path d="M4 5h16M4 12h9M4 19h7"/><path d="m15 17 2.5 2.5L22 14"/>`,
  operations: svg`<circle cx="12" cy="12" r="3"/><path d="M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.2 2.2M16.2 16.2l2.2 2.2M18.4 5.6l-2.2 2.2M7.8 16.2l-2.2 2.2"/>`,
  sun: svg`<circle cx="12" cy="12" r="4"/><path d="M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M19 5l-1.4 1.4M6.4 17.6 5 19"/>`,
  moon: svg`<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z"/>`,
  auto: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 3.5v17a8.5 8.5 0 0 0 0-17Z" fill="currentColor"/>`,
};

/** A small picture that means what the text beside it says. */
export function icon(name: keyof typeof PATHS): TemplateResult {
  return html`<svg width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${PATHS[name]}</svg>`;
}
