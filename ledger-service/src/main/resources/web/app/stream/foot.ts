import {LitElement, css, html} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {shared} from '../styles';
import {Download, DOWNLOAD_MAX, saveLines} from './download';
import type {EntryRow} from './rows';
import {count} from './words';

/** Below the list: what is selected, what is being downloaded, or else the keys. Says `clear` to select nothing. */
@customElement('triad-stream-foot')
export class StreamFoot extends LitElement {
  static override styles = [
    shared,
    css`
      div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.25rem 0.9rem;
        min-height: 34px;
        padding: 0.25rem 0.9rem;
        border-top: 1px solid var(--line);
        font-size: 0.8125rem;
        color: var(--ink-soft);
      }

      button {
        min-height: 28px;
        padding: 0 0.6rem;
        font-size: 0.8125rem;
      }

      kbd {
        padding: 0 0.3rem;
        border: 1px solid var(--line);
        border-radius: 4px;
        background: var(--sunken);
        font: 0.75rem var(--mono);
      }

      :host([tight]) .keys {
        display: none;
      }

      @media (max-width: 760px) {
        .keys {
          display: none;
        }
      }
    `,
  ];

  @property({attribute: false}) marked!: ReadonlyMap<number, EntryRow>;
  @property() group = '';
  @state() private download: Download | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.end();
  }

  override render() {
    const {marked, download} = this;
    if (download) {
      return html`<div role="status">
        ${download.done || `Collecting what matches: ${count(download.found)} so far, at most ${count(DOWNLOAD_MAX)}.`}
        <button class="quiet" @click=${this.end}>${download.done ? 'Close' : 'Stop'}</button>
      </div>`;
    }
    return marked.size > 0
      ? html`<div>
          <b>${count(marked.size)} selected</b>
          <button @click=${this.save}>Download as JSON lines</button>
          <button class="quiet" @click=${() => this.dispatchEvent(new Event('clear'))}>Clear</button>
        </div>`
      : html`<div class="keys">
          <span><kbd>j</kbd> <kbd>k</kbd> move</span><span><kbd>Enter</kbd> open</span><span><kbd>x</kbd> select, with <kbd>Shift</kbd> a range</span><span><kbd>Space</kbd> pause</span><span><kbd>/</kbd> filter</span
          ><span><kbd>Esc</kbd> close</span>
        </div>`;
  }

  /** Downloads what a search finds. */
  collect(address: (cursor: string | undefined) => string): void {
    this.end();
    this.download = new Download(address, `${this.group}-search`, () => this.requestUpdate());
  }

  end(): void {
    this.download?.close();
    this.download = undefined;
  }

  private save(): void {
    const rows = [...this.marked.values()].sort((a, b) => a.key - b.key);
    saveLines(
      rows.map((row) => row.text),
      `${this.group}-entries`,
    );
  }
}
