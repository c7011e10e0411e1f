import {LitElement, css, html, nothing} from 'lit';
import {customElement} from 'lit/decorators.js';
import {get, path} from '../data/api';
import {Loaded} from '../data/loaded';
import {grouped} from '../data/money';
import type {Consolidation, Group, Groups, Subsidies} from '../data/types';
import {amount} from '../element/amount';
import '../element/chart';
import '../element/verdict';
import {go, here, href, Routed} from '../shell/route';
import {shared} from '../styles';
import {companyChart} from './company-chart';
import {asPercent, figures, MEASURES, ofRevenue, type Figures, type Measure} from './figures';
import type {ClaimsComparison, ComparedClaim} from './types';

/** Companies side by side: what the thesis comes to at each, and what their accounts do. */
@customElement('triad-companies')
export class Companies extends LitElement {
  static override styles = [
    shared,
    css`
      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1.25rem;
        margin: 0;
        padding: 0;
        border: 0;
      }

      legend {
        float: left;
        padding: 0;
        margin-right: 1.25rem;
        font-size: 0.8125rem;
        color: var(--ink-soft);
      }

      fieldset label {
        display: flex;
        align-items: center;
        gap: 0.4rem;
        color: var(--ink);
        font-size: 0.875rem;
      }

      .claims th[scope='row'] {
        min-width: 210px;
        max-width: 420px;
        font-weight: 500;
        color: var(--ink);
        font-size: 0.875rem;
        padding-right: 1.5rem;
      }

      .claims th .soft {
        display: block;
        margin-top: 0.15rem;
        font-weight: 400;
      }

      .claims td a {
        display: inline-grid;
        gap: 0.2rem;
        justify-items: start;
        color: var(--ink);
      }

      .scroll {
        position: relative;
      }

      .value {
        font-variant-numeric: tabular-nums;
        font-weight: 600;
      }

      .part {
        display: block;
        font-size: 0.8125rem;
        color: var(--ink-soft);
      }

      .accounts {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 480px), 1fr));
        gap: var(--gap) 2rem;
        align-items: center;
      }

      .accounts > * {
        min-width: 0;
      }

      .accounts th[scope='row'] {
        min-width: 150px;
        color: var(--ink);
      }

      .accounts th .soft {
        display: block;
        font-weight: 400;
      }

      .accounts td,
      .accounts th {
        padding-right: 1.1rem;
      }

      triad-chart {
        --chart-height: 300px;
      }

      @media (max-width: 560px) {
        .claims th[scope='row'] {
          min-width: 150px;
          padding-right: 0.75rem;
        }

        .claims th .soft {
          display: none;
        }
      }
    `,
  ];

  private readonly routed = new Routed(this);
  private readonly groups = new Loaded<Groups>(this, () => '/groups', 60_000);
  private readonly claims = new Loaded<ClaimsComparison>(this, () => (this.chosen ? path('/claims', {groups: this.chosen, ...this.range}) : undefined), 15_000);
  private readonly accounts = new Loaded<Figures[]>(
    this,
    () => (this.chosen ? path(this.chosen, this.range) : undefined),
    15_000,
    (_, signal) => Promise.all(this.chosen!.split(',').map((group) => this.figures(group, signal))),
  );

  /** The companies that are looked at, with commas between; all when the address names none. */
  private get chosen(): string | undefined {
    const known = this.groups.value?.groups.map((group) => group.group);
    const wanted = this.param('groups')?.split(',');
    const chosen = known?.filter((group) => !wanted || wanted.includes(group)) ?? [];
    return chosen.length > 0 ? chosen.join(',') : known?.join(',');
  }

  private get range(): Record<string, string | undefined> {
    return {from: this.param('from'), to: this.param('to')};
  }

  override render() {
    return html`<div class="stack">
      ${this.groups.value && this.groups.value.groups.length > 1 ? this.choice(this.groups.value.groups) : nothing}
      <section class="panel" aria-labelledby="claims">
        <header>
          <h2 id="claims">The thesis, company by company</h2>
          <span class="small soft">from their actual books; each verdict leads to its evidence</span>
        </header>
        ${this.claims.render((answer) => this.claimTable(answer), 10)}
      </section>
      <section class="panel" aria-labelledby="accounts">
        <header>
          <h2 id="accounts">What their accounts come to</h2>
          <span class="small soft">companies are simulated at different scales, so compare parts of external revenue</span>
        </header>
        ${this.accounts.render((all) => this.accountTable(all), 6)}
      </section>
    </div>`;
  }

