import {Problem} from '../data/api';
import {Frames} from './frames';
import {refusal} from './refusal';
import {ListedRows} from './rows';
import type {End, Progress} from './types';

/** How many entries one step of a search asks for. */
export const STEP = 200;
/** How many entries a search lists here at most; those after them are found from the time of the last. */
export const LISTED_MAX = 10_000;

export type SearchState = 'running' | 'stopped' | 'more' | 'complete' | 'failed';

/** A search of history: entries as they are found, how far it got, and where to go on. */
export class Search {
  readonly rows = new ListedRows();
  now: SearchState = 'running';
  problem: Problem | undefined;
  progress: Progress = {scanned: 0, matched: 0};
  private scannedBefore = 0;
  private cursor: string | undefined;
  private source: EventSource | undefined;
  private readonly frames: Frames;

  constructor(
    private readonly address: (cursor: string | undefined) => string,
    private readonly ascending: boolean,
    changed: () => void,
  ) {
    this.frames = new Frames(changed);
    this.run();
  }

  get scanned(): number {
    return this.scannedBefore + this.progress.scanned;
  }

  /** Whether it can go on from where it stands. */
  get resumable(): boolean {
    return this.now !== 'running' && this.now !== 'complete' && this.rows.count < LISTED_MAX;
  }

  /** How much of the time asked for has been looked through, from 0 to 1; undefined when it cannot be told. */
  get share(): number | undefined {
    const {at, first, last} = this.progress;
    if (this.now === 'complete') {
      return 1;
    }
    if (!at || !first || !last || first === last) {
      return undefined;
    }
    const share = (Date.parse(at) - Date.parse(first)) / (Date.parse(last) - Date.parse(first));
    return Math.min(1, Math.max(0, !this.ascending && first < last ? 1 - share : share));
  }

  more(): void {
    this.scannedBefore = this.scanned;
    this.progress = {...this.progress, scanned: 0};
    this.run();
  }

  stop(): void {
    this.source?.close();
    this.now = 'stopped';
    this.frames.ask();
  }

  close(): void {
    this.source?.close();
    this.source = undefined;
    this.frames.end();
  }

  private run(): void {
    this.now = 'running';
    this.problem = undefined;
    const source = new EventSource(this.address(this.cursor));
    this.source = source;
    source.addEventListener('entry', (event) => this.found(event));
    source.addEventListener('progress', (event) => this.went(JSON.parse(event.data) as Progress));
    source.addEventListener('end', (event) => this.ended(source, JSON.parse(event.data) as End));
    source.onerror = () => void this.broken(source);
    this.frames.ask();
  }

  private found(event: MessageEvent<string>): void {
    this.cursor = event.lastEventId || this.cursor;
    this.rows.add(event.data);
    this.frames.ask();
  }

  private went(progress: Progress): void {
    this.progress = {...this.progress, ...progress};
    this.frames.ask();
  }

  private ended(source: EventSource, end: End): void {
    source.close();
    this.progress = {...this.progress, scanned: end.scanned};
    this.cursor = end.next ?? this.cursor;
    this.now = end.complete ? 'complete' : end.problem ? 'failed' : 'more';
    if (end.problem) {
      this.problem = new Problem(end.problem.title ?? 'The search broke off', end.problem.detail ?? '', end.problem.code ?? '', 0);
    }
    this.frames.ask();
  }

  private async broken(source: EventSource): Promise<void> {
    source.close();
    const problem = await refusal(this.address(this.cursor));
    if (source === this.source && this.now === 'running') {
      this.problem = problem ?? new Problem('The search broke off', 'The connection ended before the search did.', 'broken', 0);
      this.now = 'failed';
      this.frames.ask();
    }
  }
}
