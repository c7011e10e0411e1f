import {css, html, nothing} from 'lit';
import {customElement} from 'lit/decorators.js';
import {Loaded} from '../data/loaded';
import {grouped} from '../data/money';
import type {Claim, Claims, Sensitivity} from '../data/types';
import {amount} from '../element/amount';
import '../element/verdict';
import {href} from '../shell/route';
import {ViewElement} from '../shell/view';
import {shared} from '../styles';

const ANALYSES: Record<string, {view: 'subsidies'; tab: string; name: string}> = {
  'subsidy-tests': {view: 'subsidies', tab: 'tests', name: 'Subsidy tests'},
  subsidies: {view: 'subsidies', tab: 'matrix', name: 'Funding matrix'},
  cohorts: {view: 'subsidies', tab: 'cohorts', name: 'Cohorts'},
  consolidation: {view: 'subsidies', tab: 'consolidation', name: 'Consolidation'},
};

/** The thesis, sentence by sentence: verdict, figure, over which assumptions it stands, and the accounts behind it. */
@customElement('triad-claims')
export class ClaimsView extends ViewElement {
  static override styles = [
    shared,
    css`
      .lead {
        margin: 0.4rem 0 1.25rem;
        max-width: 75ch;
      }

      article {
        display: grid;
        gap: 0.75rem;
      }

      .head {
        display: grid;
        grid-template-columns: 2rem minmax(0, 1fr) auto;
        gap: 0.75rem;
        align-items: baseline;
      }

      .head .no {
        font-size: 1.25rem;
        font-weight: 650;
        color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
      }

      .head h2 {
        font-size: 1.125rem;
        line-height: 1.35;
      }

      .body {
        display: grid;
        grid-template-columns: minmax(220px, 1fr) minmax(0, 2fr);
        gap: 0.75rem 2rem;
        margin-left: 2.75rem;
      }

      .value {
        font-size: 1.75rem;
        font-weight: 650;
        letter-spacing: -0.02em;
        font-variant-numeric: tabular-nums;
      }

      .open {
        border-color: var(--accent);
      }

      .span {
        position: relative;
        height: 10px;
        margin: 0.35rem 0 0.2rem;
        border-radius: 5px;
        background: var(--sunken);
      }

      svg.range {
        display: block;
        width: 100%;
        height: 16px;
        margin: 0.3rem 0 0.1rem;
      }

      dl {
        display: grid;
        grid-template-columns: minmax(0, auto) auto;
        justify-content: start;
        gap: 0.15rem 1rem;
        margin: 0;
        font-size: 0.875rem;
      }

      dt {
        color: var(--ink-soft);
      }

      dd {
        margin: 0;
        text-align: right;
        font-variant-numeric: tabular-nums;
      }

      details {
        font-size: 0.875rem;
      }

      summary {
        cursor: pointer;
        color: var(--accent);
      }

      ul {
        margin: 0.5rem 0 0;
        padding: 0;
        list-style: none;
        columns: 2;
        column-gap: 2rem;
      }

      li {
        break-inside: avoid;
        overflow-wrap: anywhere;
      }

      @media (max-width: 760px) {
        .head {
          grid-template-columns: 1.5rem minmax(0, 1fr);
        }

        .head triad-verdict {
          grid-column: 2;
        }

        .body {
          grid-template-columns: minmax(0, 1fr);
          margin-left: 0;
        }

        ul {
          columns: 1;
        }
      }
    `,
  ];

  private readonly claims = new Loaded<Claims>(this, () => this.ofGroup('/claims', {progressRatio: this.param('progressRatio')}), 15_000);

  override render() {
    return html`
      <h1>The thesis, sentence by sentence</h1>
      <p class="lead soft">
        Each sentence is measured from ${this.group.name}'s accounts. The verdict is what they come to, whichever way it falls; thresholds and
        assumptions are shown, and over which range the verdict stands. <a href=${href('compare')}>Companies side by side</a>
      </p>
      <div class="stack">${this.claims.render(({claims, asset}) => claims.map((claim) => this.claim(claim, asset)), 12)}</div>
    `;
  }

