import {css, html, nothing} from 'lit';
import {customElement} from 'lit/decorators.js';
import {here} from '../shell/route';
import {ViewElement} from '../shell/view';
import {shared} from '../styles';
import './books';
import './companies';

const TABS = {companies: 'Companies', books: 'What-if books'} as const;

type Tab = keyof typeof TABS;

/** Side by side: companies, and the books of one of them by other policies. */
@customElement('triad-compare')
export class Compare extends ViewElement {
  static override styles = [
    shared,
    css`
      nav {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem;
        margin: 0.75rem 0 1.25rem;
        border-bottom: 1px solid var(--line);
      }

      nav a {
        padding: 0.45rem 0.9rem;
        border-bottom: 2px solid transparent;
        margin-bottom: -1px;
        color: var(--ink-soft);
      }

      nav a:hover {
        color: var(--ink);
        text-decoration: none;
      }

      nav a[aria-current] {
        border-color: var(--accent);
        color: var(--accent);
        font-weight: 600;
      }
    `,
  ];

  override render() {
    const tab: Tab = this.param('tab') === 'books' ? 'books' : 'companies';
    return html`
      <h1>${tab === 'books' ? `What if ${this.group.name} had other rules?` : 'Side by side'}</h1>
      <nav aria-label="What is compared">
        ${Object.entries(TABS).map(([name, title]) => html`<a href=${here({tab: name === 'companies' ? undefined : name})} aria-current=${name === tab ? 'page' : nothing}>${title}</a>`)}
      </nav>
      ${tab === 'books' ? html`<triad-books .group=${this.group}></triad-books>` : html`<triad-companies></triad-companies>`}
    `;
  }
}
