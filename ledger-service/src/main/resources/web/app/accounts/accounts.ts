import {css, html, nothing} from 'lit';
import {customElement} from 'lit/decorators.js';
import {Loaded} from '../data/loaded';
import {instant, local, time} from '../data/time';
import {chosenTab, tabLinks, tabStyles, type Tab} from '../element/tabs';
import {go, here} from '../shell/route';
import {ViewElement} from '../shell/view';
import {shared} from '../styles';
import {allAccounts} from './chart';
import './income';
import './periods';
import './statement';
import type {StatementPanel} from './statement';
import './tree';
import './trial';
import './zero';
import type {AccountsPage, TrialBalance} from './types';
import {before} from './words';

const TABS: Tab[] = [
  {name: 'tree', title: 'Chart of accounts'},
  {name: 'trial', title: 'Trial balance'},
  {name: 'income', title: 'Income statements'},
];

const EXPORTS = [
  {format: 'csv', name: 'CSV', file: 'csv'},
  {format: 'hledger', name: 'hledger', file: 'journal'},
  {format: 'beancount', name: 'Beancount', file: 'beancount'},
];

/** The books: accounts with their balances at any time, and what moved them. */
@customElement('triad-accounts')
export class AccountsView extends ViewElement {
  static override styles = [
    shared,
    tabStyles,
    css`
      .title {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        justify-content: space-between;
        gap: 0.25rem 1.5rem;
      }

      .controls {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 0.75rem;
        margin-bottom: var(--gap);
      }

      .controls label {
        display: grid;
        gap: 0.2rem;
      }

      .controls .words {
        flex: 1;
        min-width: 200px;
      }

      .two {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--gap);
        align-items: start;
      }

      .two > * {
        min-width: 0;
      }

      .note {
        margin-bottom: var(--gap);
      }

      summary {
        cursor: pointer;
        color: var(--accent);
      }

      @media (min-width: 1180px) {
        .two.open {
          grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
        }
      }

      @media (max-width: 640px) {
        .controls label {
          flex: 1 1 140px;
        }

        .controls label > * {
          width: 100%;
        }
      }
    `,
  ];

  private timer: number | undefined;
  /** Whose statement was open when it was last drawn; undefined before that. */
  private opened: string | undefined;
  private readonly beside = matchMedia('(min-width: 1180px)');
  private readonly rearrange = () => this.requestUpdate();
  private readonly accounts = new Loaded<AccountsPage>(this, () => this.ofTree('/accounts', {unit: this.param('unit')}), undefined, allAccounts);
  private readonly trial = new Loaded<TrialBalance>(this, () => this.ofTree('/trial-balance', {}), 15_000);

  private get tab(): string {
    return chosenTab(TABS, this.param('tab'));
  }

  /** As of when: as chosen here, else the end of the time range. */
  private get asOf(): string | undefined {
    const to = this.param('to');
    return this.param('asOf') ?? (to ? before(to) : undefined);
  }

  private ofTree(rest: string, parameters: Record<string, string | undefined>): string | undefined {
    return this.tab === 'tree' ? this.ofGroup(rest, {from: undefined, to: undefined, asOf: this.asOf, ...parameters}) : undefined;
  }

  override updated(): void {
    const account = this.param('account');
    if (this.opened !== undefined && account && account !== this.opened && !this.beside.matches) {
      const statement = this.renderRoot.querySelector<StatementPanel>('triad-statement');
      void statement?.updateComplete.then(() => statement.show());
    }
    this.opened = account ?? '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.beside.addEventListener('change', this.rearrange);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.beside.removeEventListener('change', this.rearrange);
    window.clearTimeout(this.timer);
  }

  override render() {
    return html`
      <div class="title">
        <h1>Accounts of ${this.group.name}</h1>
        <span class="small">
          <span class="soft">Journal:</span>
          ${EXPORTS.map(({format, name, file}, index) => html`${index ? ' · ' : ''}<a href="/api/v1${this.ofGroup('/export', {format})}" download="${this.group.group}-${this.param('book') ?? 'actual'}.${file}">${name}</a>`)}
        </span>
      </div>
      ${tabLinks(TABS, this.tab, 'Accounts')}
      ${this.tab === 'income' ? html`<triad-income-statement .group=${this.group}></triad-income-statement>` : html`${this.controls()}${this.tab === 'trial' ? html`<triad-trial-balance .group=${this.group}></triad-trial-balance>` : this.chart()}`}
    `;
  }

  private controls() {
    const unit = this.param('unit');
    return html`<div class="controls">
      <label class="words">Find in names <input type="search" .value=${this.param('q') ?? ''} @input=${this.find} placeholder="receivables, echo-dot 2026-w03, …" /></label>
      <label>Unit
        <select @change=${(event: Event) => go(here({unit: (event.target as HTMLSelectElement).value}))}>
          <option value="" ?selected=${!unit}>All units</option>
          ${this.group.units.map((known) => html`<option value=${known.unit} ?selected=${known.unit === unit}>${known.name}</option>`)}
        </select>
      </label>
      <label>As of (UTC) <input type="datetime-local" .value=${local(this.asOf)} @change=${(event: Event) => go(here({asOf: instant((event.target as HTMLInputElement).value)}))} /></label>
      ${this.param('asOf') ? html`<a class="button" href=${here({asOf: undefined})}>${this.param('to') ? 'End of the range' : 'Now'}</a>` : nothing}
    </div>`;
  }

  private chart() {
    const account = this.param('account');
    const statement = account ? html`<triad-statement .group=${this.group} .account=${account}></triad-statement>` : nothing;
    return html`
      ${this.trial.value ? html`<triad-zero class="note" .debit=${this.trial.value.debit} .credit=${this.trial.value.credit} .difference=${this.trial.value.difference} .asset=${this.trial.value.asset}></triad-zero>` : nothing}
      ${this.explained()}
      <div class="two ${account ? 'open' : ''}">
        ${this.beside.matches ? nothing : statement}
        <div class="stack">
          <section class="panel">
            <header>
              <h2>Chart of accounts</h2>
              <span class="small soft">${this.asOf ? `as of ${time(this.asOf)}` : 'as of now, renewed every few seconds'}</span>
            </header>
            ${this.accounts.render((page) => this.tree(page), 10)}
          </section>
          <triad-periods .group=${this.group}></triad-periods>
        </div>
        ${this.beside.matches ? statement : nothing}
      </div>
    `;
  }

  private explained() {
    return html`<details class="note small">
      <summary>Debit and credit, in a word</summary>
      <p class="soft">
        Every entry names where value came from and where it went, so it stands twice: as a debit, with a plus, and as a credit, with a minus. What one owns and
        spends grows by debits; what one owes and earns grows by credits. That is why revenue and liabilities have a minus here. Memo accounts keep imputed
        subsidies and attributed contributions in pairs of their own, and never touch income.
      </p>
    </details>`;
  }

  private tree({accounts, asset, nextCursor}: AccountsPage) {
    return html`${nextCursor ? html`<p class="small">Only the first ${accounts.length.toLocaleString('en')} accounts: choose a unit to see the others.</p>` : nothing}
      <triad-account-tree
        .group=${this.group}
        .accounts=${accounts}
        .asset=${asset}
        .chosen=${this.param('account') ?? ''}
        .path=${this.param('path') ?? ''}
        .text=${this.param('q') ?? ''}
      ></triad-account-tree>`;
  }

  /** Writes what is looked for to the address when typing pauses. */
  private find(event: Event): void {
    const {value} = event.target as HTMLInputElement;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => go(here({q: value}), true), 250);
  }
}
