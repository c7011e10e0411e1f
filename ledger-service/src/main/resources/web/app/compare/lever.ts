import {LitElement, css, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {shared} from '../styles';
import {NUMBER, SLIDER, WORDS, inWords, within, type Lever} from './levers';

/** One thing of the business, more or less of it: a slider, the same as a number, and a way back to what it was. */
@customElement('triad-lever')
export class LeverControl extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        min-width: 0;
        padding: 0.6rem 0.75rem 0.5rem;
        border: 1px solid var(--line);
        border-radius: 8px;
      }

      :host([moved]) {
        border-color: var(--accent);
        background: var(--accent-soft);
      }

      .head {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        align-items: baseline;
        gap: 0 0.75rem;
      }

      output {
        font-size: 0.875rem;
        font-variant-numeric: tabular-nums;
      }

      :host([moved]) output {
        font-weight: 600;
      }

      .controls {
        display: flex;
        align-items: center;
        gap: 0.4rem;
        margin-top: 0.4rem;
      }

      input[type='range'] {
        flex: 1;
        min-width: 0;
      }

      input[type='number'] {
        width: 5.5rem;
        text-align: right;
        font-variant-numeric: tabular-nums;
      }

      button.quiet {
        padding: 0.3rem 0.5rem;
      }
    `,
  ];

  @property({attribute: false}) lever!: Lever;
  @property({attribute: false}) percent = 0;
  @property({type: Boolean, reflect: true}) moved = false;

  override willUpdate(): void {
    this.moved = this.percent !== 0;
  }

  override render() {
    const {name, hint} = WORDS[this.lever];
    const words = inWords(this.lever, String(this.percent));
    return html`<div role="group" aria-labelledby="name" aria-describedby="hint">
      <div class="head"><h3 id="name">${name}</h3><output>${words}</output></div>
      <p class="small soft" id="hint">${hint}</p>
      <div class="controls">
        <input
          type="range"
          min=${SLIDER.least}
          max=${SLIDER.most}
          step="1"
          list="as-it-was"
          aria-labelledby="name"
          aria-valuetext=${words}
          .value=${live(String(this.percent))}
          @input=${(event: Event) => this.tell((event.target as HTMLInputElement).valueAsNumber)}
        />
        <datalist id="as-it-was"><option value="0"></option></datalist>
        <input
          type="number"
          min=${NUMBER.least}
          max=${NUMBER.most}
          step="any"
          aria-label="${name}, change in per cent"
          .value=${live(String(this.percent))}
          @change=${this.typed}
        />
        <span class="small soft" aria-hidden="true">%</span>
        <button type="button" class="quiet" ?disabled=${!this.moved} @click=${() => this.tell(0)}>Reset<span class="visually-hidden"> the ${name.toLowerCase()}</span></button>
      </div>
    </div>`;
  }

  /** What is no number leaves what was there. */
  private typed(event: Event): void {
    const {valueAsNumber} = event.target as HTMLInputElement;
    this.tell(Number.isNaN(valueAsNumber) ? this.percent : valueAsNumber);
    this.requestUpdate();
  }

  private tell(percent: number): void {
    this.dispatchEvent(new CustomEvent('change', {detail: within(percent)}));
  }
}
