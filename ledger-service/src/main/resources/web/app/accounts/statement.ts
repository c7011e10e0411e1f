import {css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get, Problem} from '../data/api';
import {Loaded} from '../data/loaded';
import {time} from '../data/time';
import {amount} from '../element/amount';
import {go, here, href} from '../shell/route';
import {ViewElement} from '../shell/view';
import {shared} from '../styles';
import type {Account, AccountStatement, Line} from './types';
import {before, ruleName} from './words';

/** How many postings come at a time. */
const PAGE = 100;

/** A page of postings, and the cursor that it was asked for with. */
interface Page {
  cursor: string | undefined;
  statement: AccountStatement;
}

/** What moved an account, one posting after the other, with the balance after each. */
@customElement('triad-statement')
export class StatementPanel extends ViewElement {
  static override styles = [
    shared,
    css`
      :host {
        scroll-margin-top: 10rem;
      }

      h2 {
        overflow-wrap: anywhere;
        outline: none;
      }

      dl {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(120px, 1fr));
        gap: 0.5rem 1rem;
        margin: 0 0 0.9rem;
      }

      dt {
        font-size: 0.8125rem;
        color: var(--ink-soft);
      }

      dd {
        margin: 0;
        font-weight: 600;
        font-variant-numeric: tabular-nums;
      }

      .carried th,
      .carried td {
        background: var(--sunken);
        color: var(--ink);
        font-weight: 600;
      }

      .carried th {
        padding-left: 0.5rem;
      }

      td:first-child {
        white-space: nowrap;
        padding-left: 0.5rem;
      }

      td:last-child,
      th:last-child {
        padding-right: 0.5rem;
      }

      thead th:first-child {
        padding-left: 0.5rem;
      }

      .id {
        display: block;
        color: var(--ink-soft);
        font-family: var(--mono);
        font-size: 0.75rem;
      }

      .more {
        margin-top: 0.9rem;
      }
    `,
  ];

  @property() account = '';
  @state() private pages: Page[] = [];
  @state() private problem: Problem | undefined;
  private asked = '';
  /** For which balance the last page was asked again: once for each. */
  private renewedFor: Account | undefined;
  private running: AbortController | undefined;
  private readonly total = new Loaded<Account>(this, () => this.ofGroup(`/accounts/${encodeURIComponent(this.account)}`, {from: undefined, to: undefined, asOf: this.end()}));

  private end(): string | undefined {
    const to = this.param('to');
    return to ? before(to) : undefined;
  }

  private path(cursor: string | undefined): string {
    return this.ofGroup(`/accounts/${encodeURIComponent(this.account)}/statement`, {limit: PAGE, cursor});
  }

  override willUpdate(): void {
    const cursor = this.param('cursor');
    const asked = this.path(cursor);
    if (asked === this.asked) {
      this.renew();
      return;
    }
    this.asked = asked;
    const following = this.pages.length > 0 && this.pages.at(-1)?.statement.nextCursor === cursor && cursor !== undefined;
    if (!following) {
      this.pages = [];
    }
    void this.load(cursor);
  }

