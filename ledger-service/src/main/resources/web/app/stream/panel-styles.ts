import {css} from 'lit';

/** How the panel of one event looks: one column, or two where there is room. */
export const panelStyles = css`
  :host {
    min-height: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    container-type: inline-size;
    background: var(--surface);
  }

  header {
    position: sticky;
    top: 0;
    z-index: 3;
    display: grid;
    gap: 0.4rem;
    padding: 0.75rem 1.125rem;
    border-bottom: 1px solid var(--line);
    background: var(--surface);
  }

  article > triad-loading,
  article > triad-problem {
    margin: 1rem 1.125rem;
  }

  .title {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: 0.5rem;
  }

  h2 {
    font-size: 1.25rem;
  }

  h2:focus-visible {
    outline: none;
  }

  .acts {
    display: flex;
  }

  .acts button {
    padding: 0.2rem 0.6rem;
    min-width: 36px;
  }

  .facts,
  .copies {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.3rem 1rem;
    font-size: 0.8125rem;
    color: var(--ink-soft);
  }

  .copies {
    gap: 0.4rem;
  }

  .parts {
    display: grid;
    gap: 0 1.75rem;
    padding: 0.25rem 1.125rem 1.5rem;
  }

  .parts > * {
    min-width: 0;
  }

  section {
    display: grid;
    gap: 0.4rem;
    padding: 0.85rem 0;
    min-width: 0;
  }

  section + section {
    border-top: 1px solid var(--line);
  }

  h3 {
    display: flex;
    justify-content: space-between;
    gap: 0.5rem;
  }

  h3 .mono {
    font-weight: 400;
  }

  table {
    font-size: 0.8125rem;
  }

  th,
  td {
    padding-block: 0.3rem;
  }

  .account {
    font-weight: 400;
    overflow-wrap: break-word;
  }

  .account.credit {
    padding-left: 1.25rem;
  }

  .t td:nth-child(2),
  .t th:nth-child(2) {
    border-right: 1px solid var(--line-strong);
    padding-right: 0.75rem;
  }

  .t td:nth-child(3),
  .t th:nth-child(3) {
    padding-left: 0.75rem;
  }

  .steps {
    display: grid;
    gap: 0.4rem;
    margin: 0;
    padding-left: 1.2rem;
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  dl {
    display: grid;
    grid-template-columns: minmax(6rem, auto) minmax(0, 1fr);
    gap: 0.2rem 1rem;
    margin: 0;
    font-size: 0.8125rem;
  }

  dt {
    color: var(--ink-soft);
  }

  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }

  .notice {
    padding: 0.4rem 0.75rem;
    border-radius: 8px;
    background: var(--warn-soft);
    color: var(--warn);
  }

  @container (min-width: 700px) {
    .parts {
      grid-template-columns: minmax(0, 1fr) minmax(0, 0.92fr);
    }
  }
`;
