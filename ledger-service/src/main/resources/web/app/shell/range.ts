import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {Loaded} from '../data/loaded';
import {instant, local, month, time} from '../data/time';
import type {Periods} from '../data/types';
import {shared} from '../styles';
import {go, here, Routed} from './route';

/** Chooses the time that is looked at: all of it, a month, or from one instant to another. */
@customElement('triad-range')
export class RangePicker extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        position: relative;
      }

      form {
        position: absolute;
        z-index: 30;
        right: 0;
        top: calc(100% + 6px);
        display: grid;
        gap: 0.75rem;
        width: 280px;
        padding: 1rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--raised);
        box-shadow: var(--shadow);
      }

      label {
        display: grid;
        gap: 0.25rem;
      }

      @media (max-width: 640px) {
        form {
          right: auto;
          left: 0;
        }
      }
    `,
  ];

  @property() group = '';
  @state() private open = false;
  private readonly routed = new Routed(this);
  private readonly periods = new Loaded<Periods>(this, () => `/groups/${encodeURIComponent(this.group)}/periods`, 30_000);

  private get from(): string | undefined {
    return this.routed.route.params.get('from') ?? undefined;
  }

  private get to(): string | undefined {
    return this.routed.route.params.get('to') ?? undefined;
  }

  override render() {
    const periods = this.periods.value?.periods ?? [];
    const chosen = periods.find((period) => period.from === this.from && period.until === this.to);
    const custom = !chosen && (this.from || this.to);
    return html`
      <div class="row">
        <label class="visually-hidden" for="range">Time range</label>
        <select id="range" @change=${this.choose}>
          <option value="" ?selected=${!this.from && !this.to}>All time</option>
          ${periods.map((period) => html`<option value=${period.period} ?selected=${period === chosen}>${month(period.period)}</option>`)}
          ${custom ? html`<option value="kept" selected>${time(this.from) || 'begin'} – ${time(this.to) || 'now'}</option>` : nothing}
          <option value="custom">From … to …</option>
        </select>
      </div>
      ${this.open ? this.form() : nothing}
    `;
  }

  private form() {
    return html`<form @submit=${this.submit} @keydown=${this.escape} aria-label="Time range">
      <label>From (UTC) <input type="datetime-local" name="from" .value=${local(this.from)} /></label>
      <label>To, exclusive (UTC) <input type="datetime-local" name="to" .value=${local(this.to)} /></label>
      <div class="row">
        <button class="primary" type="submit">Show</button>
        <button type="button" class="quiet" @click=${() => (this.open = false)}>Cancel</button>
      </div>
    </form>`;
  }

  private choose(event: Event): void {
    const {value} = event.target as HTMLSelectElement;
    this.open = value === 'custom';
    if (value === 'custom') {
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLInputElement>('input')?.focus());
    } else if (value !== 'kept') {
      const period = this.periods.value?.periods.find((known) => known.period === value);
      go(here({from: period?.from, to: period?.until, cursor: undefined}));
    }
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    this.open = false;
    go(here({from: instant(String(fields.get('from'))), to: instant(String(fields.get('to'))), cursor: undefined}));
  }

  private escape(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      this.open = false;
    }
  }
}
