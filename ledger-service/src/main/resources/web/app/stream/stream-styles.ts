import {css} from 'lit';

/** How the view is laid out: filters above, the list below, an open event beside it or over it. */
export const streamStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: 0.6rem;
    height: calc(100dvh - var(--above, 82px) - 24px);
    min-height: 520px;
  }

  .top {
    display: grid;
    grid-template:
      'title mode mode' auto
      'filters filters saved' auto / auto minmax(0, 1fr) auto;
    gap: 0.6rem 1rem;
    align-items: center;
  }

  .top h1 {
    grid-area: title;
  }

  triad-stream-mode {
    grid-area: mode;
  }

  triad-stream-filters {
    grid-area: filters;
  }

  triad-saved-filters {
    grid-area: saved;
    align-self: start;
  }

  .body {
    position: relative;
    flex: 1;
    min-height: 0;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    overflow: hidden;
  }

  .with-panel {
    grid-template-columns: minmax(380px, 36%) minmax(0, 1fr);
  }

  .listed {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    min-width: 0;
    min-height: 0;
  }

  .status {
    min-height: 44px;
    padding: 0.25rem 0.9rem;
    border-bottom: 1px solid var(--line);
  }

  .list {
    min-height: 0;
  }

  triad-stream-list {
    height: 100%;
  }

  .none {
    padding: 1.5rem 1rem;
  }

  .none .button {
    margin-top: 0.5rem;
  }

  triad-event-panel {
    border-left: 1px solid var(--line);
  }

  @media (max-width: 1240px) {
    :host {
      position: relative;
    }

    .body {
      position: static;
    }

    .with-panel {
      grid-template-columns: minmax(0, 1fr);
    }

    triad-event-panel {
      position: absolute;
      inset: 0;
      z-index: 15;
      border: 1px solid var(--line);
      border-radius: var(--radius);
    }
  }

  @media (max-width: 760px) {
    :host {
      height: auto;
      min-height: 0;
    }

    .top {
      grid-template:
        'title saved' auto
        'mode mode' auto
        'filters filters' auto / minmax(0, 1fr) auto;
    }

    .body {
      height: 78dvh;
      flex: none;
    }

    triad-event-panel {
      position: fixed;
      z-index: 40;
      border: 0;
      border-radius: 0;
    }
  }
`;
