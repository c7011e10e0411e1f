import {LitElement, css, html} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {go, here} from '../shell/route';
import {shared} from '../styles';

/** The assumption on economies of scale, to be tried: what is chosen goes to the address. */
@customElement('triad-progress-ratio')
export class ProgressRatio extends LitElement {
  static override styles = [
    shared,
    css`
      label {
        display: grid;
        gap: 0.15rem;
      }

      .line {
        display: flex;
        align-items: center;
        gap: 0.6rem;
      }

      input {
        width: 170px;
      }

      output {
        min-width: 2.5rem;
        color: var(--ink);
        font-weight: 600;
        font-variant-numeric: tabular-nums;
      }

      p {
        max-width: 46ch;
      }
    `,
  ];

  @property() value = '0.85';
  @state() private moved: string | undefined;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('value')) {
      this.moved = undefined;
    }
  }

  override render() {
    const shown = this.moved ?? this.value;
    return html`<label for="ratio">Progress ratio</label>
      <div class="line">
        <input
          id="ratio"
          type="range"
          min="0.5"
          max="1"
          step="0.01"
          aria-describedby="meaning"
          .value=${shown}
          @input=${(event: Event) => (this.moved = (event.target as HTMLInputElement).value)}
          @change=${(event: Event) => go(here({progressRatio: (event.target as HTMLInputElement).value}))}
        />
        <output for="ratio">${shown}</output>
      </div>
      <p id="meaning" class="small soft">An assumption: each doubling of volume brings unit cost to this share; 1 = no economies of scale.</p>`;
  }
}
