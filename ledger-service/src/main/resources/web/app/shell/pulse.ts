import {LitElement, css, html, nothing} from 'lit';
import {customElement} from 'lit/decorators.js';
import {Loaded} from '../data/loaded';
import {seesEveryGroup} from '../data/session';
import {shared} from '../styles';
import {href} from './route';

interface Intake {
  posted: number;
  /** Unknown when the broker does not answer. */
  lag?: number;
  atMillis: number;
}

/** How fast the ledger posts, and how far it is behind the log. */
@customElement('triad-pulse')
export class Pulse extends LitElement {
  static override styles = [
    shared,
    css`
      a {
        display: inline-flex;
        align-items: center;
        gap: 0.5rem;
        color: var(--ink-soft);
        font-size: 0.8125rem;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }

      .dot {
        width: 8px;
        height: 8px;
        border-radius: 50%;
        background: var(--good);
      }

      .behind .dot {
        background: var(--warn);
      }

      .silent .dot {
        background: var(--bad);
      }
    `,
  ];

  private readonly intake = new Loaded<Intake>(this, () => (seesEveryGroup() ? '/intake' : undefined), 2_000);
  private previous: Intake | undefined;
  private perSecond: number | undefined;

  override willUpdate(): void {
    const now = this.intake.value;
    if (now && now !== this.previous) {
      const millis = now.atMillis - (this.previous?.atMillis ?? now.atMillis);
      this.perSecond = this.previous && millis > 0 ? ((now.posted - this.previous.posted) * 1_000) / millis : undefined;
      this.previous = now;
    }
  }

  override render() {
    const {value, problem} = this.intake;
    if (!seesEveryGroup()) {
      return nothing;
    }
    if (problem) {
      return html`<a class="silent" href=${href('operations')}><span class="dot"></span>the ledger does not answer</a>`;
    }
    const lag = value?.lag;
    const rate = this.perSecond === undefined ? '–' : Math.round(this.perSecond).toLocaleString('en');
    return html`<a class=${value && (lag === undefined || lag > 1_000) ? 'behind' : ''} href=${href('operations')} title="Records posted a second, and records in the log that are not on the books yet">
      <span class="dot"></span><span>${rate} events/s</span><span>${value ? behind(lag) : ''}</span>
    </a>`;
  }
}

function behind(lag: number | undefined): string {
  if (lag === undefined) {
    return 'the log does not answer';
  }
  return lag === 0 ? 'up to date' : `${lag.toLocaleString('en')} behind`;
}
