import {css, html, nothing, type TemplateResult} from 'lit';
import {here, type Changes} from '../shell/route';

/** One of several looks at the same things; the first has no name in the address. */
export interface Tab {
  name: string;
  title: string;
}

export const tabStyles = css`
  nav.tabs {
    display: flex;
    gap: 0.25rem;
    margin: 0.9rem 0 1.1rem;
    border-bottom: 1px solid var(--line);
    overflow-x: auto;
    scrollbar-width: none;
  }

  nav.tabs a {
    padding: 0.5rem 0.75rem;
    border-bottom: 2px solid transparent;
    color: var(--ink-soft);
    font-size: 0.9rem;
    white-space: nowrap;
  }

  nav.tabs a:hover {
    color: var(--ink);
    text-decoration: none;
  }

  nav.tabs a:focus-visible {
    outline-offset: -2px;
  }

  @media (max-width: 640px) {
    nav.tabs {
      flex-wrap: wrap;
      gap: 0;
    }

    nav.tabs a {
      padding: 0.4rem 0.5rem;
      font-size: 0.8125rem;
    }
  }

  nav.tabs a[aria-current] {
    border-color: var(--accent);
    color: var(--accent);
    font-weight: 600;
  }
`;

/** The tab that the address names, else the first. */
export function chosenTab(tabs: readonly Tab[], name: string | undefined): string {
  return tabs.find((tab) => tab.name === name)?.name ?? tabs[0]?.name ?? '';
}

/** Tabs as links, each with an address of its own; what only the last one knew is left behind. */
export function tabLinks(tabs: readonly Tab[], chosen: string, label: string, left: Changes = {}): TemplateResult {
  return html`<nav class="tabs" aria-label=${label}>
    ${tabs.map((tab, index) => html`<a href=${here({...left, tab: index === 0 ? undefined : tab.name})} aria-current=${tab.name === chosen ? 'page' : nothing}>${tab.title}</a>`)}
  </nav>`;
}
