import {LitElement, css, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {TestedPlayer, TestResult} from '../data/types';
import {headline} from '../element/amount';
import {shared} from '../styles';
import {bandOf, inWords} from './bands';
import {BENCHMARKS, markSign, scalePicture} from './scale';

/** One user of a unit's capacity: what it pays, against what it would cost by every benchmark. */
@customElement('triad-tested-player')
export class PlayerPicture extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(230px, 2fr) minmax(0, 3fr);
        gap: 0.5rem 2rem;
      }

      .words {
        margin-top: 0.4rem;
        max-width: 60ch;
      }

      h3 {
        font-size: 1rem;
      }

      .band {
        display: inline-block;
        padding: 0.1rem 0.55rem;
        border-radius: 10px;
        font-size: 0.8125rem;
        font-weight: 600;
        background: var(--sunken);
        color: var(--ink-soft);
      }

      .bad {
        background: var(--bad-soft);
        color: var(--bad);
      }

      .warn {
        background: var(--warn-soft);
        color: var(--warn);
      }

      .good {
        background: var(--good-soft);
        color: var(--good);
      }

      svg.scale {
        display: block;
        overflow: visible;
      }

      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 0.2rem 1.1rem;
        margin: 0.4rem 0 0;
        font-size: 0.8125rem;
      }

      dl div {
        display: flex;
        align-items: center;
        gap: 0.3rem;
      }

      dt {
        display: flex;
        align-items: center;
        gap: 0.25rem;
        color: var(--ink-soft);
      }

      dd {
        margin: 0;
        font-variant-numeric: tabular-nums;
      }

      .paid dt,
      .paid dd {
        color: var(--accent);
        font-weight: 650;
      }

      @media (max-width: 900px) {
        :host {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @property({attribute: false}) player!: TestedPlayer;
  @property({attribute: false}) result!: TestResult;
  @property() name = '';
  @property() asset = '';

  override render() {
    const band = bandOf(this.player, this.result);
    const {picture, logarithmic} = scalePicture(this.player, this.asset);
    return html`
      <div>
        <h3>${this.name}</h3>
        <span class="band ${band.tone}">${band.words} · ${band.name}</span>
        <p class="words">${inWords(this.player, this.name, this.result, this.asset)}</p>
      </div>
      <div>
        ${picture}
        <dl>
          ${BENCHMARKS.map(({sign, name, meaning, of}) => html`<div class=${sign} title=${meaning}><dt>${markSign(sign)}${name}</dt><dd>${headline(of(this.player), this.asset)}</dd></div>`)}
        </dl>
        <p class="small soft">
          ${logarithmic ? 'The marks are far apart: a logarithmic scale, each step ten times the one before.' : 'A scale of its own, from zero.'} Green: neither too little nor too much.
        </p>
      </div>
    `;
  }
}
