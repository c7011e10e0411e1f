import {css, html, nothing} from 'lit';
import {customElement} from 'lit/decorators.js';
import {Loaded} from '../data/loaded';
import {negated, sign} from '../data/money';
import type {SubsidyTests, TestResult} from '../data/types';
import {amount} from '../element/amount';
import {choiceLinks, choiceStyles} from '../element/choice';
import {href} from '../shell/route';
import {ViewElement} from '../shell/view';
import {shared} from '../styles';
import {behind, behindStyles} from './behind';
import {plural, violated} from './bands';
import './player';
import './progress';
import {BENCHMARKS, markSign} from './scale';

type Provider = SubsidyTests['providers'][number];

/** Whether what each user pays covers what serving it adds, and no more than serving it alone would cost. */
@customElement('triad-subsidy-tests')
export class SubsidyTestsTab extends ViewElement {
  static override styles = [
    shared,
    behindStyles,
    choiceStyles,
    css`
      .lead {
        max-width: 85ch;
      }

      .lead a {
        text-decoration: underline;
        text-underline-offset: 2px;
      }

      .controls {
        display: flex;
        flex-wrap: wrap;
        gap: 1rem 2rem;
        align-items: start;
        justify-content: space-between;
      }

      .players {
        display: grid;
        gap: 0;
      }

      triad-tested-player {
        padding: 1rem 0;
        border-top: 1px solid var(--line);
      }

      h3 {
        margin: 0.75rem 0 0.35rem;
      }

      .sum {
        max-width: 85ch;
      }

      .result .sum {
        margin-bottom: 0.9rem;
      }

      .controls > .stack {
        gap: 0.5rem;
      }

      .benchmarks {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 185px), 1fr));
        gap: 0.4rem 1.25rem;
        flex-basis: 100%;
        margin: 0;
        font-size: 0.8125rem;
      }

      .benchmarks dt {
        display: flex;
        align-items: center;
        gap: 0.3rem;
        font-weight: 600;
      }

      .benchmarks dd {
        margin: 0;
        color: var(--ink-soft);
      }

      .numbers tr > :first-child {
        position: sticky;
        left: 0;
        background: var(--surface);
      }

      td.who {
        min-width: 200px;
      }
    `,
  ];

  private readonly tests = new Loaded<SubsidyTests>(this, () => this.ofGroup('/subsidy-tests', {progressRatio: this.param('progressRatio')}), 15_000);

  private get scale(): boolean {
    return this.param('game') === 'scale';
  }

  override render() {
    return html`<div class="stack">
      <p class="lead soft">
        The test of Faulhaber: nobody, and no coalition, should pay less than what serving it adds (incremental cost), nor more than being served without the others would cost
        (stand-alone cost). Between the two, nobody funds anybody for sure. <a href=${href('accounts', {q: 'cost-pool'})}>The cost behind it</a>
      </p>
      ${this.tests.render((answer) => this.content(answer), 10)}
    </div>`;
  }

  private content(answer: SubsidyTests) {
    if (answer.providers.length === 0) {
      return html`<triad-empty heading="Nothing to test" text="No unit provided anything to several users in this time. Choose another time range."></triad-empty>`;
    }
    return html`
      <section class="panel controls">
        <div class="stack">
          ${this.games()}
          <p class="small soft sum">
            ${this.scale
              ? 'Every capacity would be smaller without some of its users, but dearer for its size: by how much, the progress ratio assumes.'
              : 'Every pool of cost is there as soon as one of its users is: without all of them, it would be saved.'}
          </p>
        </div>
        ${this.scale ? html`<triad-progress-ratio value=${this.param('progressRatio') ?? answer.progressRatio}></triad-progress-ratio>` : nothing}
        <dl class="benchmarks">
          ${BENCHMARKS.map(({sign, name, meaning}) => html`<div><dt>${markSign(sign)}${name}</dt><dd>${meaning}</dd></div>`)}
        </dl>
      </section>
      ${answer.providers.map((provider) => this.provider(provider, answer.asset))}
    `;
  }

  private games() {
    const choices = [
      {name: 'Pools as they are', changes: {game: undefined}, chosen: !this.scale},
      {name: 'With economies of scale', changes: {game: 'scale'}, chosen: this.scale},
    ];
    return choiceLinks(choices, 'How cost would change with fewer users');
  }

