import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {here} from '../shell/route';
import {shared} from '../styles';
import {LISTED_MAX, type Search} from './search';
import {count, moment, plural} from './words';

/** How far a search of history got. Says `stop`, `more`, `download`. */
@customElement('triad-search-status')
export class SearchStatus extends LitElement {
  static override styles = [
    shared,
    css`
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.25rem 1rem;
        min-height: 36px;
        font-size: 0.8125rem;
        color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
      }

      b {
        color: var(--ink);
      }

      progress {
        width: 150px;
        height: 8px;
        accent-color: var(--accent);
      }

      .space {
        flex: 1;
      }
    `,
  ];

  @property({attribute: false}) search!: Search;
  /** Changes whenever the search has changed. */
  @property({attribute: false}) version = 0;
  @property() order = 'asc';

  override render() {
    const {search} = this;
    const running = search.now === 'running';
    const begun = search.now !== 'failed' || search.scanned > 0;
    return html`<div class="line">
      <b role="status">${this.state()}</b>
      ${running ? html`<progress aria-label="Time looked through" max="1" value=${search.share ?? nothing}></progress>` : nothing}
      ${begun ? html`<span>${plural(search.rows.count, 'entry matches', 'entries match')} of ${count(search.scanned)} looked at${search.progress.at ? `, ${this.order === 'asc' ? 'up' : 'back'} to ${moment(search.progress.at)}` : ''}</span>` : nothing}
      <span class="space"></span>
      ${running ? html`<button @click=${() => this.say('stop')}>Stop</button>` : nothing}
      ${begun && search.resumable ? html`<button class="primary" @click=${() => this.say('more')}>${search.now === 'more' ? 'Load more' : 'Continue'}</button>` : nothing}
      ${this.onward()}
      ${search.rows.count > 0 ? html`<button @click=${() => this.say('download')} title="All that match, as JSON lines">Download matches</button>` : nothing}
    </div>`;
  }

  private state(): string {
    const {now, problem} = this.search;
    if (now === 'failed') {
      return problem ? `${problem.title}. ${problem.detail}` : 'The search broke off.';
    }
    return {running: 'Searching…', stopped: 'Stopped', more: 'There is more', complete: 'All looked through'}[now];
  }

  /** Beyond what is listed here, a search begins anew at the last one's time. */
  private onward() {
    const {rows, now} = this.search;
    if (rows.count < LISTED_MAX || now === 'complete') {
      return nothing;
    }
    const last = rows.at(rows.count - 1);
    const at = last?.kind === 'entry' ? (last.entry.bookedAt ?? last.entry.time) : undefined;
    return html`<span>${count(LISTED_MAX)} is the most that is listed here. <a href=${here({at})}>Go on from ${moment(at ?? '')}</a></span>`;
  }

  private say(what: string): void {
    this.dispatchEvent(new Event(what));
  }
}
