import {css, html, nothing} from 'lit';
import {customElement} from 'lit/decorators.js';
import {Loaded} from '../data/loaded';
import {greatestFirst, percent, sign, sum} from '../data/money';
import type {Claim, Claims, Consolidation, Flow, Subsidies, SubsidyTests} from '../data/types';
import {amount, headline} from '../element/amount';
import '../element/chart';
import '../element/verdict';
import {MECHANISMS} from '../subsidies/mechanisms';
import {href} from '../shell/route';
import {ViewElement} from '../shell/view';
import {shared} from '../styles';
import {funding} from './funding';
import {goesRound} from './layers';

/** Who pays for whom, in ten seconds: a picture, three numbers, and what the thesis comes to. */
@customElement('triad-overview')
export class Overview extends ViewElement {
  static override styles = [
    shared,
    css`
      .top {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 340px;
        gap: var(--gap);
        align-items: stretch;
      }

      .lead {
        margin: 0.4rem 0 1.25rem;
        max-width: 75ch;
        font-size: 1.0625rem;
        color: var(--ink-soft);
      }

      .lead b {
        color: var(--ink);
        font-weight: 620;
      }

      triad-chart {
        --chart-height: min(430px, 62vh);
      }

      .numbers {
        display: grid;
        gap: var(--gap);
        align-content: stretch;
      }

      .figure {
        font-size: 1.75rem;
        font-weight: 650;
        letter-spacing: -0.02em;
        line-height: 1.15;
        font-variant-numeric: tabular-nums;
      }

      .numbers .panel {
        display: grid;
        align-content: start;
        gap: 0.25rem;
      }

      .numbers h2 {
        font-size: 0.8125rem;
        color: var(--ink-soft);
        font-weight: 550;
      }

      .claims {
        margin-top: var(--gap);
      }

      ol {
        margin: 0;
        padding: 0;
        list-style: none;
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr));
        column-gap: 2rem;
      }

      li {
        display: grid;
        grid-template-columns: 1.4rem minmax(0, 1fr) auto;
        gap: 0.5rem;
        align-items: baseline;
        padding: 0.5rem 0;
        border-top: 1px solid var(--line);
      }

      li .no {
        color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
      }

      li a {
        color: var(--ink);
      }

      .value {
        margin-right: 0.5rem;
        color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
        font-size: 0.875rem;
      }

      @media (max-width: 1180px) {
        .top {
          grid-template-columns: minmax(0, 1fr);
        }

        .numbers {
          grid-template-columns: repeat(auto-fit, minmax(min(100%, 230px), 1fr));
        }
      }
    `,
  ];

  private readonly subsidies = new Loaded<Subsidies>(this, () => this.ofGroup('/subsidies'));
  private readonly consolidation = new Loaded<Consolidation>(this, () => this.ofGroup('/consolidation'));
  private readonly tests = new Loaded<SubsidyTests>(this, () => this.ofGroup('/subsidy-tests'));
  private readonly claims = new Loaded<Claims>(this, () => this.ofGroup('/claims'), 15_000);

  override render() {
    return html`
      <h1>Who pays for whom at ${this.group.name}</h1>
      ${this.subsidies.value ? this.lead(this.subsidies.value) : html`<p class="lead">&nbsp;</p>`}
      <div class="top">
        <section class="panel" aria-label="Funding">
          <header>
            <h2>Funding, net</h2>
            <span class="small soft">what each gives another: below market price, below cost, or by its volume</span>
          </header>
          ${this.subsidies.render((answer) => this.picture(answer), 8)}
        </section>
        <div class="numbers">
          <section class="panel">${this.consolidation.render((answer) => this.charged(answer), 3)}</section>
          <section class="panel">${this.subsidies.render((answer) => this.imputed(answer), 3)}</section>
          <section class="panel">${this.tests.render((answer) => this.tested(answer), 3)}</section>
        </div>
      </div>
      <section class="panel claims">
        <header>
          <h2>What is said, and what the accounts say</h2>
          <a href=${href('claims')} class="small">All evidence</a>
        </header>
        ${this.claims.render((answer) => html`<ol>${answer.claims.map((claim) => this.claim(claim))}</ol>`, 6)}
      </section>
    `;
  }

  private lead({net, asset}: Subsidies) {
    const flows = net.filter((flow) => sign(flow.amount) > 0).sort((a, b) => greatestFirst(a.amount, b.amount));
    const most = flows[0];
    if (!most) {
      return html`<p class="lead">Nobody funds anybody: units charge each other what the reference price comes to, and nothing is sold below cost for another.</p>`;
    }
    const gets = received(flows);
    return html`<p class="lead">
      The largest flow: <b>${this.unitName(most.grantor)}</b> funds <b>${this.unitName(most.recipient)}</b> with <b>${amount(most.amount, asset, 0)}</b>.
      ${gets && gets.unit !== most.recipient ? html`In all, <b>${this.unitName(gets.unit)}</b> gets most: ${amount(gets.amount, asset, 0)}.` : nothing}
      ${goesRound(flows) ? 'Funding goes round: givers are on the left, receivers on the right.' : nothing}
    </p>`;
  }

