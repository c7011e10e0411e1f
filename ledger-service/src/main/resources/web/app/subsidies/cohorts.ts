import {css, html, nothing} from 'lit';
import {customElement} from 'lit/decorators.js';
import {Loaded} from '../data/loaded';
import {greatestFirst, sign, sum} from '../data/money';
import {amount} from '../element/amount';
import '../element/chart';
import {colourName} from '../element/colours';
import {go, here, href} from '../shell/route';
import {ViewElement} from '../shell/view';
import {shared} from '../styles';
import {course, curves, paybackShort, paybackWords, together} from './payback';
import type {Cohort, CohortResult, Cohorts, CohortUnit} from './types';

/** Measures of a cohort, each with what it means. */
const MEASURES: {name: string; column?: string; meaning: string; of: (result: CohortResult) => string}[] = [
  {name: 'Hardware margin', meaning: 'what they were sold for, less refunds and what they cost to make', of: (result) => result.hardwareMargin},
  {name: 'Loss', meaning: 'what selling below cost lost, as a storefront for others', of: (result) => result.loss},
  {name: 'Returned', meaning: 'what of that came back with returned devices', of: (result) => result.returned},
  {name: 'Voice cost', meaning: 'what their use of the cloud was charged', of: (result) => result.cloudCost},
  {name: 'Attributed contribution', column: 'Contribution', meaning: 'what of other units’ sales they led to; a memo, never revenue', of: (result) => result.attributedContribution},
  {name: 'Skills', meaning: 'virtual goods bought on them', of: (result) => result.digitalContribution},
  {name: 'Net burden', meaning: 'loss less returned, plus voice cost, less contributions; below zero is a gain', of: (result) => result.netBurden},
];

/** Those of a table of many cohorts. */
const COLUMNS = MEASURES.filter(({name}) => name !== 'Hardware margin');

/** The devices that were in use before the books began. */
const INSTALLED_BASE = 'installed-base';

/** Devices by product and week of sale: what they lost, and whether and when that comes back. */
@customElement('triad-cohorts')
export class CohortsTab extends ViewElement {
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

      .burden > * {
        font-weight: 650;
        color: var(--ink);
        border-top: 1px solid var(--line-strong);
      }

      td.words {
        white-space: nowrap;
        padding-left: 0.75rem;
      }

      th.words {
        padding-left: 0.75rem;
      }

      th.week {
        position: sticky;
        left: 0;
        background: var(--surface);
        white-space: nowrap;
      }

      td.payback {
        text-align: right;
      }

      tbody th {
        font-weight: 500;
        color: var(--ink);
      }

