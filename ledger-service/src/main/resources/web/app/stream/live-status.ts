import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {here} from '../shell/route';
import {shared} from '../styles';
import type {Live} from './live';
import {KEPT_ROWS, WAITING_ROWS} from './rows';
import {count, plural} from './words';

/** How the stream stands: whether it flows, how much matches, what is not shown. Says `toggle` to stop or go on. */
@customElement('triad-live-status')
export class LiveStatus extends LitElement {
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

      .state {
        display: inline-flex;
        align-items: center;
        gap: 0.45rem;
        min-width: 5.2rem;
        font-weight: 600;
        color: var(--ink);
      }

      .state::before {
        content: '';
        width: 8px;
        height: 8px;
        border-radius: 50%;
        background: var(--warn);
      }

      .live::before {
        background: var(--good);
      }

      .refused::before {
        background: var(--bad);
      }

      .held::before {
        border-radius: 1px;
        background: var(--accent);
      }

      .sampled {
        padding: 0.05rem 0.55rem;
        border-radius: 999px;
        background: var(--warn-soft);
        color: var(--warn);
      }

      .space {
        flex: 1;
      }

      button {
        font-variant-numeric: tabular-nums;
      }

      .lost {
        color: var(--warn);
      }
    `,
  ];

  @property({attribute: false}) live!: Live;
  /** Changes whenever the live stream has changed. */
  @property({attribute: false}) version = 0;
  @property() name = '';

  override render() {
    const {rows, now} = this.live;
    const held = rows.held && now === 'live';
    return html`<div class="line">
      <span class="state ${now} ${held ? 'held' : ''}" role="status">${this.state()}</span>
      ${this.figures()} ${this.sampling()}
      <span class="space"></span>
      ${rows.held
        ? html`${rows.forgotten > 0 ? html`<span class="lost" title="At most ${count(WAITING_ROWS)} that wait are kept">${count(rows.forgotten)} of them are no longer kept here; <a href=${here({order: 'asc', at: rows.since})}>history has them</a></span>` : nothing}
            <button class="primary" @click=${this.toggle} title="Continue (space)">${rows.fresh > 0 ? `${count(rows.fresh)} new · continue` : 'Continue'}</button>`
        : html`<button @click=${this.toggle} title="Pause without losing any (space)">Pause</button>`}
    </div>`;
  }

  private state(): string {
    const {now, rows, problem} = this.live;
    if (now === 'live') {
      return rows.held ? 'Paused' : 'Live';
    }
    const again = problem ? `${problem.title}. Trying again…` : 'Reconnecting…';
    return now === 'connecting' ? 'Connecting…' : again;
  }

  private figures() {
    const {totals, now, notice} = this.live;
    const {posted, perSecond, unseen, waiting} = totals;
    if (totals.received === 0 && (now !== 'live' || !totals.settled)) {
      return nothing;
    }
    return html`<span
        ><b>${count(totals.matched)}</b> ${posted === undefined ? 'matched' : html`of the latest ${plural(Math.max(posted, totals.matched), 'entry', 'entries')} ${totals.matched === 1 ? 'matches' : 'match'}`}</span
      >
      ${perSecond === undefined || now !== 'live' ? nothing : html`<span>${perSecond.toLocaleString('en', {maximumFractionDigits: perSecond < 10 ? 1 : 0})}/s match</span>`}
      ${waiting > 0 ? html`<span>${count(waiting)} on their way</span>` : nothing}
      ${unseen > 0 ? html`<span class="lost">${count(unseen)} were posted too fast to be looked at</span>` : nothing}
      ${now === 'live' && notice ? html`<span>${notice}</span>` : nothing}`;
  }

  private sampling() {
    const {totals} = this.live;
    if (totals.oneIn > 1) {
      return html`<span class="sampled" title="The ledger sends an even sample; the counts are exact. The list keeps the newest ${count(KEPT_ROWS)}."
        >showing 1 in ${totals.oneIn.toLocaleString('en', {maximumFractionDigits: totals.oneIn < 10 ? 1 : 0})}</span
      >`;
    }
    return totals.skipped > 0 ? html`<span>${count(totals.skipped)} of them not shown</span>` : nothing;
  }

  private toggle(): void {
    this.dispatchEvent(new Event('toggle'));
  }
}