  /** Where all postings are shown and more have come, the last page is asked again. */
  private renew(): void {
    const last = this.pages.at(-1);
    const total = this.total.value;
    const behind = last && !last.statement.nextCursor && total && total !== this.renewedFor && total.balance !== last.statement.closingBalance;
    if (behind) {
      this.renewedFor = total;
      void this.load(last.cursor, true);
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.running?.abort();
    this.asked = '';
    this.pages = [];
  }

  private async load(cursor: string | undefined, again = false): Promise<void> {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    this.problem = undefined;
    try {
      const statement = await get<AccountStatement>(this.path(cursor), running.signal);
      this.pages = [...(again ? this.pages.slice(0, -1) : this.pages), {cursor, statement}];
    } catch (error) {
      if (!running.signal.aborted) {
        this.problem = error instanceof Problem ? error : new Problem('Not shown', String(error), '', 0);
      }
    }
  }

  override render() {
    return html`<section class="panel" aria-labelledby="heading">
      <header>
        <h2 id="heading" tabindex="-1">${this.account.replaceAll(':', ' : ')}</h2>
        <a class="small" href=${here({account: undefined, cursor: undefined})}>Close</a>
      </header>
      ${this.problem ? nothing : this.total.render((total) => this.totals(total), 2)} ${this.lines()}
      ${this.problem ? html`<triad-problem .problem=${this.problem} @again=${() => this.load(this.param('cursor'))}></triad-problem>` : nothing}
    </section>`;
  }

  /** Brings what was just opened before the eyes, where it does not stand beside the tree. */
  show(): void {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus({preventScroll: true});
    this.scrollIntoView({block: 'start'});
  }

  private totals({debit, credit, balance, postings}: Account) {
    const asset = this.pages[0]?.statement.asset ?? this.group.asset;
    return html`<dl>
      <div><dt>${this.end() ? 'Balance at the end' : 'Balance now'}</dt><dd>${amount(balance, asset)}</dd></div>
      <div><dt>Debit in all</dt><dd>${amount(debit, asset)}</dd></div>
      <div><dt>Credit in all</dt><dd>${amount(credit, asset)}</dd></div>
      <div><dt>Postings</dt><dd>${postings.toLocaleString('en')}</dd></div>
    </dl>`;
  }

  private lines() {
    const first = this.pages[0];
    const last = this.pages.at(-1);
    if (!first || !last) {
      return this.problem ? nothing : html`<triad-loading lines="6"></triad-loading>`;
    }
    const {asset, openingBalance} = first.statement;
    const lines = this.pages.flatMap((page) => page.statement.lines);
    const {nextCursor, closingBalance} = last.statement;
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Postings">
        <table>
          <thead>
            <tr><th>Date (UTC)</th><th>Event</th><th class="number">Amount</th><th class="number">Balance</th></tr>
          </thead>
          <tbody>
            ${this.carried(first.cursor ? 'Carried forward' : 'Opening balance', openingBalance, asset)} ${lines.map((line) => this.line(line, asset))}
            ${lines.length === 0 ? html`<tr><td colspan="4" class="soft">Nothing moved this account in that time.</td></tr>` : nothing}
            ${this.carried(nextCursor ? `Balance after these ${lines.length.toLocaleString('en')} postings` : 'Closing balance', closingBalance, asset)}
          </tbody>
        </table>
      </div>
      <div class="row more">
        ${nextCursor ? html`<button @click=${() => go(here({cursor: nextCursor}), true)}>Load ${PAGE} more</button>` : nothing}
        ${first.cursor ? html`<a class="small" href=${here({cursor: undefined})}>From the first posting</a>` : nothing}
        ${nextCursor ? html`<span class="small soft">Oldest first; a time range, chosen above, leads to later ones.</span>` : nothing}
      </div>`;
  }

  private carried(words: string, balance: string, asset: string) {
    return html`<tr class="carried"><th scope="row" colspan="3">${words}</th><td class="number">${amount(balance, asset)}</td></tr>`;
  }

  private line({time: at, occurredAt, rule, source, event, entry, amount: moved, balance}: Line, asset: string) {
    return html`<tr>
      <td title=${at}>${time(at).replace(' ', '\u00a0\u00a0')}${occurredAt && occurredAt !== at ? html`<span class="id" title="It happened in a period that was closed by then">of ${time(occurredAt)}</span>` : nothing}</td>
      <td><a href=${href('stream', {event: source.replace(/^\//, '') + '/' + event})} title="Event ${event}, entry ${entry}">${ruleName(rule)}</a><span class="id">${entry}</span></td>
      <td class="number">${amount(moved, asset)}</td>
      <td class="number">${amount(balance, asset)}</td>
    </tr>`;
  }
}
