import type {Problem} from '../data/api';
import {Connection, type Listener, type State} from './connection';
import {Frames} from './frames';
import {LiveRows} from './rows';
import {Totals, type Position} from './totals';
import type {Counts, Gap} from './types';
import {plural} from './words';

const GAPS: Record<Gap['reason'], string> = {
  window: 'came while this page was away, and are no longer in the ledger’s window.',
  epoch: 'The ledger began anew, or another replica answers: what came between is not here.',
  overrun: 'were posted faster than the stream can carry.',
  repricing: 'of a rate that priced much usage anew are not shown one by one.',
};

/** A live stream with its list and its counts. It tells of changes at most once for each frame that is drawn. */
export class Live implements Listener {
  readonly rows = new LiveRows();
  readonly totals = new Totals();
  now: State = 'connecting';
  problem: Problem | undefined;
  /** What the last connecting again came to, in words. */
  notice = '';
  private readonly connection: Connection;
  private readonly frames: Frames;
  private broke = false;

  constructor(
    address: (lastEventId: string | undefined) => string,
    changed: () => void,
  ) {
    this.frames = new Frames(changed);
    this.connection = new Connection(address, this);
    this.connection.open();
  }

  close(): void {
    this.connection.close();
    this.frames.end();
  }

  state(state: State, problem?: Problem): void {
    this.broke ||= state === 'reconnecting' || state === 'refused';
    this.now = state;
    this.problem = problem;
    this.frames.ask();
  }

  began(from: Position | undefined, resumed: boolean): void {
    this.totals.began(from);
    if (this.broke) {
      this.broke = false;
      this.notice = resumed ? 'Connected again; nothing was missed.' : 'Connected again.';
    }
    this.frames.ask();
  }

  entry(text: string, at: Position | undefined): void {
    this.totals.came(at);
    this.rows.add(text);
    this.frames.ask();
  }

  counts(counts: Counts, at: Position | undefined): void {
    this.totals.counted(counts, at);
    this.frames.ask();
  }

  gap({reason, missed}: Gap): void {
    const words = missed === undefined || reason === 'epoch' ? GAPS[reason] : `${plural(missed, 'entry', 'entries')} ${GAPS[reason]}`;
    this.rows.gap(words.charAt(0).toUpperCase() + words.slice(1));
    this.frames.ask();
  }
}
