import {css, html, nothing} from 'lit';
import {customElement} from 'lit/decorators.js';
import {Loaded} from '../data/loaded';
import {month, time} from '../data/time';
import {here} from '../shell/route';
import {ViewElement} from '../shell/view';
import {shared} from '../styles';
import type {ClosedPeriod} from './types';
import {before} from './words';

/** The months of the books, and which of them are closed. */
@customElement('triad-periods')
export class PeriodsPanel extends ViewElement {
  static override styles = [
    shared,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        margin: 0 0 0.6rem;
        padding: 0;
        list-style: none;
      }

      .button {
        font-size: 0.8125rem;
      }

      .closed {
        border-color: var(--good);
      }

      .state {
        color: var(--ink-soft);
      }
    `,
  ];

  private readonly periods = new Loaded<{periods: ClosedPeriod[]}>(this, () => this.ofGroup('/periods', {book: undefined, from: undefined, to: undefined}), 30_000);

  override render() {
    return html`<section class="panel">
      <header><h2>Periods</h2><span class="small soft">a month leads to the books as they were at its end</span></header>
      ${this.periods.render(({periods}) => this.list(periods), 2)}
    </section>`;
  }

  private list(periods: ClosedPeriod[]) {
    const closed = periods.filter(({state}) => state === 'closed');
    return html`<ul>
        ${periods.map((period) => this.period(period))}
      </ul>
      <p class="small soft">
        ${closed.length === 0 ? 'No month is closed yet. ' : nothing}Closed means that no figure of that month changes any more: what happened in it and comes later is
        dated the first open moment, and says when it happened. An open month still takes what comes late, in its place.
      </p>`;
  }

  private period({period, until, state, closedAt, complete}: ClosedPeriod) {
    const closed = state === 'closed';
    const words = closed ? `closed${closedAt ? ' ' + time(closedAt) : ''}${complete === false ? ', being completed' : ''}` : state;
    return html`<li>
      <a class="button ${closed ? 'closed' : ''}" href=${here({asOf: before(until), tab: undefined})}>
        ${month(period)} <span class="state">${closed ? '✓ ' : ''}${words}</span>
      </a>
    </li>`;
  }
}
