import type {Counts} from './types';

const NOTHING: Counts = {matched: 0, sent: 0, skipped: 0, waiting: 0, unseen: 0, perSecond: 0};

/** A place in the stream: which run of the ledger, and how many entries it had posted. */
export interface Position {
  epoch: string;
  sequence: number;
}

/** Reads an id of the stream; undefined for any other, and for those that who does not see all companies is given. */
export function position(id: string): Position | undefined {
  const at = id.lastIndexOf('-');
  const sequence = Number(id.slice(at + 1));
  return at > 0 && /^\d{1,16}$/.test(id.slice(at + 1)) && Number.isSafeInteger(sequence) ? {epoch: id.slice(0, at), sequence} : undefined;
}

/** Exact counts over all connections. Each connection counts anew, from the place of the last counts of the one before. */
export class Totals {
  /** How many entries of this stream came to the page. */
  received = 0;
  perSecond: number | undefined;
  private before = {...NOTHING, unseen: 0};
  private now = NOTHING;
  private previous = NOTHING;
  private first: Position | undefined;
  private last: Position | undefined;
  private postedBefore = 0;

  get matched(): number {
    return Math.max(this.received, this.before.matched + this.now.matched);
  }

  /** Whether the ledger has counted at least once. */
  get settled(): boolean {
    return this.perSecond !== undefined;
  }

  get skipped(): number {
    return this.before.skipped + this.now.skipped;
  }

  get unseen(): number {
    return this.before.unseen + (this.now.unseen ?? 0);
  }

  get waiting(): number {
    return this.now.waiting;
  }

  /** How many entries the ledger posted meanwhile, whether they match or not; undefined when it does not say. */
  get posted(): number | undefined {
    return this.first && this.last ? this.postedBefore + this.last.sequence - this.first.sequence : undefined;
  }

  /** Of how many that matched lately one is shown: 1 is all. */
  get oneIn(): number {
    const sent = this.now.sent - this.previous.sent;
    const matched = this.now.matched - this.previous.matched;
    return sent > 0 && matched > sent ? matched / sent : 1;
  }

  /** A connection began after this place. */
  began(from: Position | undefined): void {
    this.before = {...NOTHING, matched: this.before.matched + this.now.matched, skipped: this.before.skipped + this.now.skipped, unseen: this.unseen};
    this.now = NOTHING;
    this.previous = NOTHING;
    if (from && from.epoch !== this.first?.epoch) {
      this.postedBefore = this.posted ?? 0;
      this.first = from;
      this.last = from;
    }
  }

  counted(counts: Counts, at: Position | undefined): void {
    this.previous = this.now;
    this.now = counts;
    this.perSecond = counts.perSecond;
    this.reached(at);
  }

  /** An entry came to the page. */
  came(at: Position | undefined): void {
    this.received += 1;
    this.reached(at);
  }

  private reached(at: Position | undefined): void {
    if (at && at.epoch === this.last?.epoch && at.sequence > this.last.sequence) {
      this.last = at;
    }
  }
}
