import {css} from 'lit';

/** How the list looks: one line for a row, or two where it is narrow. */
export const listStyles = css`
  :host {
    min-height: 0;
    container-type: inline-size;
  }

  .grid {
    height: 100%;
    overflow-y: auto;
    overflow-x: hidden;
    overflow-anchor: none;
    overscroll-behavior: contain;
    contain: strict;
    outline-offset: -2px;
  }

  .rows {
    position: relative;
    box-sizing: border-box;
  }

  .row {
    display: grid;
    grid-template-columns: 34px 146px minmax(96px, 0.9fr) 68px minmax(110px, 1.2fr) 96px minmax(170px, 2.4fr) minmax(84px, 0.8fr);
    column-gap: 0.75rem;
    align-items: center;
    height: 34px;
    padding-right: 1rem;
    border-bottom: 1px solid var(--line);
    font-size: 0.8125rem;
    white-space: nowrap;
    cursor: default;
    contain: layout paint style;
  }

  .row > * {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .rows .row:hover {
    background: var(--sunken);
  }

  .rows .row.active {
    box-shadow: inset 3px 0 0 var(--accent);
    background: var(--sunken);
  }

  .rows .row.open,
  .rows .row[aria-selected='true'] {
    background: var(--accent-soft);
  }

  .headings {
    position: sticky;
    top: 0;
    z-index: 2;
    background: var(--surface);
  }

  .headings .row {
    height: 30px;
    color: var(--ink-soft);
    font-weight: 550;
    font-size: 0.75rem;
    border-bottom-color: var(--line-strong);
  }

  .mark {
    display: flex;
    align-items: center;
    justify-content: center;
    align-self: stretch;
    padding-left: 0.5rem;
    cursor: pointer;
    user-select: none;
  }

  .time,
  .amount {
    font-variant-numeric: tabular-nums;
  }

  .time,
  .rule,
  .flow {
    color: var(--ink-soft);
  }

  .amount {
    text-align: right;
  }

  .rows .type,
  .rows .amount {
    font-weight: 550;
  }

  .unit {
    display: flex;
    align-items: center;
    gap: 0.4rem;
  }

  .dot {
    flex: none;
  }

  .clip {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .arrow {
    color: var(--accent);
  }

  .row.gap {
    grid-template-columns: minmax(0, 1fr);
    background: var(--warn-soft);
    color: var(--warn);
  }

  .gap .words {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    padding-left: 1rem;
  }

  .gap button {
    min-height: 26px;
    padding: 0 0.5rem;
    color: inherit;
    text-decoration: underline;
  }

  @container (max-width: 960px) {
    .row {
      grid-template-columns: 34px 140px minmax(104px, 0.9fr) 60px minmax(90px, 1fr) 78px minmax(140px, 1.6fr);
    }

    .rule,
    .others {
      display: none;
    }
  }

  .narrow .headings .row {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .narrow .rows .row {
    height: 56px;
  }

  .narrow .rows .row:not(.gap) {
    grid-template:
      'mark unit type subject amount' 1fr
      'mark time time flow flow' 1fr / 34px auto auto minmax(0, 1fr) auto;
    column-gap: 0.6rem;
    padding-block: 5px;
  }

  .narrow .mark {
    grid-area: mark;
  }

  .narrow .unit {
    grid-area: unit;
    max-width: 9rem;
  }

  .narrow .type {
    grid-area: type;
  }

  .narrow .amount {
    grid-area: amount;
  }

  .narrow .time {
    grid-area: time;
  }

  .narrow .subject {
    grid-area: subject;
  }

  .narrow .flow {
    grid-area: flow;
  }

  .narrow .rows .time,
  .narrow .rows .subject,
  .narrow .rows .flow {
    color: var(--ink-soft);
    font-size: 0.75rem;
  }

  .narrow .rows .rule {
    position: absolute;
    width: 1px;
    height: 1px;
    clip-path: inset(50%);
  }
`;