  private param(name: string): string | undefined {
    return this.routed.route.params.get(name) ?? undefined;
  }

  private name(group: string): string {
    return this.groups.value?.groups.find((known) => known.group === group)?.name ?? group;
  }

  private async figures(group: string, signal: AbortSignal): Promise<Figures> {
    const base = `/groups/${encodeURIComponent(group)}`;
    const [consolidation, subsidies] = await Promise.all([
      get<Consolidation>(path(`${base}/consolidation`, this.range), signal),
      get<Subsidies>(path(`${base}/subsidies`, this.range), signal),
    ]);
    return figures(group, consolidation, subsidies);
  }

  private choice(groups: Group[]) {
    const chosen = this.chosen?.split(',') ?? [];
    return html`<fieldset>
      <legend>Companies</legend>
      ${groups.map(
        ({group, name}) => html`<label><input type="checkbox" value=${group} .checked=${chosen.includes(group)} ?disabled=${chosen.length === 1 && chosen[0] === group} @change=${this.choose} />${name}</label>`,
      )}
    </fieldset>`;
  }

  private choose(event: Event): void {
    const {value, checked} = event.target as HTMLInputElement;
    const chosen = this.chosen?.split(',') ?? [];
    const now = checked ? [...chosen, value] : chosen.filter((group) => group !== value);
    go(here({groups: now.length === this.groups.value?.groups.length ? undefined : now.join(',')}));
  }

  private claimTable({groups, claims}: ClaimsComparison) {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Claims by company">
      <table class="claims">
        <thead>
          <tr><th scope="col">Claim</th>${groups.map((group) => html`<th scope="col">${this.name(group)}</th>`)}</tr>
        </thead>
        <tbody>${claims.map((claim) => this.claim(claim, groups))}</tbody>
      </table>
    </div>`;
  }

  private claim(claim: ComparedClaim, groups: string[]) {
    return html`<tr>
      <th scope="row">${claim.number}. ${claim.claim}<span class="soft small">${claim.metric}; holds when ${claim.threshold}</span></th>
      ${groups.map((group) => {
        const {value, verdict, why} = claim.groups[group] ?? {verdict: 'undecided' as const, why: ''};
        return html`<td>
          <a href=${href('claims', {group, book: undefined, claim: String(claim.number)})} title=${why}>
            <triad-verdict verdict=${verdict}></triad-verdict>
            ${value ? html`<span class="value" title=${value}>${grouped(value, 3)}</span>` : nothing}
            <span class="visually-hidden">${this.name(group)}, claim ${claim.number}</span>
          </a>
        </td>`;
      })}
    </tr>`;
  }

  private accountTable(all: Figures[]) {
    return html`<div class="accounts">
      <div class="scroll" tabindex="0" role="region" aria-label="Figures by company">
        <table>
          <thead>
            <tr><th scope="col"><span class="visually-hidden">Figure</span></th>${all.map((one) => html`<th scope="col" class="number">${this.name(one.group)}</th>`)}</tr>
          </thead>
          <tbody>
            ${MEASURES.map(
              ({measure, name, means}) => html`<tr>
                <th scope="row">${name}<span class="soft small">${means}</span></th>
                ${all.map((one) => this.figure(one, measure))}
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <triad-chart .draw=${companyChart(all, (group) => this.name(group))} label="Operating income, intersegment charges and imputed subsidy as parts of external revenue, company by company; the table has the figures."></triad-chart>
    </div>`;
  }

  private figure(one: Figures, measure: Measure) {
    const part = measure === 'externalRevenue' ? undefined : ofRevenue(one[measure], one.externalRevenue);
    return html`<td class="number">${amount(one[measure], one.asset, 0)}${part === undefined ? nothing : html`<span class="part">${asPercent(part)}</span>`}</td>`;
  }
}
