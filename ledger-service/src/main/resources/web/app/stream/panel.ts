import {LitElement, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {path} from '../data/api';
import {Loaded} from '../data/loaded';
import {shown} from '../data/money';
import type {Group, Services} from '../data/types';
import {here} from '../shell/route';
import {shared} from '../styles';
import {brief} from './brief';
import {curl, kcat, record} from './commands';
import './copy-button';
import {changesTo} from './filter';
import {json, jsonStyles} from './json';
import {fromAnswers, fromList, sourceOf, together, type Known} from './known';
import {panelStyles} from './panel-styles';
import {balances, postings} from './posted';
import {pricing} from './pricing';
import './related';
import {dot} from './row';
import type {EntryView, EventView, StreamedEntry} from './types';
import {moment, ruleWords, typeWords} from './words';

/** One event with all that the ledger made of it. Says `close`, and `step` for the one before or after. */
@customElement('triad-event-panel')
export class EventPanel extends LitElement {
  static override styles = [shared, jsonStyles, panelStyles];

  @property({attribute: false}) group!: Group;
  /** The entry as the list has it, if it does. */
  @property({attribute: false}) listed: StreamedEntry | undefined;
  /** An entry's id; or else an event's group/unit/id. */
  @property() entry = '';
  @property() event = '';
  @property() book = '';
  private readonly answer = new Loaded<EntryView>(this, () => this.entryPath(), 0);
  private readonly services = new Loaded<Services>(this, () => '/services', 0);
  private readonly told = new Loaded<EventView>(this, () => this.eventPath(), 0);

  override render() {
    const listed = this.listed && this.listed.entry === this.entry ? fromList(this.listed) : undefined;
    const known = together(listed, fromAnswers(this.told.value, this.answer.value));
    return html`<article aria-labelledby="what" @keydown=${this.keydown}>
      <header>
        <div class="title">
          <h2 id="what" tabindex="-1">${known ? this.heading(known) : 'Event'}</h2>
          <div class="acts">
            <button class="quiet" aria-label="Previous in the list" title="Previous (←, k)" @click=${() => this.step(-1)}>↑</button>
            <button class="quiet" aria-label="Next in the list" title="Next (→, j)" @click=${() => this.step(1)}>↓</button>
            <button class="quiet" aria-label="Close" title="Close (Escape)" @click=${() => this.close()}>✕</button>
          </div>
        </div>
        ${known ? this.facts(known) : nothing}
      </header>
      ${known ? this.body(known) : this.answer.problem ? this.answer.render(() => nothing) : this.told.render(() => nothing, 8)}
    </article>`;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus({preventScroll: true});
  }

  private entryPath(): string | undefined {
    const id = this.entry || this.told?.value?.entries[0]?.id;
    return id && path(`/entries/${encodeURIComponent(id)}`, {book: this.book});
  }

  private eventPath(): string | undefined {
    if (this.event) {
      return `/events/${this.event.split('/').map(encodeURIComponent).join('/')}`;
    }
    const known = this.listed?.entry === this.entry ? this.listed : undefined;
    const {group, unit} = known ?? sourceOf(this.answer?.value?.source ?? '');
    const id = known?.event ?? this.answer?.value?.event;
    return id && `/events/${encodeURIComponent(group)}/${encodeURIComponent(unit)}/${encodeURIComponent(id)}`;
  }

  private heading(known: Known) {
    const posted = brief(known.postings);
    return html`${typeWords(known.type) || ruleWords(known.rule)}${posted ? html` <span title="${posted.amount} ${known.asset}">${shown(posted.amount, known.asset)}</span>` : nothing}`;
  }

  private facts(known: Known) {
    const broker = this.services.value?.kafka;
    return html`<p class="facts">
        <span>${dot(this.group, known.unit)} ${this.group.units.find(({unit}) => unit === known.unit)?.name ?? known.unit}</span>
        ${known.subject ? html`<span class="mono">${known.subject}</span>` : nothing}
        <span title=${known.time}>${moment(known.time)} UTC</span>
        ${known.bookedAt ? html`<span>booked ${moment(known.bookedAt)}</span>` : nothing}
      </p>
      <div class="copies">
        <span>Copy as</span>
        <triad-copy label="curl" name="Copy as curl" .text=${() => curl(known, location.origin)}></triad-copy>
        ${known.place && broker ? html`<triad-copy label="kcat" name="Copy as kcat" .text=${() => kcat(known, broker) ?? ''}></triad-copy>` : nothing}
        <triad-copy label="JSON" name="Copy as JSON" .text=${() => record(known)}></triad-copy>
        <triad-copy label="address" name="Copy the address" .text=${() => location.href}></triad-copy>
        ${known.subject ? html`<a class="follow" href=${here({...changesTo({subject: known.subject}), order: undefined, at: undefined})}>Follow ${known.subject}</a>` : nothing}
      </div>`;
  }

  private body(known: Known) {
    const told = this.told.value;
    return html`<div class="parts">
      <div class="made">
        <section aria-label="What it posted">
          <h3>What it posted <span class="mono soft">${known.entry}</span></h3>
          ${this.state(told)} ${postings(known.postings, known.asset)}
        </section>
        <section aria-label="How the amounts came to be">
          <h3>How the amounts came to be</h3>
          ${known.entry || this.answer.problem ? this.answer.render((entry) => pricing(entry, provider(known.data)), 2) : nothing}
        </section>
        <section aria-label="Balances">
          <h3>Balances before and after</h3>
          ${this.told.render(({balances: moved}) => (moved.length > 0 ? balances(moved, known.asset) : html`<p class="small soft">It moved no balance.</p>`), 3)}
        </section>
        <section aria-label="Related">
          <h3>Related</h3>
          <triad-related .group=${this.group} .known=${known} .siblings=${told?.entries ?? []}></triad-related>
        </section>
      </div>
      <div class="said">
        <section aria-label="Data">
          <h3>What it says</h3>
          ${known.data === undefined ? this.told.render(() => html`<p class="small soft">It has no data.</p>`, 4) : html`<pre tabindex="0" aria-label="The event's data, JSON">${json(known.data)}</pre>`}
        </section>
        <section aria-label="Place in the log">
          <h3>Where it lies in the log</h3>
          ${this.place(known)}
        </section>
        <section aria-label="Headers">
          <h3>Headers</h3>
          ${this.headers(known)}
        </section>
      </div>
    </div>`;
  }

  private state(told: EventView | undefined) {
    if (!told || told.state === 'posted') {
      return nothing;
    }
    const {reason = '', detail = ''} = told.suspense ?? {};
    return html`<p class="notice small">This event is in the state “${told.state}”${reason ? `: ${reason}` : ''}. ${detail}</p>`;
  }

  private place({place, key}: Known) {
    return place
      ? html`<dl>
          <dt>Topic</dt><dd class="mono">${place.topic}</dd>
          <dt>Partition</dt><dd class="mono">${place.partition}</dd>
          <dt>Offset</dt><dd class="mono">${place.offset}</dd>
          <dt>Key</dt><dd class="mono">${key ?? 'none'}</dd>
        </dl>`
      : this.told.render(() => html`<p class="small soft">Its record is not known.</p>`, 2);
  }

  private headers({headers}: Known) {
    return headers
      ? html`<dl>${Object.entries(headers).map(([name, value]) => html`<dt class="mono">${name}</dt><dd class="mono">${value}</dd>`)}</dl>`
      : this.told.render(() => html`<p class="small soft">It has none.</p>`, 3);
  }

  private keydown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const by: Record<string, number> = {ArrowLeft: -1, ArrowRight: 1};
    if (event.key in by) {
      this.step(by[event.key] ?? 0);
    }
  }

  private step(by: number): void {
    this.dispatchEvent(new CustomEvent('step', {detail: by}));
  }

  private close(): void {
    this.dispatchEvent(new Event('close'));
  }
}

/** Whose rate prices a usage. */
function provider(data: unknown): string | undefined {
  const name = (data as {provider?: unknown} | null | undefined)?.provider;
  return typeof name === 'string' ? name : undefined;
}
