import {LitElement, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {Group} from '../data/types';
import {shared} from '../styles';
import {listStyles} from './list-styles';
import {entryCells, gapCells, HEADINGS} from './row';
import type {EntryRow, Row, RowSource} from './rows';
import {revealing, ROW_HEIGHT, span, TALL_ROW_HEIGHT} from './span';

/** Below this width a row has two lines. */
const NARROW = 760;
const HEADING_HEIGHT = 30;
/** So many rows before the last, somebody who scrolls is near the end. */
const NEAR_END = 5;

/**
 * The list of entries, as a grid of which only what is seen is drawn. Says `read` when somebody begins to read (scrolls, or moves with the
 * keys), `top` when back at the top, `end` near the last row, `pick` to open an entry, `mark` to select rows, and `search` at a gap.
 */
@customElement('triad-stream-list')
export class StreamList extends LitElement {
  static override styles = [shared, listStyles];

  @property({attribute: false}) source!: RowSource;
  @property({attribute: false}) group!: Group;
  @property({attribute: false}) marked!: ReadonlyMap<number, EntryRow>;
  /** The id of the entry that is open beside the list. */
  @property() open = '';
  @property() label = '';
  @state() private active = -1;
  @state() private narrow = false;
  private height = 0;
  private marking = 0;
  private readonly resized = new ResizeObserver(() => this.measure());

  override connectedCallback(): void {
    super.connectedCallback();
    this.resized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resized.disconnect();
  }

  override render() {
    const {start, end} = span(this.scrolled, this.height, this.rowHeight, this.source.count);
    const rows = Array.from({length: end - start}, (_, offset) => this.row(start + offset));
    const seen = this.active >= start && this.active < end;
    return html`<div
      class="grid ${this.narrow ? 'narrow' : ''}"
      role="grid"
      tabindex="0"
      aria-label=${this.label}
      aria-multiselectable="true"
      aria-rowcount=${this.source.count + 1}
      aria-activedescendant=${seen ? `row-${this.active}` : nothing}
      @scroll=${this.scrollDone}
      @keydown=${this.keydown}
      @click=${this.clicked}
    >
      <div role="rowgroup" class="headings">
        <div role="row" class="row" aria-rowindex="1">${HEADINGS.map(([name, text]) => html`<span role="columnheader" class=${name}>${text}</span>`)}</div>
      </div>
      <div role="rowgroup" class="rows">${rows}</div>
    </div>`;
  }

  override updated(): void {
    const rows = this.renderRoot.querySelector<HTMLElement>('.rows');
    const {start} = span(this.scrolled, this.height, this.rowHeight, this.source.count);
    rows?.style.setProperty('height', `${this.source.count * this.rowHeight}px`);
    rows?.style.setProperty('padding-top', `${start * this.rowHeight}px`);
  }

  /** Back to the newest, with no row chosen. */
  toTop(): void {
    this.active = -1;
    this.grid?.scrollTo({top: 0});
  }

  override focus(): void {
    this.grid?.focus();
  }

  /** The entry that is so many rows further than the open one, or than the one chosen. */
  step(by: number): EntryRow | undefined {
    const at = this.active >= 0 ? this.active : this.indexOf(this.open);
    for (let index = at + by; index >= 0 && index < this.source.count; index += by) {
      const row = this.source.at(index);
      if (row?.kind === 'entry') {
        this.choose(index);
        return row;
      }
    }
    return undefined;
  }

  /** Whether somebody chose a row. */
  get chosen(): boolean {
    return this.active >= 0;
  }

  private get grid(): HTMLElement | null {
    return this.renderRoot.querySelector('.grid');
  }

  private get scrolled(): number {
    return this.grid?.scrollTop ?? 0;
  }

  private get rowHeight(): number {
    return this.narrow ? TALL_ROW_HEIGHT : ROW_HEIGHT;
  }

  private row(index: number) {
    const row = this.source.at(index) as Row;
    if (row.kind === 'gap') {
      return html`<div role="row" id="row-${index}" class="row gap" aria-rowindex=${index + 2} data-index=${index}>${gapCells(row)}</div>`;
    }
    const open = this.open !== '' && row.is(this.open);
    const marked = this.marked.has(row.key);
    return html`<div
      role="row"
      id="row-${index}"
      class="row ${open ? 'open' : ''} ${index === this.active ? 'active' : ''} ${index % 2 ? 'odd' : ''}"
      aria-rowindex=${index + 2}
      aria-selected=${marked ? 'true' : 'false'}
      data-index=${index}
    >${entryCells(row.entry, this.group, marked)}</div>`;
  }

  private measure(): void {
    const first = this.active >= 0 ? this.active : Math.floor(this.scrolled / this.rowHeight);
    const narrow = this.clientWidth < NARROW;
    this.height = this.clientHeight;
    this.requestUpdate();
    if (narrow !== this.narrow) {
      this.narrow = narrow;
      void this.updateComplete.then(() => this.grid?.scrollTo({top: first * this.rowHeight}));
    }
  }

  private scrollDone(): void {
    this.requestUpdate();
    this.dispatchEvent(new Event(this.scrolled > this.rowHeight / 2 ? 'read' : 'top'));
    if (this.scrolled + this.height > (this.source.count - NEAR_END) * this.rowHeight) {
      this.dispatchEvent(new Event('end'));
    }
  }

  private indexOf(id: string): number {
    for (let index = 0; id !== '' && index < this.source.count; index += 1) {
      const row = this.source.at(index);
      if (row?.kind === 'entry' && row.is(id)) {
        return index;
      }
    }
    return -1;
  }

  private choose(index: number): void {
    this.dispatchEvent(new Event('read'));
    this.active = index;
    const grid = this.grid;
    if (grid) {
      const heading = this.narrow ? 0 : HEADING_HEIGHT;
      grid.scrollTop = revealing(index, grid.scrollTop, this.height, this.rowHeight, heading);
    }
  }

  private keydown(event: KeyboardEvent): void {
    const pages: Record<string, number> = {PageDown: 10, PageUp: -10, Home: -this.source.count, End: this.source.count};
    const by = pages[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (by !== undefined && this.source.count > 0) {
      event.preventDefault();
      this.choose(Math.min(this.source.count - 1, Math.max(0, this.active + by)));
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent('move', {detail: event.key === 'ArrowDown' ? 1 : -1}));
    } else if (event.key === 'Enter') {
      this.pick(this.active);
    } else if (event.key === 'x' || event.key === 'X') {
      this.mark(this.active, event.shiftKey);
    }
  }

  private clicked(event: MouseEvent): void {
    const target = event.target as Element;
    const at = target.closest<HTMLElement>('[data-index]');
    const index = Number(at?.dataset['index'] ?? -1);
    const row = this.source.at(index);
    if (row?.kind === 'gap' && target.closest('button')) {
      this.dispatchEvent(new CustomEvent('search', {detail: row.since}));
    } else if (target.closest('.mark')) {
      this.mark(index, event.shiftKey);
    } else {
      this.pick(index);
    }
  }

  private pick(index: number): void {
    const row = this.source.at(index);
    if (row?.kind === 'entry') {
      this.choose(index);
      this.dispatchEvent(new CustomEvent<EntryRow>('pick', {detail: row}));
    }
  }

  /** Marks a row, or all from the one marked before. */
  private mark(index: number, range: boolean): void {
    const row = this.source.at(index);
    if (row?.kind !== 'entry') {
      return;
    }
    const [from, to] = range ? [Math.min(this.marking, index), Math.max(this.marking, index)] : [index, index];
    const rows = Array.from({length: to - from + 1}, (_, offset) => this.source.at(from + offset)).filter((each): each is EntryRow => each?.kind === 'entry');
    this.choose(index);
    this.marking = index;
    this.dispatchEvent(new CustomEvent('mark', {detail: {rows, on: !this.marked.has(row.key)}}));
  }
}
