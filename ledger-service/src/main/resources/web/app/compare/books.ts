import {css, html, nothing} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {Loaded} from '../data/loaded';
import {may, takes} from '../data/session';
import {go, here} from '../shell/route';
import {ViewElement} from '../shell/view';
import {shared} from '../styles';
import './book-card';
import './comparison';
import './make-book';
import type {BookView, BookViews} from './types';

const METRICS = {
  'operating-income': 'Operating income',
  'imputed-subsidy': 'Imputed subsidy',
  'intersegment-revenue': 'Intersegment revenue',
  'external-revenue': 'External revenue',
} as const;

const ACTUAL = 'actual';

/** The ledger compares as many at once. */
const BOOKS_MAX = 8;

/** Books of one group: what there are, side by side, and a form that makes one. */
@customElement('triad-books')
export class Books extends ViewElement {
  static override styles = [
    shared,
    css`
      .two {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(300px, 380px);
        gap: var(--gap);
        align-items: start;
      }

      .two > * {
        min-width: 0;
      }

      .controls {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 1.5rem;
        align-items: center;
        margin-bottom: 1rem;
      }

      .controls select {
        color: var(--ink);
      }

      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1.1rem;
        margin: 0;
        padding: 0;
        border: 0;
        min-width: 0;
      }

      fieldset label {
        display: flex;
        align-items: center;
        gap: 0.4rem;
        color: var(--ink);
        font-size: 0.875rem;
        overflow-wrap: anywhere;
      }

      .list > p {
        padding-bottom: 0.75rem;
      }

      .made {
        padding: 0.5rem 0.75rem;
        border-radius: 8px;
        background: var(--good-soft);
        color: var(--good);
        font-size: 0.875rem;
      }

      @media (max-width: 1180px) {
        .two {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  private readonly books = new Loaded<BookViews>(this, () => '/books', 5_000);
  @state() private made = '';
  @state() private begun = '';

  override render() {
    return this.books.render(({books}) => this.content(books.filter((book) => book.group === this.group.group)), 8);
  }

  private content(books: BookView[]) {
    return html`<div class="two">
      <div class="stack">
        ${this.made ? html`<p class="made" role="status">${this.made} is live. It is compared below, and can be chosen at the top of every view.</p>` : nothing}
        ${books.some((book) => book.state === 'live') ? this.comparison(books) : this.none(books)}
        ${may('operator') ? html`<triad-make-book .group=${this.group} @begun=${this.begin}></triad-make-book>` : takes('operator', 'Making a book')}
      </div>
      ${this.list(books)}
    </div>`;
  }

  private none(books: BookView[]) {
    return books.length > 0
      ? nothing
      : html`<triad-empty
          heading="There is only the actual book"
          text="Make one by other rules below: it is posted from the same events, follows the actual book from then on, and answers every question that one does."
        ></triad-empty>`;
  }

  private comparison(books: BookView[]) {
    const chosen = this.chosen(books);
    const metric = this.metric;
    return html`<section class="panel" aria-labelledby="side">
      <header>
        <h2 id="side">Side by side</h2>
        <span class="small soft">bars are differences to ${chosen[0] === ACTUAL ? 'the actual book' : chosen[0]}</span>
      </header>
      <div class="controls">
        <label>Metric
          <select @change=${(event: Event) => go(here({metric: (event.target as HTMLSelectElement).value}))}>
            ${Object.entries(METRICS).map(([name, title]) => html`<option value=${name} ?selected=${name === metric}>${title}</option>`)}
          </select>
        </label>
        <fieldset>
          <legend class="visually-hidden">Books that are compared</legend>
          ${[ACTUAL, ...live(books)].map((book) => this.check(book, chosen))}
        </fieldset>
      </div>
      <triad-comparison .group=${this.group} .books=${chosen} metric=${metric}></triad-comparison>
    </section>`;
  }

  private check(book: string, chosen: string[]) {
    const on = chosen.includes(book);
    const fixed = on ? chosen.length === 1 : chosen.length === BOOKS_MAX;
    return html`<label><input type="checkbox" value=${book} .checked=${on} ?disabled=${fixed} @change=${(event: Event) => this.choose(book, (event.target as HTMLInputElement).checked, chosen)} />${book === ACTUAL ? 'Actual book' : book}</label>`;
  }

  private list(books: BookView[]) {
    return html`<section class="panel list" aria-labelledby="books">
      <header><h2 id="books">Books of ${this.group.name}</h2></header>
      <p class="small soft">The actual book is as ${this.group.name} declared its rules. ${books.length === 0 ? 'There is no other yet.' : nothing}</p>
      ${repeat(
        books,
        (book) => book.book,
        (book) => html`<triad-book .book=${book} .group=${this.group} ?awaited=${this.begun === book.book} @made=${this.tell} @removed=${() => this.forget(book.book)}></triad-book>`,
      )}
    </section>`;
  }

  private get metric(): keyof typeof METRICS {
    const asked = this.param('metric') ?? '';
    return asked in METRICS ? (asked as keyof typeof METRICS) : 'operating-income';
  }

  /** Those that the address names, the actual one first; else all that answer. */
  private chosen(books: BookView[]): string[] {
    const known = [ACTUAL, ...live(books)];
    const wanted = this.param('books')?.split(',');
    const chosen = wanted ? known.filter((book) => wanted.includes(book)) : known;
    return (chosen.length > 0 ? chosen : known).slice(0, BOOKS_MAX);
  }

  private choose(book: string, on: boolean, chosen: string[]): void {
    go(here({books: (on ? [...chosen, book] : chosen.filter((known) => known !== book)).join(',')}));
  }

  private begin(event: CustomEvent<BookView>): void {
    this.begun = event.detail.book;
    void this.books.again();
  }

  private async tell(event: CustomEvent<BookView>): Promise<void> {
    this.begun = '';
    await this.books.again();
    if (event.detail.state === 'live') {
      this.made = event.detail.book;
      const wanted = this.param('books');
      if (wanted && !wanted.split(',').includes(this.made)) {
        go(here({books: `${wanted},${this.made}`}), true);
      }
    }
  }

  /** A book that is gone is not looked at any more. */
  private async forget(book: string): Promise<void> {
    this.made = this.made === book ? '' : this.made;
    const books = this.param('books')?.split(',').filter((known) => known !== book) ?? [];
    go(here({books: books.some((known) => known !== ACTUAL) ? books.join(',') : undefined, ...(this.param('book') === book ? {book: undefined} : {})}), true);
    await this.books.again();
  }
}

function live(books: BookView[]): string[] {
  return books.filter((book) => book.state === 'live').map((book) => book.book);
}
