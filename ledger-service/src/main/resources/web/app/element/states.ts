import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Problem} from '../data/api';
import {shared} from '../styles';

/** Something is on its way. */
@customElement('triad-loading')
export class Loading extends LitElement {
  static override styles = [
    shared,
    css`
      div {
        display: grid;
        gap: 0.6rem;
        padding: 0.25rem 0;
      }

      span {
        height: 0.9rem;
        border-radius: 6px;
        background: linear-gradient(90deg, var(--sunken), var(--line), var(--sunken));
        background-size: 200% 100%;
        animation: pass 1.4s linear infinite;
      }

      span:nth-child(3n) {
        width: 72%;
      }

      span:nth-child(3n + 1) {
        width: 88%;
      }

      @keyframes pass {
        to {
          background-position: -200% 0;
        }
      }

      @media (prefers-reduced-motion: reduce) {
        span {
          animation: none;
        }
      }
    `,
  ];

  @property({type: Number}) lines = 3;

  override render() {
    return html`<div role="status" aria-label="Loading">${Array.from({length: this.lines}, () => html`<span></span>`)}</div>`;
  }
}

/** Why something cannot be shown, and what to do. */
@customElement('triad-problem')
export class ProblemNotice extends LitElement {
  static override styles = [
    shared,
    css`
      div {
        display: grid;
        gap: 0.5rem;
        justify-items: start;
        padding: 0.9rem 1rem;
        border: 1px solid var(--bad);
        border-radius: var(--radius);
        background: var(--bad-soft);
      }
    `,
  ];

  @property({attribute: false}) problem!: Problem;

  override render() {
    const {title, detail} = this.problem;
    return html`<div role="alert">
      <strong>${title}</strong>
      ${detail && detail !== title ? html`<p>${detail}</p>` : nothing}
      <button @click=${() => this.dispatchEvent(new Event('again'))}>Try again</button>
    </div>`;
  }
}

/** What is shown could not be renewed. */
@customElement('triad-stale')
export class Stale extends LitElement {
  static override styles = [
    shared,
    css`
      p {
        margin-bottom: 0.75rem;
        padding: 0.4rem 0.75rem;
        border-radius: 8px;
        background: var(--warn-soft);
        color: var(--warn);
        font-size: 0.8125rem;
      }
    `,
  ];

  @property({attribute: false}) problem!: Problem;
  @property() since = '';

  override render() {
    return html`<p role="status">From ${this.since}; it could not be renewed: ${this.problem.message}</p>`;
  }
}

/** There is nothing, and why. */
@customElement('triad-empty')
export class Empty extends LitElement {
  static override styles = [
    shared,
    css`
      div {
        display: grid;
        gap: 0.35rem;
        justify-items: center;
        padding: 2.5rem 1rem;
        border: 1px dashed var(--line-strong);
        border-radius: var(--radius);
        text-align: center;
        color: var(--ink-soft);
      }

      strong {
        color: var(--ink);
      }
    `,
  ];

  @property() heading = '';
  @property() text = '';

  override render() {
    return html`<div><strong>${this.heading}</strong>${this.text ? html`<span>${this.text}</span>` : nothing}<slot></slot></div>`;
  }
}