  private picture({net, gross, asset}: Subsidies) {
    if (!net.some((flow) => sign(flow.amount) > 0)) {
      return html`<triad-empty heading="Nobody funds anybody in this time" text="Flows appear when a unit is charged less than the reference price, a device is sold below cost, or others' volume makes a cost fall."></triad-empty>`;
    }
    const words = net.map((flow) => `${this.unitName(flow.grantor)} funds ${this.unitName(flow.recipient)}: ${flow.amount}`).join('; ');
    return html`
      <triad-chart .draw=${funding(net, this.group, (unit) => this.unitName(unit), asset)} label="Net funding. ${words}"></triad-chart>
      <div class="visually-hidden">
      <table>
        <caption>Gross funding</caption>
        ${gross.map((flow) => html`<tr><th scope="row">${this.unitName(flow.grantor)} to ${this.unitName(flow.recipient)}</th><td>${flow.amount}</td></tr>`)}
      </table>
      </div>
    `;
  }

  private charged({pairs, asset, eliminated}: Consolidation) {
    const total = sum(pairs.map((pair) => pair.intersegmentRevenue));
    return html`
      <h2>1 · Units really charged each other</h2>
      <span class="figure" data-figure="intersegment">${headline(total, asset)}</span>
      <span class="small soft">${pairs.length === 0 ? 'No unit charges another.' : eliminated ? 'Every pair mirrors, and eliminates to zero.' : 'Some pairs do not mirror each other yet.'}</span>
    `;
  }

  private imputed({net, gross, asset}: Subsidies) {
    const total = sum(net.map((flow) => flow.amount));
    return html`
      <h2>2 · Subsidy imputed at reference prices, net</h2>
      <span class="figure" data-figure="subsidy">${headline(total, asset)}</span>
      <span class="small soft">${byMechanism(gross).map(([mechanism, value], index) => html`${index ? ' · ' : ''}${MECHANISMS[mechanism]?.name ?? mechanism} ${headline(value, asset)}`)}</span>
    `;
  }

  private tested({providers, asset}: SubsidyTests) {
    const all = providers.flatMap((provider) => provider.additive.violations);
    const total = providers.reduce((count, provider) => count + provider.additive.violationsTotal, 0);
    const worst = all.sort((a, b) => greatestFirst(a.amount, b.amount))[0];
    return html`
      <h2>3 · Tested for cross-subsidy</h2>
      <span class="figure" data-figure="tests">${providers.length === 0 ? 'Nothing to test' : total === 0 ? 'Free of it' : `${total} ${total === 1 ? 'violation' : 'violations'}`}</span>
      <span class="small soft">
        ${worst
          ? html`${worst.coalition.map((player) => this.unitName(player)).join(' and ')}
              ${worst.test === 'stand-alone-cost' ? 'pay' : 'are short by'} ${headline(worst.amount, asset)}${worst.test === 'stand-alone-cost' ? ' more than alone' : ' of what they add'}.`
          : providers.length === 0
            ? 'No unit provides anything to others.'
            : 'Every coalition pays what it adds, and no more than alone.'}
        <a href=${href('subsidies', {tab: 'tests'})}>Tests</a>
      </span>
    `;
  }

  private claim(claim: Claim) {
    return html`<li>
      <span class="no">${claim.number}</span>
      <a href=${href('claims', {claim: String(claim.number)})}>${claim.claim}</a>
      <span>${claim.value ? html`<span class="value" title=${claim.metric}>${percent(claim.value)}</span>` : nothing}<triad-verdict verdict=${claim.verdict}></triad-verdict></span>
    </li>`;
  }
}


/** Who gets most in all. */
function received(flows: Flow[]): {unit: string; amount: string} | undefined {
  const by = new Map<string, string>();
  flows.forEach((flow) => by.set(flow.recipient, sum([by.get(flow.recipient) ?? '0', flow.amount])));
  return [...by].map(([unit, value]) => ({unit, amount: value})).sort((a, b) => greatestFirst(a.amount, b.amount))[0];
}

function byMechanism(gross: Flow[]): [string, string][] {
  const by = new Map<string, string>();
  gross.forEach((flow) => Object.entries(flow.byMechanism ?? {}).forEach(([mechanism, value]) => by.set(mechanism, sum([by.get(mechanism) ?? '0', value]))));
  return [...by];
}
