import {css, html, nothing} from 'lit';
import {customElement} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {Loaded} from '../data/loaded';
import type {Groups, Service, Services} from '../data/types';
import {ViewElement} from '../shell/view';
import {shared} from '../styles';
import './chain';
import './lag';
import './service';
import './simulation';
import './suspense';

/** Whether everything runs: services, the way of events to the books, what is not on them, and the simulation's controls. */
@customElement('triad-operations')
export class Operations extends ViewElement {
  static override styles = [
    shared,
    css`
      .lead {
        margin: 0.4rem 0 1.25rem;
        max-width: 75ch;
      }

      .services {
        display: grid;
        grid-template-columns: repeat(4, minmax(0, 1fr));
        gap: var(--gap);
      }

      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 440px), 1fr));
        gap: var(--gap);
        align-items: start;
      }

      .simulation {
        display: grid;
        gap: 1.25rem;
      }

      @media (max-width: 1250px) {
        .services {
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }
      }

      @media (max-width: 560px) {
        .services {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  private readonly services = new Loaded<Services>(this, () => '/services', 60_000);
  private readonly groups = new Loaded<Groups>(this, () => '/groups', 60_000);

  override render() {
    return html`
      <h1>Operations</h1>
      <p class="lead soft">What runs, how far the books are behind, and what could not be posted: of all companies at once. The page asks each service itself.</p>
      <h2 class="visually-hidden">Services</h2>
      <div class="stack">
        <div class="services">
          <triad-service name="Ledger"></triad-service>
          ${repeat(
            this.services.value?.services ?? [],
            (service) => service.name,
            (service) => html`<triad-service name=${title(service)} url=${service.url}></triad-service>`,
          )}
        </div>
        ${this.services.problem && !this.services.value ? this.services.render(() => nothing) : nothing}
        <div class="pair"><triad-lag></triad-lag><triad-chain></triad-chain></div>
        <triad-suspense .group=${this.group}></triad-suspense>
        ${this.services.value?.services.length ? this.simulation(this.services.value.services) : nothing}
      </div>
    `;
  }

  private simulation(services: Service[]) {
    return html`<section class="panel" aria-labelledby="simulation">
      <header>
        <h2 id="simulation">Simulation</h2>
        <span class="small soft">a change holds from the unit's next hour on, over restarts too, and another one takes it back</span>
      </header>
      <div class="simulation">
        ${repeat(
          services,
          (service) => service.name,
          (service) => html`<triad-simulation name=${title(service)} url=${service.url} .groups=${this.groups.value?.groups ?? []}></triad-simulation>`,
        )}
      </div>
    </section>`;
  }
}

function title({name}: Service): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
