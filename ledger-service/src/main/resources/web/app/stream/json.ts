import {css, html, type TemplateResult} from 'lit';

const STEP = '  ';

/** The colours of JSON. */
export const jsonStyles = css`
  pre {
    margin: 0;
    padding: 0.75rem 0.9rem;
    border-radius: 8px;
    background: var(--sunken);
    font: 0.8125rem/1.55 var(--mono);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .key {
    color: var(--accent);
  }

  .string {
    color: var(--good);
  }

  .literal {
    color: var(--warn);
  }
`;

/** JSON for people, as text nodes with colours: whatever an event says stays text. */
export function json(value: unknown, indent = ''): TemplateResult {
  if (Array.isArray(value)) {
    return block('[', ']', indent, value.map((item) => json(item, indent + STEP)));
  }
  if (value !== null && typeof value === 'object') {
    return block(
      '{',
      '}',
      indent,
      Object.entries(value).map(([key, item]) => html`<span class="key">${JSON.stringify(key)}</span>: ${json(item, indent + STEP)}`),
    );
  }
  return html`<span class=${typeof value === 'string' ? 'string' : 'literal'}>${JSON.stringify(value)}</span>`;
}

function block(open: string, close: string, indent: string, items: TemplateResult[]): TemplateResult {
  if (items.length === 0) {
    return html`${open + close}`;
  }
  return html`${open}${items.map((item, index) => html`${'\n' + indent + STEP}${item}${index < items.length - 1 ? ',' : ''}`)}${'\n' + indent + close}`;
}
