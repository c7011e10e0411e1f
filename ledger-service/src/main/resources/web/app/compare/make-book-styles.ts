import {css} from 'lit';

/** How the form looks that makes a book. */
export const form = css`
  form {
    display: grid;
    gap: 1rem;
  }

  form.panel > header {
    margin-bottom: 0;
  }

  .note {
    max-width: 80ch;
  }

  .note a {
    text-decoration: underline;
  }

  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    padding: 0;
    margin-bottom: 0.4rem;
    font-size: 0.875rem;
    font-weight: 600;
  }

  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 200px), 1fr));
    gap: 0.5rem;
  }

  .choice {
    display: flex;
    align-items: start;
    gap: 0.5rem;
    padding: 0.5rem 0.65rem;
    border: 1px solid var(--line);
    border-radius: 8px;
    color: var(--ink);
    cursor: pointer;
  }

  .choice:has(input:checked) {
    border-color: var(--accent);
    background: var(--accent-soft);
  }

  .choice span span {
    display: block;
  }

  .slider {
    display: grid;
    gap: 0.25rem;
    max-width: 420px;
    margin-top: 0.75rem;
  }

  output {
    color: var(--ink);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  .pairs {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 240px), 1fr));
    gap: 0.75rem 1.25rem;
    align-items: start;
  }

  .pairs > label {
    display: grid;
    gap: 0.25rem;
  }

  .pairs input:not([type='checkbox']),
  .pairs select {
    color: var(--ink);
    width: 100%;
    min-width: 0;
  }

  .checks {
    display: grid;
    gap: 0.35rem;
  }

  .across {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem 1.25rem;
  }

  .checks label {
    display: flex;
    align-items: center;
    gap: 0.4rem;
    color: var(--ink);
    font-size: 0.875rem;
  }

  .levers {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr));
    gap: 0.5rem;
    align-items: stretch;
  }

  .levers > div {
    display: grid;
    gap: 0.25rem;
    min-width: 0;
  }

  details .pairs {
    margin-top: 0.6rem;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 160px), 1fr));
  }

  summary {
    cursor: pointer;
    color: var(--accent);
    font-size: 0.875rem;
  }

  .problem {
    color: var(--bad);
    font-size: 0.8125rem;
  }

  input[aria-invalid='true'] {
    border-color: var(--bad);
  }
`;
