import {css, html} from 'lit';
import {customElement} from 'lit/decorators.js';
import {Loaded} from '../data/loaded';
import {greatestFirst, sum} from '../data/money';
import {time} from '../data/time';
import type {Flow, Subsidies} from '../data/types';
import {amount} from '../element/amount';
import '../element/chart';
import {colourName} from '../element/colours';
import {go, here} from '../shell/route';
import {ViewElement} from '../shell/view';
import {shared} from '../styles';
import {byMechanism, flowOf, pairOf, positive} from './flows';
import {mechanismColour, mechanismName} from './stacked';
import {timeline, type Strand} from './timeline';

const INTERVALS = ['hour', 'day', 'week', 'month'];

/** How many rows of the table are shown, the last ones. */
const ROWS_MAX = 200;

interface Step {
  from: string;
  flows: Flow[];
}

/** Who funded whom, step by step in time. */
@customElement('triad-funding-series')
export class FundingSeries extends ViewElement {
  static override styles = [
    shared,
    css`
      label {
        display: inline-flex;
        align-items: center;
        gap: 0.4rem;
      }

      details {
        margin-top: 0.5rem;
        font-size: 0.875rem;
      }

      summary {
        cursor: pointer;
        color: var(--accent);
      }

      td,
      th {
        white-space: nowrap;
      }

      .scroll {
        max-height: 420px;
        overflow: auto;
      }
    `,
  ];

  private readonly subsidies = new Loaded<Subsidies>(this, () => this.ofGroup('/subsidies', {progressRatio: this.param('progressRatio'), interval: this.interval}), 15_000);

  private get interval(): string {
    const wanted = this.param('interval');
    return INTERVALS.find((interval) => interval === wanted) ?? 'week';
  }

  override render() {
    return html`<section class="panel">
      <header>
        <h2>Over time</h2>
        <div class="row">${this.choices()}</div>
      </header>
      ${this.subsidies.render((answer) => this.content(answer), 6)}
    </section>`;
  }

  private choices() {
    const by = this.param('by') === 'mechanism' ? 'mechanism' : 'pair';
    return html`
      <label>By <select @change=${(event: Event) => this.choose('by', event, 'pair')}>
        <option value="pair" ?selected=${by === 'pair'}>pair</option>
        <option value="mechanism" ?selected=${by === 'mechanism'}>mechanism</option>
      </select></label>
      <label>each <select @change=${(event: Event) => this.choose('interval', event, 'week')}>
        ${INTERVALS.map((interval) => html`<option value=${interval} ?selected=${interval === this.interval}>${interval}</option>`)}
      </select></label>
    `;
  }

  private choose(name: string, event: Event, usual: string): void {
    const {value} = event.target as HTMLSelectElement;
    go(here({[name]: value === usual ? undefined : value}));
  }

  private content({series = [], asset}: Subsidies) {
    if (series.length === 0) {
      return html`<triad-empty heading="Nothing in this time" text="Choose another time range."></triad-empty>`;
    }
    const mechanisms = this.param('by') === 'mechanism';
    const steps = series.map((step) => ({from: step.from, flows: positive(this.param('view') === 'net' && !mechanisms ? step.net : step.gross)}));
    const strands = mechanisms ? this.byMechanism(steps) : this.byPair(steps);
    const names = steps.map((step) => time(step.from));
    const words = strands.map((strand) => `${strand.name}: ${sum(strand.values)}`).join('; ');
    return html`
      <triad-chart .draw=${timeline(names, strands, asset)} label="Funding each ${this.interval}, from ${names[0] ?? ''} to ${names.at(-1) ?? ''}. In all, ${words}"></triad-chart>
      ${this.table(names, strands, asset)}
    `;
  }

  private byPair(steps: Step[]): Strand[] {
    const pairs = new Map<string, Flow>();
    steps.forEach((step) => step.flows.forEach((flow) => pairs.set(pairOf(flow), flow)));
    const seen = new Map<string, number>();
    return [...pairs.values()]
      .map((pair) => ({pair, values: steps.map((step) => flowOf(step.flows, pair.grantor, pair.recipient)?.amount ?? '0')}))
      .sort((a, b) => greatestFirst(sum(a.values), sum(b.values)))
      .map(({pair, values}) => {
        const shade = seen.get(pair.grantor) ?? 0;
        seen.set(pair.grantor, shade + 1);
        return {name: `${this.unitName(pair.grantor)} → ${this.unitName(pair.recipient)}`, colour: colourName(this.group, pair.grantor), shade, values};
      });
  }

  private byMechanism(steps: Step[]): Strand[] {
    const of = steps.map((step) => new Map(byMechanism(step.flows)));
    const names = [...new Set(of.flatMap((step) => [...step.keys()]))].sort();
    return names.map((name) => ({name: mechanismName(name), colour: mechanismColour(name), shade: 0, values: of.map((step) => step.get(name) ?? '0')}));
  }

  private table(names: string[], strands: Strand[], asset: string) {
    const first = Math.max(0, names.length - ROWS_MAX);
    return html`<details>
      <summary>The same as a table</summary>
      <div class="scroll" tabindex="0" role="region" aria-label="Funding over time">
        <table>
          ${first > 0 ? html`<caption>The last ${ROWS_MAX} of ${names.length} steps; choose a time range for others.</caption>` : ''}
          <thead><tr><th>From (UTC)</th>${strands.map((strand) => html`<th class="number">${strand.name}</th>`)}</tr></thead>
          <tbody>
            ${names.slice(first).map((name, index) => html`<tr><th scope="row">${name}</th>${strands.map((strand) => html`<td class="number">${amount(strand.values[first + index] ?? '0', asset)}</td>`)}</tr>`)}
          </tbody>
        </table>
      </div>
    </details>`;
  }
}
