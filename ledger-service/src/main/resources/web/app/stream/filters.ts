import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {Loaded} from '../data/loaded';
import type {Group} from '../data/types';
import {shared} from '../styles';
import {FILTERS, TEXT_MAX, parts, type Filter, type FilterName} from './filter';
import {TYPES} from './words';

/** How many accounts are offered while one types. */
const OFFERED_MAX = 100;

/** The fields that narrow the stream and the search. Says `narrow` with the changed filter. */
@customElement('triad-stream-filters')
export class StreamFilters extends LitElement {
  static override styles = [
    shared,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem;
      }

      input,
      select {
        min-width: 0;
        flex: 1 1 7.5rem;
        max-width: 15rem;
      }

      .text {
        flex: 2 1 11rem;
        max-width: 24rem;
      }

      .account {
        flex-basis: 10.5rem;
      }

      .number {
        flex: 0 1 6.25rem;
        text-align: left;
      }

      .set {
        border-color: var(--accent);
        background: var(--accent-soft);
      }

      .toggle {
        display: none;
      }

      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: 0.35rem;
        margin-top: 0.5rem;
      }

      .chips button {
        min-height: 26px;
        padding: 0 0.6rem;
        border-color: transparent;
        border-radius: 999px;
        background: var(--accent-soft);
        color: var(--accent);
        font-size: 0.8125rem;
        max-width: 100%;
        overflow: hidden;
        text-overflow: ellipsis;
      }

      .chips .all {
        background: none;
        color: var(--ink-soft);
      }

      @media (min-width: 761px) {
        .chips {
          display: none;
        }
      }

      @media (max-width: 760px) {
        form .clear {
          display: none;
        }

        .toggle {
          display: inline-flex;
        }

        form {
          display: grid;
          grid-template-columns: 1fr 1fr;
        }

        input,
        select {
          max-width: none;
          width: 100%;
        }

        form:not(.opened) .more {
          display: none;
        }
      }
    `,
  ];

  @property({attribute: false}) group!: Group;
  @property({attribute: false}) filter!: Filter;
  @state() private opened = false;
  private readonly accounts = new Loaded<{accounts: {account: string}[]}>(this, () => `/groups/${encodeURIComponent(this.group.group)}/accounts?limit=${OFFERED_MAX}`, 0);

  override render() {
    const chosen = parts(this.filter, (unit) => this.group.units.find((known) => known.unit === unit)?.name ?? unit);
    const hidden = chosen.filter(({name}) => name !== 'q').length;
    return html`<form class=${this.opened ? 'opened' : ''} role="search" aria-label="Filter" @submit=${(event: Event) => event.preventDefault()} @change=${this.change} @search=${this.change}>
        ${this.text('q', 'Text, ids, headers…', 'Free text', 'text')}
        <button type="button" class="toggle" aria-expanded=${this.opened ? 'true' : 'false'} @click=${() => (this.opened = !this.opened)}>Filters${hidden > 0 ? ` (${hidden})` : ''}</button>
        ${this.choice('unit', 'Unit', 'All units', this.group.units.map(({unit, name}) => [unit, name]))} ${this.choice('type', 'Type', 'All types', TYPES)}
        ${this.text('subject', 'Subject, exact', 'Subject: the order, tenant, pool or unit it is about', 'more')}
        ${this.text('account', 'Account starts with', 'Account, or the beginning of one', 'more account', 'accounts')} ${this.text('amountFrom', 'Amount ≥', 'Amount from', 'more number')}
        ${this.text('amountTo', 'Amount ≤', 'Amount to', 'more number')}
        ${chosen.length > 0 ? html`<button type="button" class="quiet clear" @click=${() => this.say({})}>Clear</button>` : nothing}
        <datalist id="accounts">${(this.accounts.value?.accounts ?? []).map(({account}) => html`<option value=${account}></option>`)}</datalist>
      </form>
      ${chosen.length > 0
        ? html`<div class="chips">
            ${chosen.map(({name, words}) => html`<button @click=${() => this.say({...this.filter, [name]: undefined})} aria-label="Remove the filter ${words}" title=${words}>${words} ✕</button>`)}
            ${chosen.length > 1 ? html`<button class="all" @click=${() => this.say({})}>Remove all</button>` : nothing}
          </div>`
        : nothing}`;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLInputElement>('.text')?.focus();
  }

  private text(name: FilterName, hint: string, label: string, look: string, list?: string) {
    const number = look.includes('number');
    return html`<input
      class="${look} ${this.filter[name] ? 'set' : ''}"
      name=${name}
      type=${name === 'q' ? 'search' : 'text'}
      inputmode=${number ? 'decimal' : nothing}
      maxlength=${TEXT_MAX}
      placeholder=${hint}
      aria-label=${label}
      list=${list ?? nothing}
      autocomplete="off"
      spellcheck="false"
      .value=${this.filter[name] ?? ''}
    />`;
  }

  private choice(name: FilterName, label: string, all: string, options: [string, string][]) {
    const value = this.filter[name];
    const known = options.some(([code]) => code === value);
    return html`<select name=${name} aria-label=${label} class="more ${value ? 'set' : ''}">
      <option value="" ?selected=${!value}>${all}</option>
      ${options.map(([code, words]) => html`<option value=${code} ?selected=${code === value}>${words}</option>`)}
      ${value && !known ? html`<option value=${value} selected>${value}</option>` : nothing}
    </select>`;
  }

  private change(event: Event): void {
    const fields = new FormData(event.currentTarget as HTMLFormElement);
    const filter: Filter = {};
    for (const name of FILTERS) {
      const value = String(fields.get(name) ?? '').trim();
      filter[name] = value || undefined;
    }
    this.say(filter);
  }

  private say(filter: Filter): void {
    this.dispatchEvent(new CustomEvent<Filter>('narrow', {detail: filter}));
  }
}