  private claim(claim: Claim, asset: string) {
    const chosen = this.param('claim') === String(claim.number);
    return html`<article class="panel ${chosen ? 'open' : ''}" aria-labelledby="claim-${claim.number}">
      <div class="head">
        <span class="no">${claim.number}</span>
        <h2 id="claim-${claim.number}">${claim.claim}</h2>
        <triad-verdict verdict=${claim.verdict}></triad-verdict>
      </div>
      <div class="body">
        <div>
          ${claim.value ? html`<div class="value" title=${claim.value}>${grouped(claim.value, 3)}</div>` : nothing}
          <p class="small soft">${claim.value ? `${claim.metric}; holds when ${claim.threshold}` : claim.why}</p>
        </div>
        <div class="stack">
          ${claim.value
            ? html`<p class="mono soft">${claim.formula}</p>
                ${this.figures(claim, asset)} ${claim.sensitivity.map((assumption) => this.sensitivity(assumption, claim))} ${this.evidence(claim, chosen)}`
            : html`<p class="small soft">It would be measured by: ${claim.metric}.</p>`}
        </div>
      </div>
    </article>`;
  }

  private figures(claim: Claim, asset: string) {
    return html`<dl>
      ${Object.entries(claim.units).map(([role, unit]) => html`<dt>${words(role)}</dt><dd>${this.unitName(unit)}</dd>`)}
      ${Object.entries(claim.figures).map(([name, value]) => html`<dt>${words(name)}</dt><dd>${isAmount(value, asset) ? amount(value, asset) : value}</dd>`)}
    </dl>`;
  }

  /** The range that was tried, the part of it in which the verdict is the same, and where one is. */
  private sensitivity(range: Sensitivity, claim: Claim) {
    const [least = range.from, most = range.to] = range.tried;
    const at = (value: string) => ((Number(value) - Number(least)) / (Number(most) - Number(least) || 1)) * 100;
    const everywhere = range.from === least && range.to === most;
    return html`<div class="small">
      <span class="soft">${words(range.assumption)}: ${range.meaning}</span>
      <svg class="range" viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">
        <rect x="0" y="5" width="100" height="6" fill="var(--sunken)" />
        <rect x=${at(range.from)} y="5" width=${Math.max(0.6, at(range.to) - at(range.from))} height="6" fill=${claim.verdict === 'holds' ? 'var(--good)' : 'var(--bad)'} opacity="0.75" />
        <rect x=${Math.min(99.4, at(range.value))} y="1" width="0.6" height="14" fill="var(--ink)" />
      </svg>
      <span>
        ${everywhere
          ? `The same verdict over all that was tried, ${least} to ${most}; it is ${range.value}.`
          : `The same verdict from ${range.from} to ${range.to}; it is ${range.value}, and ${least} to ${most} were tried.`}
      </span>
    </div>`;
  }

  private evidence(claim: Claim, open: boolean) {
    const links = claim.links.map((link) => ANALYSES[link.split('/').pop() ?? '']).filter((link) => link !== undefined);
    return html`<details ?open=${open}>
      <summary>Evidence: ${claim.accounts.length} accounts</summary>
      <p class="row links">${links.map((link) => html`<a class="tag" href=${href(link.view, {tab: link.tab})}>${link.name}</a>`)}</p>
      <ul class="mono">
        ${claim.accounts.map((account) => html`<li><a href=${href('accounts', {account})}>${account}</a></li>`)}
      </ul>
    </details>`;
  }
}

/** standAloneCost and progress-ratio as words. */
function words(name: string): string {
  const text = name.replace(/-/g, ' ').replace(/[A-Z]/g, (letter) => ' ' + letter.toLowerCase());
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Amounts have all of their asset's decimals; ratios and days have not. */
function isAmount(value: string, asset: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(value) && (value.split('.')[1]?.length ?? 0) === Number(asset.split('/')[1]);
}
