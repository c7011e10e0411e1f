import type {Problem} from '../data/api';
import {refusal} from './refusal';
import {position, type Position} from './totals';
import type {Counts, Gap, Hello} from './types';

/** How many of the entries that were posted before the page came are shown at first. */
const BACKLOG = 500;
/** How long to wait before connecting again, the first time and the last. */
const WAIT_MILLIS_MIN = 1_000;
const WAIT_MILLIS_MAX = 15_000;
/** The ledger counts aloud each second; one that is silent for so long is not there any more. */
const SILENT_MILLIS = 10_000;

export type State = 'connecting' | 'live' | 'reconnecting' | 'refused';

export interface Listener {
  state(state: State, problem?: Problem): void;
  /** A connection holds; from where it counts, and whether nothing was lost since the one before. */
  began(from: Position | undefined, resumed: boolean): void;
  entry(text: string, at: Position | undefined): void;
  counts(counts: Counts, at: Position | undefined): void;
  gap(gap: Gap): void;
}

/**
 * The live stream. When it breaks, it is taken up from the last counts, so that they stay exact; entries that come a second time
 * are left out.
 */
export class Connection {
  private source: EventSource | undefined;
  private timer = 0;
  private watch = 0;
  private attempts = 0;
  private ended = false;
  /** Where to take the stream up. */
  private from: string | undefined;
  private seen: Position | undefined;

  constructor(
    private readonly address: (lastEventId: string | undefined) => string,
    private readonly listener: Listener,
  ) {}

  open(): void {
    const source = new EventSource(this.address(this.from));
    this.source = source;
    source.onopen = () => {
      this.attempts = 0;
      this.listener.state('live');
    };
    source.onerror = () => void this.broken(source);
    window.clearTimeout(this.watch);
    source.addEventListener('hello', (event) => this.hello(JSON.parse(event.data) as Hello, event.lastEventId));
    source.addEventListener('entry', (event) => this.entry(event));
    source.addEventListener('counts', (event) => this.counts(event));
    source.addEventListener('gap', (event) => this.listener.gap(JSON.parse(event.data) as Gap));
  }

  close(): void {
    this.ended = true;
    this.source?.close();
    window.clearTimeout(this.timer);
    window.clearTimeout(this.watch);
  }

  private hello(hello: Hello, id: string): void {
    const first = this.from === undefined;
    if (first && hello.oldest) {
      this.rewind(hello.newest, hello.oldest);
      return;
    }
    this.listener.began(began(this.from === undefined ? undefined : position(this.from), hello), hello.resumed);
    this.from ??= id;
    this.heard();
  }

  /** Begins again, a little earlier: nobody likes to look at an empty list. */
  private rewind(newest: string, oldest: string): void {
    const to = position(newest);
    const least = position(oldest);
    this.from = to && least ? `${to.epoch}-${Math.max(least.sequence, to.sequence - BACKLOG)}` : newest;
    this.source?.close();
    this.open();
  }

  private entry(event: MessageEvent<string>): void {
    const at = position(event.lastEventId);
    if (at && this.seen?.epoch === at.epoch && at.sequence <= this.seen.sequence) {
      return;
    }
    this.seen = at;
    this.listener.entry(event.data, at);
  }

  private counts(event: MessageEvent<string>): void {
    this.from = event.lastEventId || this.from;
    this.heard();
    this.listener.counts(JSON.parse(event.data) as Counts, position(event.lastEventId));
  }

  private heard(): void {
    const {source} = this;
    window.clearTimeout(this.watch);
    this.watch = window.setTimeout(() => source && void this.broken(source), SILENT_MILLIS);
  }

  private async broken(source: EventSource): Promise<void> {
    const refused = source.readyState === EventSource.CLOSED;
    source.close();
    window.clearTimeout(this.watch);
    const problem = refused ? await refusal(this.address(this.from)) : undefined;
    if (this.ended || source !== this.source) {
      return;
    }
    this.listener.state(problem && problem.status > 0 ? 'refused' : 'reconnecting', problem);
    const wait = Math.min(WAIT_MILLIS_MAX, WAIT_MILLIS_MIN * 2 ** this.attempts);
    this.attempts += 1;
    this.timer = window.setTimeout(() => this.open(), wait);
  }
}

/** From where a connection counts: where it was taken up, or from the oldest that is left, or from now. */
function began(asked: Position | undefined, {epoch, newest, oldest, resumed}: Hello): Position | undefined {
  if (asked?.epoch !== epoch) {
    return position(newest);
  }
  const least = oldest ? position(oldest) : undefined;
  return resumed || !least ? asked : {epoch, sequence: least.sequence - 1};
}
