import {Search} from './search';

/** How many entries are downloaded at most. */
export const DOWNLOAD_MAX = 10_000;
/** How many of them one step of the search asks for. */
export const DOWNLOAD_STEP = 1_000;
/** How long the browser has to take a file over. */
const TAKEN_MILLIS = 10_000;

/** Saves texts as a file of JSON lines. */
export function saveLines(lines: string[], name: string): void {
  const address = URL.createObjectURL(new Blob(lines.flatMap((line) => [line, '\n']), {type: 'application/x-ndjson'}));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.jsonl`;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(address), TAKEN_MILLIS);
}

/** Searches to the end, or to as many as are downloaded at most, and saves what it found. */
export class Download {
  /** What it came to; nothing while it runs. */
  done = '';
  private readonly search: Search;

  constructor(
    address: (cursor: string | undefined) => string,
    private readonly name: string,
    private readonly changed: () => void,
  ) {
    this.search = new Search(address, true, () => this.step());
  }

  get found(): number {
    return this.search.rows.count;
  }

  close(): void {
    this.search.close();
  }

  private step(): void {
    const {now, rows} = this.search;
    if (now === 'more' && rows.count < DOWNLOAD_MAX) {
      this.search.more();
    } else if (now !== 'running') {
      this.finish();
    }
    this.changed();
  }

  private finish(): void {
    const lines = this.search.rows.all.slice(0, DOWNLOAD_MAX).map((row) => row.text);
    const all = this.search.now === 'complete';
    if (lines.length > 0) {
      saveLines(lines, this.name);
    }
    const size = lines.length.toLocaleString('en');
    this.done = all
      ? `All ${size} that match are in ${this.name}.jsonl.`
      : this.search.problem
        ? `${this.search.problem.title}: the ${size} found until then are in ${this.name}.jsonl.`
        : `The first ${size} are in ${this.name}.jsonl, the most that one download has; there are more. Narrow the time or the filter for the others.`;
  }
}
