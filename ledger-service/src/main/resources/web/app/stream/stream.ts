import {html, nothing} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {go, here} from '../shell/route';
import {ViewElement} from '../shell/view';
import {shared} from '../styles';
import {liveAddress, searchAddress, type Asked} from './addresses';
import {DOWNLOAD_STEP} from './download';
import {changesTo, filterOf, invalid, parts, type Filter} from './filter';
import './filters';
import './foot';
import type {StreamFoot} from './foot';
import {wish} from './keys';
import './list';
import type {StreamList} from './list';
import {Live} from './live';
import './live-status';
import './mode';
import {MOST_DEFAULT} from './mode';
import {noneFound, noneLive} from './none';
import './panel';
import type {EntryRow} from './rows';
import './saved-menu';
import {Search, STEP} from './search';
import './search-status';
import {streamStyles} from './stream-styles';

/** How often at most the line of counts is drawn anew; the list is, with each frame. */
const STATUS_MILLIS = 200;
/** Where the open event lies over the list, rather than beside it. */
const OVER = matchMedia('(max-width: 1240px)');

/** What is posted, as it is posted; and all that ever was. */
@customElement('triad-stream')
export class StreamView extends ViewElement {
  static override styles = [shared, streamStyles];

  @state() private marked: ReadonlyMap<number, EntryRow> = new Map();
  @state() private version = 0;
  private live: Live | undefined;
  private search: Search | undefined;
  private asked: string | undefined;
  private looked: string | undefined;
  private opened: EntryRow | undefined;
  private reading = false;
  private soon: number | undefined;
  private readonly keydown = (event: KeyboardEvent) => this.key(event);
  private readonly turned = () => this.requestUpdate();
  private readonly fitted = new ResizeObserver(() => this.fit());

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.keydown);
    OVER.addEventListener('change', this.turned);
    this.fitted.observe(document.body);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.keydown);
    OVER.removeEventListener('change', this.turned);
    this.fitted.disconnect();
    this.end();
  }

  override willUpdate(): void {
    const {filter, order} = this;
    const {at, from, to} = this.range;
    const asked = JSON.stringify([this.group.group, filter, order, order ? [at, from, to] : this.most]);
    if (asked !== this.asked) {
      this.leave();
      this.end();
      this.asked = asked;
      this.begin();
    }
  }

  override render() {
    return html`
      <div class="top" ?inert=${this.isOpen && OVER.matches}>
        <h1>Stream</h1>
        <triad-stream-mode order=${this.order} at=${this.param('at') ?? ''} most=${this.most}></triad-stream-mode>
        <triad-stream-filters .group=${this.group} .filter=${this.filter} @narrow=${(event: CustomEvent<Filter>) => go(here(changesTo(event.detail)))}></triad-stream-filters>
        <triad-saved-filters .filter=${this.filter} group=${this.group.group}></triad-saved-filters>
      </div>
      ${this.hints()}
      <div class="body ${this.isOpen ? 'with-panel' : ''}">
        <section class="listed" aria-label="Entries" ?inert=${this.isOpen && OVER.matches}>
          <div class="status">${this.status()}</div>
          <div class="list">${this.list()}</div>
          <triad-stream-foot ?tight=${this.isOpen} .marked=${this.marked} group=${this.group.group} @clear=${() => (this.marked = new Map())}></triad-stream-foot>
        </section>
        ${this.isOpen ? this.panel() : nothing}
      </div>
    `;
  }

  private get filter(): Filter {
    return filterOf(this.route.params);
  }

  /** asc or desc in history, empty when live. */
  private get order(): string {
    const order = this.param('order');
    return order === 'asc' || order === 'desc' ? order : '';
  }

  private get most(): string {
    return this.param('most') ?? MOST_DEFAULT;
  }

  private get range(): Pick<Asked, 'at' | 'from' | 'to'> {
    return {at: this.param('at'), from: this.param('from'), to: this.param('to')};
  }

  private get isOpen(): boolean {
    return Boolean(this.param('entry') ?? this.param('event'));
  }

  private get listElement(): StreamList | null {
    return this.renderRoot.querySelector<StreamList>('triad-stream-list');
  }

  /** The view ends where the window does, whatever stands above it. */
  private fit(): void {
    this.style.setProperty('--above', `${Math.round(this.getBoundingClientRect().top + window.scrollY)}px`);
  }

  private begin(): void {
    const {filter, order} = this;
    const {group} = this.group;
    if (invalid(filter)) {
      return;
    }
    if (order) {
      this.search = new Search(this.searching(STEP), this.order === 'asc', () => this.changed());
    } else {
      const {most} = this;
      this.live = new Live((lastEventId) => liveAddress(group, filter, most, lastEventId), () => this.changed());
    }
  }

  /** What was open of one group is nothing to another. */
  private leave(): void {
    const {group} = this.group;
    if (this.looked !== undefined && this.looked !== group && this.isOpen) {
      go(here({entry: undefined, event: undefined}), true);
    }
    this.looked = group;
  }

  private end(): void {
    this.live?.close();
    this.search?.close();
    this.live = undefined;
    this.search = undefined;
    this.renderRoot.querySelector<StreamFoot>('triad-stream-foot')?.end();
    this.asked = undefined;
    this.reading = false;
    this.marked = new Map();
    this.listElement?.toTop();
  }

  private searching(limit: number): (cursor: string | undefined) => string {
    const asked: Asked = {filter: this.filter, order: this.order, ...this.range};
    const {group} = this.group;
    return (cursor) => searchAddress(group, asked, limit, cursor);
  }

  /** Something came: the list is drawn now, the rest of the page a few times a second. */
  private changed(): void {
    this.listElement?.requestUpdate();
    this.soon ??= window.setTimeout(() => {
      this.soon = undefined;
      this.version += 1;
    }, STATUS_MILLIS);
  }

  private hints() {
    const range = this.param('from') ?? this.param('to');
    return html`${range && !this.order ? html`<p class="small soft">Live shows what is posted now, whatever its time. <a href=${here({order: 'asc'})}>Search the chosen time</a></p>` : nothing}
    ${this.param('book') ? html`<p class="small soft">The list is of the actual book; an open entry is shown as the chosen book has it.</p>` : nothing}`;
  }

  private status() {
    if (this.live) {
      return html`<triad-live-status .live=${this.live} .version=${this.version} @toggle=${this.toggle}></triad-live-status>`;
    }
    return this.search
      ? html`<triad-search-status
          .search=${this.search}
          .version=${this.version}
          order=${this.order}
          @stop=${() => this.search?.stop()}
          @more=${() => this.search?.more()}
          @download=${this.collect}
        ></triad-search-status>`
      : nothing;
  }

  private list() {
    const source = this.live?.rows ?? this.search?.rows;
    if (!source || source.count === 0) {
      return html`<div class="none">${this.none()}</div>`;
    }
    return html`<triad-stream-list
      .source=${source}
      .group=${this.group}
      .marked=${this.marked}
      open=${this.param('entry') ?? ''}
      label=${this.live ? 'Entries as they are posted, the newest first' : 'Entries that match'}
      @read=${this.read}
      @top=${this.top}
      @end=${this.onward}
      @pick=${(event: CustomEvent<EntryRow>) => this.open(event.detail, true)}
      @move=${(event: CustomEvent<number>) => this.move(event.detail)}
      @mark=${(event: CustomEvent<{rows: EntryRow[]; on: boolean}>) => this.mark(event.detail)}
      @search=${(event: CustomEvent<string>) => go(here({order: 'asc', at: event.detail}))}
    ></triad-stream-list>`;
  }

  private none() {
    const again = () => this.again();
    const narrowed = parts(this.filter, String).length > 0;
    const trouble = invalid(this.filter);
    if (trouble) {
      return html`<div role="alert"><triad-empty heading="This filter cannot be used" text=${trouble}></triad-empty></div>`;
    }
    return this.live ? noneLive(this.live, narrowed, this.group.name, again) : this.search ? noneFound(this.search, again) : nothing;
  }

  private panel() {
    const entry = this.param('entry') ?? '';
    const listed = this.opened?.is(entry) ? this.opened.entry : undefined;
    return html`<triad-event-panel
      role=${OVER.matches ? 'dialog' : 'complementary'}
      aria-label="One event"
      .group=${this.group}
      .listed=${listed}
      entry=${entry}
      event=${entry ? '' : (this.param('event') ?? '')}
      book=${this.param('book') ?? ''}
      @close=${this.close}
      @step=${(event: CustomEvent<number>) => this.move(event.detail)}
    ></triad-event-panel>`;
  }

  private open(row: EntryRow, focus: boolean): void {
    this.opened = row;
    go(here({entry: row.entry.entry, event: undefined}), this.isOpen);
    if (focus) {
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('triad-event-panel')?.focus());
    }
  }

  private close(): void {
    go(here({entry: undefined, event: undefined}));
    void this.updateComplete.then(() => this.listElement?.focus());
  }

  private move(by: number): void {
    const row = this.listElement?.step(by);
    if (row && this.isOpen) {
      this.open(row, false);
    }
  }

  private read(): void {
    if (this.live && !this.live.rows.held) {
      this.reading = true;
      this.live.rows.hold();
      this.version += 1;
    }
  }

  /** Who only scrolled down to read goes on by scrolling up again. */
  private top(): void {
    if (this.reading && !this.isOpen && !this.listElement?.chosen) {
      this.resume();
    }
  }

  private onward(): void {
    if (this.search?.now === 'more' && this.search.resumable) {
      this.search.more();
    }
  }

  private toggle(): void {
    if (this.live?.rows.held) {
      this.resume();
    } else {
      this.live?.rows.hold();
    }
    this.version += 1;
  }

  private resume(): void {
    this.reading = false;
    this.live?.rows.resume();
    this.listElement?.toTop();
    this.changed();
  }

  private again(): void {
    this.end();
    this.requestUpdate();
  }

  private mark({rows, on}: {rows: EntryRow[]; on: boolean}): void {
    const marked = new Map(this.marked);
    rows.forEach((row) => (on ? marked.set(row.key, row) : marked.delete(row.key)));
    this.marked = marked;
  }

  private collect(): void {
    this.renderRoot.querySelector<StreamFoot>('triad-stream-foot')?.collect(this.searching(DOWNLOAD_STEP));
  }

  private key(event: KeyboardEvent): void {
    const asked = wish(event);
    if (asked === 'filter') {
      event.preventDefault();
      this.renderRoot.querySelector<HTMLElement>('triad-stream-filters')?.focus();
    } else if (asked === 'pause' && this.live) {
      event.preventDefault();
      this.toggle();
    } else if (asked === 'next' || asked === 'previous') {
      this.move(asked === 'next' ? 1 : -1);
    } else if (asked === 'close' && this.isOpen) {
      this.close();
    }
  }
}
