import {Ring} from './ring';
import type {StreamedEntry} from './types';
import {plural} from './words';

/** How many rows the live list keeps. */
export const KEPT_ROWS = 5_000;
/** How many that came while the list stands still are kept until it goes on. */
export const WAITING_ROWS = 10_000;
/** How many characters either has at most. */
const KEPT_CHARACTERS = 32_000_000;

/** An entry as it came. It is read only when somebody looks at it: most of a fast stream passes unread. */
export class EntryRow {
  readonly kind = 'entry';
  private read: StreamedEntry | undefined;

  constructor(
    readonly key: number,
    readonly text: string,
  ) {}

  get size(): number {
    return this.text.length;
  }

  get entry(): StreamedEntry {
    this.read ??= JSON.parse(this.text) as StreamedEntry;
    return this.read;
  }

  /** Whether this is that entry, without reading all of it. */
  is(id: string): boolean {
    return this.text.includes(`"${id}"`) && this.entry.entry === id;
  }
}

/** A place in the list where something is missing, and since when to search for it. */
export class GapRow {
  readonly kind = 'gap';
  readonly size = 0;

  constructor(
    readonly key: number,
    readonly words: string,
    readonly since: string | undefined,
  ) {}
}

export type Row = EntryRow | GapRow;

/** What a list shows, by place from its top. */
export interface RowSource {
  readonly count: number;
  at(index: number): Row | undefined;
}

/** The live list, the newest first. While it stands still, what comes waits; what can wait no longer is counted. */
export class LiveRows implements RowSource {
  held = false;
  /** How many entries came while the list stood still and are no longer kept. */
  forgotten = 0;
  private readonly shown = new Ring<Row>(KEPT_ROWS, KEPT_CHARACTERS);
  private readonly waiting = new Ring<Row>(WAITING_ROWS, KEPT_CHARACTERS);
  private arrived = 0;
  private keys = 0;

  get count(): number {
    return this.shown.count;
  }

  /** How many entries came while the list stood still, kept or not. */
  get fresh(): number {
    return this.arrived;
  }

  at(index: number): Row | undefined {
    return this.shown.at(index);
  }

  add(text: string): void {
    this.take(new EntryRow(this.keys++, text));
    this.arrived += this.held ? 1 : 0;
  }

  gap(words: string): void {
    this.take(new GapRow(this.keys++, words, this.since));
  }

  hold(): void {
    this.held = true;
  }

  /** Shows what waits, and where some of it is missing. */
  resume(): void {
    this.held = false;
    if (this.forgotten > 0) {
      this.gap(`${plural(this.forgotten, 'entry that came while the list stood still is', 'entries that came while the list stood still are')} not kept here.`);
    }
    for (let index = this.waiting.count - 1; index >= 0; index -= 1) {
      this.shown.push(this.waiting.at(index) as Row);
    }
    this.forget();
  }

  clear(): void {
    this.shown.clear();
    this.held = false;
    this.forget();
  }

  private take(row: Row): void {
    if (this.held) {
      this.forgotten += this.waiting.push(row).filter((gone) => gone.kind === 'entry').length;
    } else {
      this.shown.push(row);
    }
  }

  private forget(): void {
    this.waiting.clear();
    this.forgotten = 0;
    this.arrived = 0;
  }

  /** The accounting date of the newest entry that is shown. */
  get since(): string | undefined {
    const ring = this.shown;
    for (let index = 0; index < ring.count; index += 1) {
      const row = ring.at(index);
      if (row?.kind === 'entry') {
        return row.entry.bookedAt ?? row.entry.time;
      }
    }
    return undefined;
  }
}

/** Rows that only grow at their end. */
export class ListedRows implements RowSource {
  readonly all: EntryRow[] = [];

  get count(): number {
    return this.all.length;
  }

  at(index: number): Row | undefined {
    return this.all[index];
  }

  add(text: string): void {
    this.all.push(new EntryRow(this.all.length, text));
  }
}
