import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {Problem, send} from '../data/api';
import {may} from '../data/session';
import {Loaded} from '../data/loaded';
import type {Group} from '../data/types';
import {href} from '../shell/route';
import {shared} from '../styles';
import {policyWords} from './policy';
import type {BookView} from './types';

/** A book: by which policy, how far it is while it is made, and a way to be rid of it. */
@customElement('triad-book')
export class BookCard extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        padding: 0.75rem 0;
        border-top: 1px solid var(--line);
      }

      .head {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        align-items: baseline;
        gap: 0.25rem 1rem;
      }

      h3 {
        overflow-wrap: anywhere;
      }

      .words {
        margin: 0.3rem 0 0.4rem;
      }

      progress {
        width: 100%;
        height: 8px;
        accent-color: var(--accent);
      }

      .row button {
        min-height: 30px;
        padding: 0.15rem 0.6rem;
        font-size: 0.8125rem;
      }

      .row button.quiet {
        margin-left: -0.6rem;
      }

      .problem {
        color: var(--bad);
      }

      .sure {
        padding: 0.5rem 0.75rem;
        border-radius: 8px;
        background: var(--warn-soft);
        font-size: 0.875rem;
      }

      button.danger {
        border-color: transparent;
        background: var(--bad);
        color: var(--surface);
      }
    `,
  ];

  @property({attribute: false}) book!: BookView;
  @property({attribute: false}) group!: Group;
  /** Whether somebody has just asked for it, and waits. It may be live before it was ever seen otherwise. */
  @property({type: Boolean}) awaited = false;
  @state() private asked = false;
  @state() private problem = '';
  private watched = false;
  private readonly now = new Loaded<BookView>(this, () => (this.book.state === 'rebuilding' ? `/books/${this.book.book}` : undefined), 1_000);

  override updated(): void {
    const book = this.now.value ?? this.book;
    if (book.state === 'rebuilding') {
      this.watched = true;
    } else if (this.watched || this.awaited) {
      this.watched = false;
      this.dispatchEvent(new CustomEvent('made', {detail: book}));
    }
  }

  override render() {
    const book = this.now.value ?? this.book;
    return html`
      <div class="head">
        <h3>${book.book}</h3>
        ${book.state === 'live' ? html`<a class="small" href=${href('overview', {book: book.book})}>Look at it everywhere<span class="visually-hidden">: ${book.book}</span></a>` : nothing}
      </div>
      <p class="small">${book.title}</p>
      <p class="words row">${policyWords(book.policy, (unit) => this.unitName(unit)).map((words) => html`<span class="tag">${words}</span>`)}</p>
      ${this.standing(book)} ${this.removal(book)}
    `;
  }

  private unitName(unit: string): string {
    return this.group.units.find((known) => known.unit === unit)?.name ?? unit;
  }

  private standing({book, state: standing, progress, detail}: BookView) {
    switch (standing) {
      case 'live':
        return nothing;
      case 'failed':
        return html`<p class="problem small">It cannot be made: ${detail}</p>`;
      case 'rebuilding':
        return html`<div role="status">
          <progress max=${progress.entriesTotal || 1} value=${progress.entriesRead} aria-label="How far ${book} is"></progress>
          <p class="small soft">${progress.entriesTotal ? `${progress.entriesRead.toLocaleString('en')} of ${progress.entriesTotal.toLocaleString('en')} entries read` : 'It begins'}</p>
        </div>`;
    }
  }

  private removal({book}: BookView) {
    if (!may('operator')) {
      return nothing;
    }
    const problem = this.problem ? html`<p class="problem small" role="alert">${this.problem}</p>` : nothing;
    return this.asked
      ? html`<div class="row sure" role="group" aria-label="Delete ${book}?">
            <span>Delete ${book}? The events stay, so it can be made again.</span>
            <button class="danger" @click=${this.deleteBook}>Delete</button>
            <button @click=${() => (this.asked = false)}>Keep</button>
          </div>
          ${problem}`
      : html`<div class="row"><button class="quiet" @click=${this.ask} aria-label="Delete ${book}">Delete</button></div>${problem}`;
  }

  private ask(): void {
    this.asked = true;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.sure button:last-child')?.focus());
  }

  private async deleteBook(): Promise<void> {
    this.problem = '';
    try {
      await send<void>('DELETE', `/books/${this.book.book}`);
      this.dispatchEvent(new Event('removed'));
    } catch (error) {
      this.problem = error instanceof Problem ? error.message : String(error);
    }
    this.asked = false;
  }
}