  private provider(provider: Provider, asset: string) {
    const result = this.scale ? provider.economiesOfScale : provider.additive;
    const name = this.unitName(provider.provider);
    return html`<section class="panel" aria-labelledby="of-${provider.provider}">
      <header><h2 id="of-${provider.provider}">${name}, and who pays for it</h2></header>
      ${result ? this.result(result, asset) : html`<p>There are too many users to look at every coalition of them, which this game takes.</p>`}
      ${this.pools(provider, asset)}
    </section>`;
  }

  private result(result: TestResult, asset: string) {
    return html`
      <div class="result"><p class="sum">
        All users together pay ${amount(result.revenue, asset)}; all cost is ${amount(result.cost, asset)}. ${sign(result.surplus) < 0
          ? html`They are ${amount(negated(result.surplus), asset)} short, which the provider bears.`
          : html`The surplus of ${amount(result.surplus, asset)} is held against nobody.`}
        ${result.subsidyFree ? html`<b>Free of cross-subsidy: every coalition passes.</b>` : html`<b>${result.violationsTotal} ${result.violationsTotal === 1 ? 'violation' : 'violations'}.</b>`}
        ${result.everyCoalition ? nothing : 'There are many users: only single ones, and all but one, were looked at.'}
      </p></div>
      <div class="players">${result.players.map((player) => html`<triad-tested-player .player=${player} .result=${result} .asset=${asset} .name=${this.unitName(player.player)}></triad-tested-player>`)}</div>
      ${this.numbers(result, asset)} ${this.violations(result, asset)}
    `;
  }

  private numbers({players}: TestResult, asset: string) {
    return html`<h3>The same in numbers</h3>
      <div class="scroll" tabindex="0" role="region" aria-label="Payments and benchmarks">
        <table class="numbers">
          <thead>
            <tr><th>User</th><th class="number">Paid</th><th class="number">Incremental</th><th class="number">Fully distributed</th><th class="number">Shapley</th><th class="number">Stand-alone</th><th>Paid on</th></tr>
          </thead>
          <tbody>
            ${players.map(
              (player) => html`<tr>
                <th scope="row">${this.unitName(player.player)}</th>
                <td class="number"><b>${amount(player.revenue, asset)}</b></td>
                <td class="number">${amount(player.incrementalCost, asset)}</td>
                <td class="number">${amount(player.fullyDistributedCost, asset)}</td>
                <td class="number">${amount(player.shapleyValue, asset)}</td>
                <td class="number">${amount(player.standAloneCost, asset)}</td>
                <td>${behind(player.accounts)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }

  private violations({violations, violationsTotal}: TestResult, asset: string) {
    if (violations.length === 0) {
      return nothing;
    }
    return html`<h3>Violations${violations.length < violationsTotal ? `, the first ${violations.length} of ${violationsTotal}` : nothing}</h3>
      <div class="scroll" tabindex="0" role="region" aria-label="Violations">
        <table>
          <thead><tr><th>Who, together</th><th>Why</th><th class="number">By how much</th><th>Paid on</th><th>Cost on</th></tr></thead>
          <tbody>
            ${violations.map(({coalition, test, amount: value, revenueAccounts, costAccounts}) => {
              const name = coalition.map((player) => this.unitName(player)).join(' and ');
              return html`<tr>
                <td class="who">${name}</td>
                <td class="who">${violated(test, coalition.length > 1 || plural(name))}</td>
                <td class="number">${amount(value, asset)}</td>
                <td>${behind(revenueAccounts)}</td>
                <td>${behind(costAccounts)}</td>
              </tr>`;
            })}
          </tbody>
        </table>
      </div>`;
  }

  private pools({pools}: Provider, asset: string) {
    return html`<h3>Pools: cost, and who uses it</h3>
      <div class="scroll" tabindex="0" role="region" aria-label="Cost pools">
        <table>
          <thead><tr><th>Pool</th><th>Cost</th><th>Users</th><th class="number">Amount</th></tr></thead>
          <tbody>
            ${pools.map(
              (pool) => html`<tr>
                <td><a href=${href('accounts', {account: pool.account})}>${pool.pool}</a></td>
                <td>${pool.behaviour}</td>
                <td>${pool.users.map((user) => this.unitName(user)).join(', ')}</td>
                <td class="number">${amount(pool.amount, asset)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }
}
