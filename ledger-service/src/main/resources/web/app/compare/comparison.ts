import {css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {path} from '../data/api';
import {Loaded} from '../data/loaded';
import {sum} from '../data/money';
import {amount} from '../element/amount';
import '../element/chart';
import {ViewElement} from '../shell/view';
import {shared} from '../styles';
import {bookChart} from './book-chart';
import type {BookComparison, ComparedRow} from './types';

/** Books of a group side by side, by one metric: how far each is from the first, and the exact amounts. */
@customElement('triad-comparison')
export class Comparison extends ViewElement {
  static override styles = [
    shared,
    css`
      .scroll {
        position: relative;
        margin-top: 0.75rem;
      }

      td {
        padding-left: 0.75rem;
      }

      thead th.number {
        min-width: 110px;
        padding-left: 0.75rem;
        white-space: normal;
        overflow-wrap: anywhere;
        vertical-align: bottom;
      }

      .difference {
        display: block;
        font-size: 0.8125rem;
        color: var(--ink-soft);
      }

      th[scope='row'] {
        min-width: 120px;
        color: var(--ink);
      }

      triad-chart {
        --chart-height: 200px;
      }

      triad-chart.tall {
        --chart-height: 320px;
      }

      triad-chart.tallest {
        --chart-height: 460px;
      }
    `,
  ];

  /** The first is what the others are compared to. */
  @property({attribute: false}) books: string[] = [];
  @property() metric = '';
  private readonly comparison = new Loaded<BookComparison>(this, () =>
    path('/books/compare', {group: this.group.group, books: this.books.join(','), metric: this.metric, from: this.param('from'), to: this.param('to')}),
  );

  override render() {
    return this.comparison.render((answer) => this.content(answer), 6);
  }

  private content(answer: BookComparison) {
    if (answer.rows.length === 0) {
      return html`<triad-empty heading="Nothing of the kind in this time" text="None of these books has such an amount. Choose another metric or time range."></triad-empty>`;
    }
    const bars = answer.rows.length * (answer.books.length - 1);
    return html`
      ${answer.books.length > 1
        ? html`<triad-chart
            class=${bars > 14 ? 'tallest' : bars > 6 ? 'tall' : ''}
            .draw=${bookChart(answer, (row) => this.rowName(row))}
            label="How far each book is from ${this.bookName(answer.books[0] ?? '')}; the table has the figures."
          ></triad-chart>`
        : html`<p class="small soft">Choose another book to see how far it is from this one.</p>`}
      ${this.table(answer)}
      ${answer.books.length > 1 ? html`<p class="small soft">${momentWords(answer)}</p>` : nothing}
    `;
  }

  private table({rows, books, asset}: BookComparison) {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Amounts by book">
      <table>
        <thead>
          <tr>
            <th scope="col">${rows[0]?.unit === undefined ? 'From whom to whom' : 'Unit'}</th>
            ${books.map((book) => html`<th scope="col" class="number">${this.bookName(book)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) => html`<tr>
              <th scope="row">${this.rowName(row)}</th>
              ${row.values.map((value, index) => this.cell(value.amount, value.difference, asset, index > 0))}
            </tr>`,
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Together</th>
            ${books.map((_, index) => this.cell(total(rows, index, 'amount'), total(rows, index, 'difference'), asset, index > 0))}
          </tr>
        </tfoot>
      </table>
    </div>`;
  }

  private cell(value: string, difference: string, asset: string, compared: boolean) {
    return html`<td class="number">${amount(value, asset)}${compared ? html`<span class="difference">${difference.startsWith('-') || /^[0.]+$/.test(difference) ? nothing : '+'}${amount(difference, asset)}</span>` : nothing}</td>`;
  }

  private bookName(book: string): string {
    return book === 'actual' ? 'Actual book' : book;
  }

  private rowName({unit, grantor, recipient}: ComparedRow): string {
    return unit === undefined ? `${this.unitName(grantor ?? '')} → ${this.unitName(recipient ?? '')}` : this.unitName(unit);
  }
}

/** Whether the figures are of one moment, or how far which book is behind. */
function momentWords({atOneMoment, linksBehind}: BookComparison): string {
  const behind = Object.entries(linksBehind).filter(([, links]) => links > 0);
  return atOneMoment
    ? 'All books are shown as of one moment.'
    : `Not all books are as of one moment: ${behind.map(([book, links]) => `${book} is ${links.toLocaleString('en')} links of the chain behind`).join(', ')}.`;
}

function total(rows: ComparedRow[], index: number, of: 'amount' | 'difference'): string {
  return sum(rows.map((row) => row.values[index]?.[of] ?? '0'));
}
