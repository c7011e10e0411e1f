import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {instant} from '../data/time';
import {go, here} from '../shell/route';
import {shared} from '../styles';

/** How many entries a second the ledger is asked to show at most; counts stay exact. */
export const MOST_DEFAULT = '1000';
const MOST: [string, string][] = [
  ['20', 'At most 20/s'],
  ['200', 'At most 200/s'],
  ['1000', 'At most 1,000/s'],
  ['all', 'Every one'],
];

/** Live or history, and how: where in time, which way, how many. All of it goes into the address. */
@customElement('triad-stream-mode')
export class StreamMode extends LitElement {
  static override styles = [
    shared,
    css`
      .all,
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem 0.75rem;
      }

      nav {
        display: inline-flex;
        border: 1px solid var(--line-strong);
        border-radius: 8px;
        overflow: hidden;
      }

      nav a {
        padding: 0.32rem 0.85rem;
        color: var(--ink-soft);
        font-size: 0.875rem;
      }

      nav a:hover {
        text-decoration: none;
        background: var(--sunken);
      }

      nav a:focus-visible {
        outline-offset: -2px;
      }

      nav a[aria-current] {
        background: var(--accent-soft);
        color: var(--accent);
        font-weight: 600;
      }

      form label {
        display: inline-flex;
        align-items: center;
        gap: 0.5rem;
      }

      input {
        width: 12.5rem;
        max-width: 100%;
      }

      @media (max-width: 1240px) {
        form label span {
          display: none;
        }
      }

      @media (max-width: 760px) {
        .all > select {
          flex: 1;
          min-width: 0;
        }

        form {
          order: 1;
          width: 100%;
          flex-wrap: nowrap;
        }

        form label {
          flex: 1;
          min-width: 0;
        }

        input {
          flex: 1;
          min-width: 0;
        }
      }
    `,
  ];

  /** asc or desc in history; nothing when live. */
  @property() order = '';
  @property() at = '';
  @property() most = MOST_DEFAULT;

  override render() {
    const live = this.order === '';
    return html`<div class="all">
      <nav aria-label="What is listed">
        <a href=${here({order: undefined, at: undefined})} aria-current=${live ? 'page' : nothing}>Live</a>
        <a href=${here({order: this.order || 'desc'})} aria-current=${live ? nothing : 'page'}>History</a>
      </nav>
      <form @submit=${this.jump} aria-label="Jump to time">
        <label><span>Jump to time (UTC)</span><input type="datetime-local" step="1" name="at" aria-label="Jump to time (UTC)" .value=${this.at ? this.at.slice(0, 19).replace('Z', '') : ''} /></label>
        <button type="submit">Go</button>
      </form>
      ${live ? this.rate() : this.direction()}
    </div>`;
  }

  private rate() {
    return html`<select aria-label="How many are shown" @change=${(event: Event) => this.set('most', event, MOST_DEFAULT)}>
      ${MOST.map(([value, words]) => html`<option value=${value} ?selected=${value === this.most}>${words}</option>`)}
    </select>`;
  }

  private direction() {
    return html`<select aria-label="Order" @change=${(event: Event) => this.set('order', event)}>
      <option value="desc" ?selected=${this.order === 'desc'}>Newest first${this.at ? ', before that time' : ''}</option>
      <option value="asc" ?selected=${this.order === 'asc'}>Oldest first${this.at ? ', from that time' : ''}</option>
    </select>`;
  }

  private set(name: string, event: Event, plain = ''): void {
    const {value} = event.target as HTMLSelectElement;
    go(here({[name]: value === plain ? undefined : value}));
  }

  /** A time alone lists from exactly then. */
  private jump(event: SubmitEvent): void {
    event.preventDefault();
    const at = instant(String(new FormData(event.target as HTMLFormElement).get('at') ?? ''));
    go(here({at, order: at ? 'asc' : 'desc'}));
  }
}
