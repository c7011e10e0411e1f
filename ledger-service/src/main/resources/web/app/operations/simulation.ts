import {LitElement, css, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {ask} from '../data/api';
import {Loaded} from '../data/loaded';
import type {Group} from '../data/types';
import {shared} from '../styles';
import './simulated-unit';
import type {SimulatedUnit, SimulatedUnits} from './types';

/** The simulated units of one service, each to be steered by itself. */
@customElement('triad-simulation')
export class Simulation extends LitElement {
  static override styles = [
    shared,
    css`
      h3 {
        margin-bottom: 0.5rem;
      }

      .units {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr));
        gap: 0.75rem;
      }
    `,
  ];

  @property() name = '';
  @property() url = '';
  @property({attribute: false}) groups: Group[] = [];
  private readonly simulation = new Loaded<SimulatedUnits>(
    this,
    () => this.url,
    2_000,
    (url, signal) => ask(`${url}/api/v1/simulation`, {signal, headers: {accept: 'application/json'}}),
  );

  override render() {
    return html`<h3>${this.name}</h3>${this.simulation.render(({units}) => this.content(units), 2)}`;
  }

  private content(units: SimulatedUnit[]) {
    if (units.length === 0) {
      return html`<p class="small soft">It hosts no unit of the groups that run.</p>`;
    }
    return html`<div class="units">
      ${repeat(
        units,
        (unit) => `${unit.group}/${unit.unit}`,
        (unit) => html`<triad-simulated-unit service=${this.url} name=${this.unitTitle(unit)} .unit=${unit} @changed=${this.changed}></triad-simulated-unit>`,
      )}
    </div>`;
  }

  private unitTitle({group, unit}: SimulatedUnit): string {
    const known = this.groups.find((one) => one.group === group);
    return `${known?.name ?? group} · ${known?.units.find((one) => one.unit === unit)?.name ?? unit}`;
  }

  /** The answer to a change says how the units of its group stand now; a question under way may not know yet. */
  private changed(event: CustomEvent<SimulatedUnit[]>): void {
    const now = event.detail;
    const units = this.simulation.value?.units ?? [];
    this.simulation.put({units: units.map((unit) => now.find((one) => one.group === unit.group && one.unit === unit.unit) ?? unit)});
  }
}
