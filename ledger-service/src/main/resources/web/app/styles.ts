import {css} from 'lit';

/** What all elements share within their shadow: text, links, buttons, fields, panels, tables. */
export const shared = css`
  :host {
    display: block;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  [hidden] {
    display: none !important;
  }

  h1,
  h2,
  h3,
  p {
    margin: 0;
  }

  h1 {
    font-size: 1.5rem;
    font-weight: 650;
    letter-spacing: -0.015em;
    line-height: 1.25;
  }

  h2 {
    font-size: 1rem;
    font-weight: 620;
    letter-spacing: -0.005em;
  }

  h3 {
    font-size: 0.875rem;
    font-weight: 600;
  }

  a {
    color: var(--accent);
    text-decoration: none;
  }

  a:hover,
  p a,
  .soft a {
    text-decoration: underline;
    text-underline-offset: 2px;
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
    border-radius: 4px;
  }

  button,
  select,
  input,
  textarea {
    font: inherit;
    color: inherit;
  }

  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.4rem;
    min-height: 34px;
    padding: 0.3rem 0.75rem;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--surface);
    color: var(--ink);
    font-size: 0.875rem;
    cursor: pointer;
    white-space: nowrap;
  }

  button:hover:not(:disabled),
  .button:hover {
    border-color: var(--line-strong);
    text-decoration: none;
  }

  button:disabled {
    opacity: 0.5;
    cursor: not-allowed;
  }

  button.primary {
    border-color: transparent;
    background: var(--accent);
    color: var(--accent-ink);
    font-weight: 600;
  }

  button.quiet {
    border-color: transparent;
    background: none;
    color: var(--ink-soft);
  }

  button.quiet:hover:not(:disabled) {
    background: var(--sunken);
    color: var(--ink);
  }

  button[aria-pressed='true'],
  button[aria-selected='true'] {
    border-color: var(--accent);
    background: var(--accent-soft);
    color: var(--accent);
    font-weight: 600;
  }

  select,
  input,
  textarea {
    min-height: 34px;
    padding: 0.3rem 0.6rem;
    border: 1px solid var(--line-strong);
    border-radius: 8px;
    background: var(--surface);
    font-size: 0.875rem;
  }

  input[type='range'] {
    padding: 0;
    border: 0;
    background: none;
    accent-color: var(--accent);
  }

  input[type='checkbox'],
  input[type='radio'] {
    min-height: 0;
    accent-color: var(--accent);
  }

  label {
    font-size: 0.8125rem;
    color: var(--ink-soft);
  }

  .panel {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    padding: 1rem 1.125rem;
    min-width: 0;
  }

  .panel > header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0.25rem 1rem;
    margin-bottom: 0.75rem;
  }

  .soft {
    color: var(--ink-soft);
  }

  .small {
    font-size: 0.8125rem;
  }

  .mono {
    font-family: var(--mono);
    font-size: 0.8125rem;
  }

  .number {
    font-variant-numeric: tabular-nums;
    text-align: right;
    white-space: nowrap;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }

  .stack {
    display: grid;
    gap: var(--gap);
    min-width: 0;
  }

  .stack > *,
  .columns > * {
    min-width: 0;
  }

  .columns {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 340px), 1fr));
    gap: var(--gap);
  }

  .scroll {
    position: relative;
    overflow-x: auto;
    max-width: 100%;
  }

  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.875rem;
  }

  caption {
    text-align: left;
    color: var(--ink-soft);
    font-size: 0.8125rem;
    padding-bottom: 0.5rem;
  }

  th {
    text-align: left;
    font-weight: 550;
    font-size: 0.8125rem;
    color: var(--ink-soft);
  }

  th,
  td {
    padding: 0.45rem 0.75rem 0.45rem 0;
    border-bottom: 1px solid var(--line);
    vertical-align: top;
  }

  tr > :last-child {
    padding-right: 0;
  }

  tbody tr:last-child > * {
    border-bottom: 0;
  }

  tfoot td,
  tfoot th {
    border-top: 1px solid var(--line-strong);
    border-bottom: 0;
    font-weight: 600;
    color: var(--ink);
  }

  th.number {
    text-align: right;
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .tag {
    display: inline-block;
    padding: 0.05rem 0.45rem;
    border-radius: 999px;
    background: var(--sunken);
    color: var(--ink-soft);
    font-size: 0.75rem;
    white-space: nowrap;
  }
`;
