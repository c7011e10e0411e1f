import {css, html} from 'lit';
import {customElement} from 'lit/decorators.js';
import {Loaded} from '../data/loaded';
import {short, sign} from '../data/money';
import {amount} from '../element/amount';
import '../element/chart';
import type {Ink, Option} from '../element/chart';
import {href} from '../shell/route';
import {ViewElement} from '../shell/view';
import {shared} from '../styles';
import type {Allocations, Department, Method} from './types';

const METHODS = [
  {key: 'direct', name: 'Direct', colour: '--unit-4', meaning: 'each service passes its own cost to those who are no service, as if no service used another'},
  {key: 'stepDown', name: 'Step-down', colour: '--unit-5', meaning: 'one service after the other passes on what it costs by then, also to services whose turn is yet to come'},
  {key: 'reciprocal', name: 'Reciprocal', colour: '--unit-3', meaning: 'all services at once, solved as equations: no order plays a part'},
] as const;

/** What shared cost comes to for each user, by three methods of any textbook. */
@customElement('triad-allocations')
export class AllocationsTab extends ViewElement {
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

      dl {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 260px), 1fr));
        gap: 0.75rem 1.5rem;
        margin: 0 0 1rem;
      }

      dt {
        font-weight: 600;
        font-size: 0.875rem;
      }

      dd {
        margin: 0;
      }
    `,
  ];

  private readonly allocations = new Loaded<Allocations>(this, () => this.ofGroup('/allocations'), 15_000);

  override render() {
    return html`<div class="stack">
      <p class="lead soft">
        Units that charge others are services. What they cost is passed on by use, measured at the reference price, until units that serve only customers, and customers outside,
        bear all of it. <a href=${href('accounts', {q: 'expenses'})}>The cost</a>
      </p>
      ${this.allocations.render((answer) => this.content(answer), 10)}
    </div>`;
  }

  private content({allocation, asset}: Allocations) {
    const {finalDepartments: all, total} = allocation;
    if (sign(total) === 0) {
      return html`<triad-empty heading="No cost in this time" text="Choose another time range."></triad-empty>`;
    }
    const transfers = this.transfers(allocation.direct, allocation.stepDown, allocation.reciprocal);
    return html`
      <section class="panel">
        <header><h2>Cost by method</h2><span class="small soft">${amount(total, asset)} in all, by each of them</span></header>
        <dl>
          ${METHODS.map(({name, meaning}) => html`<div><dt>${name}</dt><dd class="small soft">${meaning}</dd></div>`)}
        </dl>
        ${this.agreement(all, Object.keys(allocation.reciprocal.passedOn).length)}
        <triad-chart .draw=${bars(all, (name) => this.unitName(name), asset)} label="Cost of each department, by method. ${all.map((each) => `${this.unitName(each.department)}: direct ${each.direct}, step-down ${each.stepDown}, reciprocal ${each.reciprocal}`).join('; ')}"></triad-chart>
        ${this.table(all, asset)}
      </section>
      <section class="panel">
        <header><h2>Transfers</h2><span class="small soft">what each service passed on, to whom</span></header>
        ${transfers.length === 0
          ? html`<p class="soft">No unit charges another here: there is no service whose cost could be passed on, and every cost stays where it was incurred.</p>`
          : this.transferTable(transfers, asset)}
      </section>
    `;
  }

  private agreement(all: Department[], services: number) {
    const differ = all.some((each) => sign(each.reciprocalLessDirect) !== 0 || sign(each.reciprocalLessStepDown) !== 0);
    if (differ) {
      return html`<p class="small">Services use each other, so the methods differ.</p>`;
    }
    return html`<p class="small">
      ${services === 0 ? 'There is no service here' : services === 1 ? 'There is one service here' : 'No service uses another here'}: the three methods come to the same.
    </p>`;
  }

  private table(all: Department[], asset: string) {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Cost by method">
      <table>
        <thead>
          <tr><th>Department</th><th class="number">Its own cost</th>${METHODS.map(({name}) => html`<th class="number">${name}</th>`)}<th class="number">Reciprocal less direct</th><th class="number">Reciprocal less step-down</th></tr>
        </thead>
        <tbody>
          ${all.map(
            (each) => html`<tr>
              <th scope="row">${this.unitName(each.department)}</th>
              <td class="number">${amount(each.directCost, asset)}</td>
              ${METHODS.map(({key}) => html`<td class="number">${amount(each[key], asset)}</td>`)}
              <td class="number">${amount(each.reciprocalLessDirect, asset)}</td>
              <td class="number">${amount(each.reciprocalLessStepDown, asset)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  /** Every way that cost took, with what each method passed on there. */
  private transfers(...methods: Method[]): {from: string; to: string; amounts: string[]}[] {
    const ways = new Map(methods.flatMap(({transfers}) => transfers.map(({from, to}) => [`${from}/${to}`, {from, to}] as const)));
    return [...ways.values()].map(({from, to}) => ({from, to, amounts: methods.map(({transfers}) => transfers.find((transfer) => transfer.from === from && transfer.to === to)?.amount ?? '0')}));
  }

  private transferTable(transfers: {from: string; to: string; amounts: string[]}[], asset: string) {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Transfers">
      <table>
        <thead><tr><th>From</th><th>To</th>${METHODS.map(({name}) => html`<th class="number">${name}</th>`)}</tr></thead>
        <tbody>
          ${transfers.map(({from, to, amounts}) => html`<tr><td>${this.unitName(from)}</td><td>${this.unitName(to)}</td>${amounts.map((value) => html`<td class="number">${amount(value, asset)}</td>`)}</tr>`)}
        </tbody>
      </table>
    </div>`;
  }
}

function bars(all: Department[], name: (unit: string) => string, asset: string): (ink: Ink) => Option {
  return (ink) => ({
    tooltip: {trigger: 'axis', axisPointer: {type: 'shadow'}, renderMode: 'richText', backgroundColor: ink.surface, borderColor: ink.line, textStyle: {color: ink.ink, fontSize: 12}, valueFormatter: (value: number) => short(value, asset)},
    legend: {bottom: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 12, textStyle: {color: ink.soft}},
    grid: {left: 8, right: 16, top: 16, bottom: 40, containLabel: true},
    xAxis: {type: 'value', axisLabel: {color: ink.soft, hideOverlap: true, formatter: (value: number) => short(value, asset)}, splitLine: {lineStyle: {color: ink.line}}},
    yAxis: {type: 'category', inverse: true, data: all.map((each) => name(each.department)), axisLabel: {color: ink.ink, width: ink.width < 520 ? 84 : 160, lineHeight: 15, overflow: 'break'}, axisLine: {lineStyle: {color: ink.line}}, axisTick: {show: false}},
    series: METHODS.map(({key, name: method, colour}) => ({name: method, type: 'bar', barMaxWidth: 18, itemStyle: {color: ink.of(colour)}, data: all.map((each) => Number(each[key]))})),
  });
}
