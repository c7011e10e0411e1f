import {css, html, nothing, type TemplateResult} from 'lit';
import {href} from '../shell/route';

export const behindStyles = css`
  .behind {
    font-size: 0.8125rem;
  }

  .behind summary {
    cursor: pointer;
    color: var(--accent);
    white-space: nowrap;
  }

  .behind ul {
    margin: 0.4rem 0 0;
    padding: 0;
    max-height: 18rem;
    overflow-y: auto;
    list-style: none;
    font-family: var(--mono);
    font-size: 0.78rem;
    overflow-wrap: anywhere;
  }

  .behind li {
    padding: 0.1rem 0;
  }
`;

/** The accounts that a figure is made of, each a click away from its statement. */
export function behind(accounts: string[] | undefined, words = ''): TemplateResult | typeof nothing {
  if (!accounts || accounts.length === 0) {
    return nothing;
  }
  return html`<details class="behind">
    <summary>${accounts.length} ${accounts.length === 1 ? 'account' : 'accounts'}${words}</summary>
    <ul tabindex="0" aria-label="Accounts">
      ${accounts.map((account) => html`<li><a href=${href('accounts', {account})}>${account}</a></li>`)}
    </ul>
  </details>`;
}
