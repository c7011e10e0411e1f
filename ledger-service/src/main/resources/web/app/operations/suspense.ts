import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {path} from '../data/api';
import {Loaded} from '../data/loaded';
import {time} from '../data/time';
import type {Group} from '../data/types';
import {go, here, Routed} from '../shell/route';
import {shared} from '../styles';
import {count} from './positions';
import './suspense-item';
import type {SuspenseItem, SuspensePage} from './types';

const PAGE = 50;
const STATES = ['waiting', 'quarantined', 'resolved'] as const;

/** What is not on the books, and why: waiting for something that has not come yet, or quarantined. */
@customElement('triad-suspense')
export class Suspense extends LitElement {
  static override styles = [
    shared,
    css`
      .scroll {
        position: relative;
      }

      .filters {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 1.25rem;
        align-items: end;
        margin-bottom: 0.75rem;
      }

      .filters label:not(.check) {
        display: grid;
        gap: 0.15rem;
        max-width: 100%;
      }

      .filters select {
        max-width: 100%;
        color: var(--ink);
      }

      .check {
        display: flex;
        align-items: center;
        gap: 0.4rem;
        min-height: 34px;
      }

      .counts {
        margin-bottom: 0.75rem;
      }

      .counts a[aria-current] {
        background: var(--accent-soft);
        color: var(--accent);
        font-weight: 600;
      }

      .detail {
        min-width: 260px;
        overflow-wrap: anywhere;
      }

      .whole {
        white-space: nowrap;
      }

      tr.open > * {
        background: var(--accent-soft);
      }

      nav {
        margin-top: 0.75rem;
      }

      triad-suspense-item {
        margin-bottom: 1rem;
      }
    `,
  ];

  @property({attribute: false}) group!: Group;
  private readonly routed = new Routed(this);
  private readonly page = new Loaded<SuspensePage>(this, () =>
    path('/suspense', {
      state: this.param('state'),
      reason: this.param('reason'),
      group: this.param('only') ? this.group.group : undefined,
      cursor: this.param('cursor'),
      limit: PAGE,
    }),
  );

  override render() {
    const item = this.param('item');
    return html`<section class="panel" aria-labelledby="suspense">
      <header>
        <h2 id="suspense">Not on the books</h2>
        <span class="small soft">what waits for its counterpart clears itself when that comes; what is quarantined needs somebody</span>
      </header>
      ${item && /^\d+$/.test(item) ? html`<triad-suspense-item number=${item} @redriven=${() => this.page.again()}></triad-suspense-item>` : nothing}
      ${this.page.render((page) => this.content(page), 4)}
    </section>`;
  }

  private param(name: string): string | undefined {
    return this.routed.route.params.get(name) ?? undefined;
  }

  private content(page: SuspensePage) {
    return html`${this.counts(page)} ${this.filters(page)} ${page.items.length === 0 ? this.none() : this.table(page.items)} ${this.pages(page)}`;
  }

  private counts({counts}: SuspensePage) {
    const [state, reason] = [this.param('state'), this.param('reason')];
    return counts.length === 0
      ? nothing
      : html`<p class="row counts">
          ${counts.map(
            (known) => html`<a
              class="tag"
              aria-current=${known.state === state && known.reason === reason ? 'true' : nothing}
              href=${here({state: known.state, reason: known.reason, cursor: undefined, item: undefined})}
              >${known.state}: ${known.reason} <b>${count(known.items)}</b></a
            >`,
          )}
        </p>`;
  }

  private filters({counts}: SuspensePage) {
    const [state, reason, only] = [this.param('state'), this.param('reason'), this.param('only')];
    const reasons = [...new Set([...counts.map((known) => known.reason), ...(reason ? [reason] : [])])].sort();
    return html`<form class="filters" aria-label="Filters" @submit=${(event: Event) => event.preventDefault()}>
      <label>State
        <select name="state" @change=${this.choose}>
          <option value="" ?selected=${!state}>All open</option>
          ${STATES.map((name) => html`<option value=${name} ?selected=${name === state}>${name}</option>`)}
        </select>
      </label>
      <label>Reason
        <select name="reason" @change=${this.choose}>
          <option value="" ?selected=${!reason}>All reasons</option>
          ${reasons.map((name) => html`<option value=${name} ?selected=${name === reason}>${name}</option>`)}
        </select>
      </label>
      <label class="check">
        <input type="checkbox" ?checked=${Boolean(only)} @change=${(event: Event) => go(here({only: (event.target as HTMLInputElement).checked ? 'group' : undefined, cursor: undefined}))} />
        Only what is known to be of ${this.group.name}
      </label>
    </form>`;
  }

  private choose(event: Event): void {
    const {name, value} = event.target as HTMLSelectElement;
    go(here({[name]: value, cursor: undefined}));
  }

  private none() {
    const filtered = this.param('state') ?? this.param('reason') ?? this.param('only') ?? this.param('cursor');
    return filtered
      ? html`<triad-empty heading="Nothing like that" text="No item is in this state for this reason."></triad-empty>`
      : html`<triad-empty heading="Everything is on the books" text="No event waits, and none is quarantined."></triad-empty>`;
  }

  private table(items: SuspenseItem[]) {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Items in suspense">
      <table>
        <thead>
          <tr><th scope="col">Item</th><th scope="col">State</th><th scope="col">Reason</th><th scope="col">In words</th><th scope="col">Event</th><th scope="col">Set aside</th><th scope="col" class="number">Tries</th></tr>
        </thead>
        <tbody>${items.map((item) => this.item(item))}</tbody>
      </table>
    </div>`;
  }

  private item(item: SuspenseItem) {
    const open = this.param('item') === String(item.id);
    return html`<tr class=${open ? 'open' : ''}>
      <th scope="row" class="whole"><a href=${here({item: open ? undefined : String(item.id)})} aria-current=${open ? 'true' : nothing}>${open ? 'Close' : 'Open'} ${item.id}</a></th>
      <td>${item.state}</td>
      <td><span class="tag">${item.reason}</span></td>
      <td class="detail">${item.detail}</td>
      <td>
        ${item.type ?? 'not readable'}<br /><span class="soft small whole">${item.source ?? `${item.topic}-${item.partition} at ${item.offset}`}${item.time ? html` · ${time(item.time)}` : nothing}</span>
      </td>
      <td class="soft whole">${time(item.receivedAt)}</td>
      <td class="number">${item.attempts}</td>
    </tr>`;
  }

  private pages({nextCursor}: SuspensePage) {
    const first = this.param('cursor');
    return first || nextCursor
      ? html`<nav class="row" aria-label="Pages">
          ${first ? html`<a class="button" href=${here({cursor: undefined})}>First page</a>` : nothing}
          ${nextCursor ? html`<a class="button" href=${here({cursor: nextCursor, item: undefined})}>Next page</a>` : html`<span class="small soft">This is the last page.</span>`}
        </nav>`
      : nothing;
  }
}
