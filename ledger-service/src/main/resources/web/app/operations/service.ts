import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {Loaded} from '../data/loaded';
import {shared} from '../styles';
import {askHealth, checkDetail, checkName, inOrder} from './health';
import type {Check, Health} from './types';

/** A service: whether it is up, check by check, and where its interface and its metrics are. */
@customElement('triad-service')
export class ServiceCard extends LitElement {
  static override styles = [
    shared,
    css`
      article {
        display: grid;
        gap: 0.5rem;
        align-content: start;
        height: 100%;
      }

      .head {
        display: flex;
        justify-content: space-between;
        align-items: baseline;
        gap: 0.5rem;
      }

      h3 {
        font-size: 1rem;
      }

      .state {
        display: inline-flex;
        align-items: center;
        gap: 0.4rem;
        font-weight: 600;
        font-size: 0.875rem;
        white-space: nowrap;
      }

      .state::before {
        content: '';
        width: 9px;
        height: 9px;
        border-radius: 50%;
        background: currentColor;
      }

      .up {
        color: var(--good);
      }

      .down {
        color: var(--bad);
      }

      .asked {
        color: var(--ink-soft);
      }

      ul {
        margin: 0;
        padding: 0;
        list-style: none;
        font-size: 0.8125rem;
      }

      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.5rem;
        padding: 0.2rem 0;
      }

      li .why {
        grid-column: 1 / -1;
        color: var(--ink-soft);
        overflow-wrap: anywhere;
      }

      .links {
        gap: 1rem;
        margin-top: auto;
        font-size: 0.8125rem;
      }
    `,
  ];

  @property() name = '';
  /** Where it is; empty for the ledger itself. */
  @property() url = '';
  private readonly health = new Loaded<Health>(this, () => this.url, 5_000, askHealth);

  override render() {
    const {value, problem} = this.health;
    return html`<article class="panel" aria-label="${this.name} service">
      <div class="head">
        <h3>${this.name}</h3>
        <span role="status">${this.state()}</span>
      </div>
      <p class="small soft mono">${(this.url || location.origin).replace(/^https?:\/\//, '')}</p>
      ${problem ? html`<p class="small">${problem.detail} Is it started (<code class="mono">./triad status</code>), and does it let this page ask (<code class="mono">triad.console.origins</code>)?</p>` : nothing}
      ${value && !problem ? html`<ul>${inOrder(value.checks).map((check) => this.check(check))}</ul>` : nothing}
      <p class="row links">
        <a href="${this.url}/q/swagger-ui/" target="_blank" rel="noopener">API<span class="visually-hidden"> of ${this.name}</span></a>
        <a href="${this.url}/q/metrics" target="_blank" rel="noopener">Metrics<span class="visually-hidden"> of ${this.name}</span></a>
        <a href="${this.url}/q/health" target="_blank" rel="noopener">Health<span class="visually-hidden"> of ${this.name}, as it says it</span></a>
      </p>
    </article>`;
  }

  private state() {
    const {value, problem} = this.health;
    if (problem) {
      return html`<span class="state down">Does not answer</span>`;
    }
    if (!value) {
      return html`<span class="state asked">Asked</span>`;
    }
    return value.status === 'UP' ? html`<span class="state up">Up</span>` : html`<span class="state down">Down</span>`;
  }

  private check(check: Check) {
    const up = check.status === 'UP';
    const detail = checkDetail(check);
    return html`<li title=${detail}>
      <span>${checkName(check)}</span><span class=${up ? 'up' : 'down'}>${up ? 'up' : 'down'}</span>
      ${!up && detail ? html`<span class="why">${detail}</span>` : nothing}
    </li>`;
  }
}
