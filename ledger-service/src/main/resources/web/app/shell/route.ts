import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** The views, in the order in which they are offered. Each has a path of its own: /stream?group=amazon. */
export const VIEWS = ['overview', 'stream', 'accounts', 'subsidies', 'compare', 'claims', 'operations'] as const;

export type View = (typeof VIEWS)[number];

/** What stays when one goes from view to view: which books, and of what time. */
const SCOPE = ['group', 'book', 'from', 'to'];

/** Where one is: all that a view shows follows from it, so that an address can be shared. */
export interface Route {
  view: View;
  params: URLSearchParams;
}

/** Changes to parameters; undefined takes one away. */
export type Changes = Record<string, string | undefined>;

const moved = new EventTarget();

export function current(): Route {
  const name = location.pathname.slice(1);
  return {view: VIEWS.find((view) => view === name) ?? 'overview', params: new URLSearchParams(location.search)};
}

/** The address of a view, with the scope of where one is and these parameters. */
export function href(view: View, changes: Changes = {}): string {
  const params = new URLSearchParams();
  const here = current().params;
  for (const name of SCOPE) {
    const value = here.get(name);
    if (value !== null) {
      params.set(name, value);
    }
  }
  return address(view, params, changes);
}

/** The address of where one is, with these parameters changed. */
export function here(changes: Changes): string {
  const {view, params} = current();
  return address(view, params, changes);
}

function address(view: View, params: URLSearchParams, changes: Changes): string {
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') {
      params.delete(name);
    } else {
      params.set(name, value);
    }
  }
  const query = params.toString();
  return query ? `/${view}?${query}` : `/${view}`;
}

/** Goes to an address of this page. */
export function go(address: string, replace = false): void {
  if (address !== location.pathname + location.search) {
    history[replace ? 'replaceState' : 'pushState'](null, '', address);
  }
  moved.dispatchEvent(new Event('moved'));
}

/** Takes over clicks on links to views, wherever they are. */
export function followLinks(): void {
  document.addEventListener('click', (event) => {
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!(link instanceof HTMLAnchorElement) || !plain || event.defaultPrevented || link.target || link.hasAttribute('download')) {
      return;
    }
    const to = new URL(link.href);
    if (to.origin === location.origin && VIEWS.some((view) => to.pathname === `/${view}`)) {
      event.preventDefault();
      go(to.pathname + to.search);
    }
  });
}

/** Renders an element anew whenever one goes elsewhere. */
export class Routed implements ReactiveController {
  private readonly update = () => this.host.requestUpdate();

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  get route(): Route {
    return current();
  }

  hostConnected(): void {
    moved.addEventListener('moved', this.update);
    window.addEventListener('popstate', this.update);
  }

  hostDisconnected(): void {
    moved.removeEventListener('moved', this.update);
    window.removeEventListener('popstate', this.update);
  }
}