      label {
        display: inline-flex;
        align-items: center;
        gap: 0.4rem;
      }
    `,
  ];

  private readonly cohorts = new Loaded<Cohorts>(this, () => this.ofGroup('/cohorts'), 15_000);

  override render() {
    return html`<div class="stack">
      <p class="lead soft">
        A device sold below cost is a loss to begin with. What it leads to later, less what its voice costs on the cloud, may pay that back. Products that the unit does not
        sell itself are other makers' devices: they cost it nothing to produce. <a href=${href('accounts', {q: 'attributed-contribution'})}>The attributions</a>
      </p>
      ${this.cohorts.render((answer) => this.content(answer), 10)}
    </div>`;
  }

  private content({units, asset}: Cohorts) {
    if (units.length === 0) {
      return html`<triad-empty heading="No devices" text="No unit of ${this.group.name} sold devices, or had any in use, in this time."></triad-empty>`;
    }
    return units.map((unit) => this.unit(unit, asset));
  }

  private unit(unit: CohortUnit, asset: string) {
    const products = [...new Set(unit.cohorts.map((cohort) => cohort.product))].sort((a, b) => greatestFirst(lossOf(unit.cohorts, a), lossOf(unit.cohorts, b)));
    const product = products.find((name) => name === this.param('product')) ?? products[0] ?? '';
    const cohorts = unit.cohorts.filter((cohort) => cohort.product === product);
    return html`
      <div class="columns">${this.all(unit, asset)} ${this.byAge(cohorts, product, unit.unit, asset)}</div>
      ${this.table(cohorts, product, products, asset)} ${this.sideBySide(unit, asset)}
    `;
  }

  private all(unit: CohortUnit, asset: string) {
    const points = course(unit.own.weeks);
    const last = points.at(-1);
    if (!last) {
      return nothing;
    }
    const colours = {loss: '--bad', gain: colourName(this.group, unit.unit)};
    return html`<section class="panel">
      <header><h2>${this.unitName(unit.unit)}: all own devices</h2><span class="small soft">${paybackWords(unit.own)}</span></header>
      <triad-chart
        .draw=${together(points, asset, colours)}
        label="Own devices week by week. By ${last.from}, lost ${last.loss}, gained since ${last.gain}. The table of cohorts has each week of sale."
      ></triad-chart>
      <p class="small soft">
        Gained: contributions less voice cost. ${sign(last.loss) < 0 ? 'A loss below zero is a gain: the devices were sold above cost.' : 'Where the lines meet, all devices sold so far are paid back.'}
      </p>
      <div class="visually-hidden">
        <table>
          <caption>Own devices, lost and gained so far</caption>
          ${points.map((point) => html`<tr><th scope="row">${point.from}</th><td>${point.loss}</td><td>${point.gain}</td></tr>`)}
        </table>
      </div>
    </section>`;
  }

  private byAge(cohorts: Cohort[], product: string, unit: string, asset: string) {
    const dated = cohorts.filter((cohort) => cohort.week !== INSTALLED_BASE && cohort.result.weeks.length > 0);
    if (dated.length === 0) {
      return nothing;
    }
    const words = dated.map((cohort) => `${cohort.week}: ${course(cohort.result.weeks).at(-1)?.position ?? '0'}`).join('; ');
    return html`<section class="panel">
      <header><h2>${product}, by week of sale</h2><span class="small soft">gained less lost</span></header>
      <triad-chart .draw=${curves(dated, asset, colourName(this.group, unit))} label="What each cohort of ${product} gained less what it lost, by its age in weeks. At the end, ${words}"></triad-chart>
      <p class="small soft">A line is a week of sale, the oldest the strongest. It starts at what was lost, below zero, or earned, above; a loss is paid back where the line reaches zero.</p>
    </section>`;
  }

  private sideBySide({own, thirdParty}: CohortUnit, asset: string) {
    return html`<section class="panel">
      <header><h2>Own devices beside other makers'</h2></header>
      <div class="scroll" tabindex="0" role="region" aria-label="Own and other makers' devices">
        <table>
          <thead><tr><th>Measure</th><th class="number">Own devices</th><th class="number">Other makers'</th></tr></thead>
          <tbody>
            ${MEASURES.map(
              ({name, meaning, of}) => html`<tr class=${name === 'Net burden' ? 'burden' : ''}>
                <th scope="row">${name} <span class="soft small">${meaning}</span></th>
                <td class="number">${amount(of(own), asset)}</td>
                <td class="number">${amount(of(thirdParty), asset)}</td>
              </tr>`,
            )}
            <tr><th scope="row">Payback</th><td class="payback">${paybackWords(own)}</td><td class="payback">${paybackWords(thirdParty)}</td></tr>
          </tbody>
        </table>
      </div>
    </section>`;
  }

  private table(cohorts: Cohort[], product: string, products: string[], asset: string) {
    return html`<section class="panel">
      <header>
        <h2>Cohorts</h2>
        <label>Product
          <select @change=${(event: Event) => go(here({product: (event.target as HTMLSelectElement).value}))}>
            ${products.map((name) => html`<option value=${name} ?selected=${name === product}>${name}</option>`)}
          </select>
        </label>
      </header>
      <div class="scroll" tabindex="0" role="region" aria-label="Cohorts">
        <table>
          <caption>A week leads to its accounts. ${cohorts.some((cohort) => cohort.own) ? 'Payback in weeks or years is at the rate so far; never, where weeks cost more than they bring.' : 'Made and sold by others: nothing was lost on them.'}</caption>
          <thead>
            <tr><th class="week">Week of sale</th>${COLUMNS.map(({name, column}) => html`<th class="number">${column ?? name}</th>`)}<th class="words">Payback</th></tr>
          </thead>
          <tbody>
            ${cohorts.map((cohort) => this.cohort(cohort, asset))}
          </tbody>
          <tfoot>
            <tr><th scope="row" class="week">All</th>${COLUMNS.map(({of}) => html`<td class="number">${amount(sum(cohorts.map((cohort) => of(cohort.result))), asset)}</td>`)}<td></td></tr>
          </tfoot>
        </table>
      </div>
    </section>`;
  }

  private cohort({product, week, result}: Cohort, asset: string) {
    return html`<tr>
      <th scope="row" class="week"><a href=${href('accounts', {q: `${product}:${week}`})}>${week === INSTALLED_BASE ? 'before the books' : week}</a></th>
      ${COLUMNS.map(({of}) => html`<td class="number">${amount(of(result), asset)}</td>`)}
      <td class="words">${paybackShort(result)}</td>
    </tr>`;
  }
}

function lossOf(cohorts: Cohort[], product: string): string {
  return sum(cohorts.filter((cohort) => cohort.product === product).map((cohort) => cohort.result.loss));
}
