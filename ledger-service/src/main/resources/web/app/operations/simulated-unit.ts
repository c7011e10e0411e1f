import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {ask, Problem} from '../data/api';
import {may, takes} from '../data/session';
import {time} from '../data/time';
import {shared} from '../styles';
import {count} from './positions';
import type {SimulatedUnit, SimulatedUnits, SimulationChange} from './types';

/** A simulated unit: where it stands on its virtual clock, and how fast and how much it trades. */
@customElement('triad-simulated-unit')
export class SimulatedUnitCard extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        padding: 0.8rem 0.9rem;
        border: 1px solid var(--line);
        border-radius: 8px;
        background: var(--sunken);
      }

      .head {
        display: flex;
        justify-content: space-between;
        align-items: baseline;
        gap: 0.5rem;
      }

      h4 {
        margin: 0;
        font-size: 0.875rem;
        font-weight: 600;
      }

      .state {
        font-size: 0.75rem;
        font-weight: 600;
        padding: 0.05rem 0.5rem;
        border-radius: 999px;
        background: var(--good-soft);
        color: var(--good);
        white-space: nowrap;
      }

      .paused {
        background: var(--warn-soft);
        color: var(--warn);
      }

      dl {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: 0.1rem 1rem;
        margin: 0.5rem 0 0.7rem;
        font-size: 0.8125rem;
      }

      dl div {
        display: flex;
        justify-content: space-between;
        gap: 0.5rem;
      }

      dl div:first-child {
        grid-column: 1 / -1;
      }

      dt {
        color: var(--ink-soft);
      }

      dd {
        margin: 0;
        font-variant-numeric: tabular-nums;
      }

      form {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 0.5rem;
      }

      label {
        display: grid;
        gap: 0.15rem;
        flex: 1 1 4.5rem;
        font-size: 0.75rem;
      }

      input {
        width: 100%;
        min-width: 0;
        color: var(--ink);
      }

      .problem {
        margin-top: 0.5rem;
        color: var(--bad);
        font-size: 0.8125rem;
      }
    `,
  ];

  @property() service = '';
  @property({attribute: false}) unit!: SimulatedUnit;
  @property() name = '';
  @state() private draft: SimulationChange = {};
  @state() private busy = false;
  @state() private problem = '';

  override render() {
    const {unit} = this;
    return html`
      <div class="head">
        <h4 id="name">${this.name}</h4>
        <span class="state ${unit.paused ? 'paused' : ''}" role="status">${unit.paused ? 'Paused' : unit.phase === 'live' ? 'Running' : `In its ${unit.phase}`}</span>
      </div>
      <dl>
        <div><dt>Its time</dt><dd>${time(unit.virtualTime.replace(/:\d\d(\.\d+)?Z$/, ':00Z'))}${unit.lagSeconds > 0 ? html` · ${count(unit.lagSeconds)} s late` : nothing}</dd></div>
        <div><dt>Events</dt><dd>${count(unit.eventsEmitted)}</dd></div>
        <div><dt>Seed</dt><dd>${unit.seed}</dd></div>
      </dl>
      ${may('operator') ? this.controls() : takes('operator', 'Steering it')}
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
    `;
  }

  private controls() {
    const {unit, draft} = this;
    const changed = draft.rate !== undefined || draft.speed !== undefined;
    return html`<form @submit=${this.apply} aria-labelledby="name">
        <label title="How much is traded: 1 is as the scenario says, 0 nothing, 2 twice as much">
          Demand ×
          <input name="rate" type="number" min="0" max="100" step="any" required .value=${draft.rate ?? unit.rate} @input=${this.rate} />
        </label>
        <label title="Virtual seconds that pass in a second">
          Speed, s/s
          <input name="speed" type="number" min="1" max="1000000" step="1" required .value=${String(draft.speed ?? unit.speed)} @input=${this.speed} />
        </label>
        <button type="submit" class=${changed ? 'primary' : ''} ?disabled=${!changed || this.busy}>Apply</button>
        <button type="button" ?disabled=${this.busy} @click=${() => this.send({paused: !unit.paused})}>${unit.paused ? 'Continue' : 'Pause'}</button>
      </form>`;
  }

  private rate(event: Event): void {
    const field = event.target as HTMLInputElement;
    const value = field.value.replace(/^\./, '0.');
    field.setCustomValidity(/^(\d{1,3}(\.\d{1,6})?)?$/.test(value) ? '' : 'A number from 0 to 100 with at most six decimals');
    this.draft = {...this.draft, rate: value === this.unit.rate ? undefined : value};
  }

  private speed(event: Event): void {
    const value = (event.target as HTMLInputElement).valueAsNumber;
    this.draft = {...this.draft, speed: value === this.unit.speed ? undefined : value};
  }

  private apply(event: SubmitEvent): void {
    event.preventDefault();
    void this.send(this.draft);
  }

  /** A change can be taken back by another, so nothing is asked before it. */
  private async send(change: SimulationChange): Promise<void> {
    this.busy = true;
    this.problem = '';
    try {
      const {units} = await ask<SimulatedUnits>(`${this.service}/api/v1/simulation?group=${encodeURIComponent(this.unit.group)}`, {
        method: 'PUT',
        headers: {accept: 'application/json', 'content-type': 'application/json'},
        body: JSON.stringify(change),
      });
      this.draft = {};
      this.dispatchEvent(new CustomEvent('changed', {detail: units}));
    } catch (error) {
      this.problem = error instanceof Problem ? error.message : String(error);
    } finally {
      this.busy = false;
    }
  }
}
