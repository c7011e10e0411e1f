import {LitElement, css, html, nothing} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {html as staticHtml, unsafeStatic} from 'lit/static-html.js';
import {Loaded} from '../data/loaded';
import type {Books, Group, Groups} from '../data/types';
import {isLetIn, renew, session, Sessioned} from '../data/session';
import {shared} from '../styles';
import {icon} from './icons';
import {firstWithFlows, lookAt, lookedAtLast, namesOf} from './opening';
import './pulse';
import './range';
import {followLinks, go, here, href, Routed, VIEWS, type View} from './route';
import './sign-in';
import {nextTheme, theme, type Theme} from './theme';
import './who';

const TITLES: Record<View, string> = {
  overview: 'Overview',
  stream: 'Stream',
  accounts: 'Accounts',
  subsidies: 'Subsidies',
  compare: 'Compare',
  claims: 'Claims',
  operations: 'Operations',
};

const THEMES: Record<Theme, ['auto' | 'sun' | 'moon', string]> = {
  auto: ['auto', 'As the system'],
  light: ['sun', 'Light'],
  dark: ['moon', 'Dark'],
};

/** Each view comes when it is first looked at. */
const LOADERS: Record<View, () => Promise<unknown>> = {
  overview: () => import('../overview/overview'),
  stream: () => import('../stream/stream'),
  accounts: () => import('../accounts/accounts'),
  subsidies: () => import('../subsidies/subsidies'),
  compare: () => import('../compare/compare'),
  claims: () => import('../claims/claims'),
  operations: () => import('../operations/operations'),
};

/** The frame: where one can go, whose books are looked at, of what time; and the view itself. */
@customElement('triad-console')
export class TriadConsole extends LitElement {
  static override styles = [
    shared,
    css`
      .skip {
        position: absolute;
        left: -999px;
        top: 8px;
        z-index: 50;
        padding: 0.5rem 1rem;
        background: var(--raised);
        border-radius: 8px;
      }

      .skip:focus {
        left: 8px;
      }

      .frame {
        display: grid;
        grid-template-columns: 208px minmax(0, 1fr);
        min-height: 100vh;
      }

      aside {
        position: sticky;
        top: 0;
        height: 100vh;
        display: flex;
        flex-direction: column;
        gap: 1.25rem;
        padding: 1.1rem 0.75rem;
        border-right: 1px solid var(--line);
        background: var(--surface);
      }

      .brand {
        display: flex;
        align-items: center;
        gap: 0.55rem;
        padding: 0 0.5rem;
        color: var(--ink);
        font-weight: 700;
        font-size: 1.125rem;
        letter-spacing: -0.02em;
      }

      .brand:hover {
        text-decoration: none;
      }

      nav {
        display: grid;
        gap: 2px;
      }

      nav a {
        display: flex;
        align-items: center;
        gap: 0.65rem;
        padding: 0.45rem 0.6rem;
        border-radius: 8px;
        color: var(--ink-soft);
        font-size: 0.9rem;
      }

      nav a:hover {
        background: var(--sunken);
        color: var(--ink);
        text-decoration: none;
      }

      nav a[aria-current] {
        background: var(--accent-soft);
        color: var(--accent);
        font-weight: 600;
      }

      .foot {
        margin-top: auto;
        display: grid;
        gap: 0.5rem;
        padding: 0 0.5rem;
        font-size: 0.8125rem;
      }

      .foot button {
        justify-content: flex-start;
        padding: 0.3rem 0;
      }

      .bar {
        position: sticky;
        top: 0;
        z-index: 20;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.6rem;
        padding: 0.7rem 1.5rem;
        border-bottom: 1px solid var(--line);
        background: color-mix(in srgb, var(--ground) 88%, transparent);
        backdrop-filter: blur(10px);
      }

      .bar .space {
        flex: 1;
      }

      .bar select {
        font-weight: 550;
      }

      main {
        padding: 1.5rem;
        max-width: 1560px;
        outline: none;
      }

      @media (max-width: 900px) {
        .frame {
          grid-template-columns: minmax(0, 1fr);
          align-content: start;
        }

        aside {
          position: static;
          height: auto;
          flex-direction: row;
          align-items: center;
          gap: 0.5rem;
          padding: 0.5rem 0.75rem;
          border-right: 0;
          border-bottom: 1px solid var(--line);
          min-width: 0;
        }

        nav {
          display: flex;
          overflow-x: auto;
          flex: 1;
          scrollbar-width: none;
        }

        nav a {
          padding: 0.45rem 0.55rem;
        }

        nav a svg,
        .foot a,
        .foot .name,
        .brand .name {
          display: none;
        }

        .foot {
          margin: 0;
        }

        .bar {
          padding: 0.6rem 0.75rem;
        }

        main {
          padding: 1rem 0.75rem;
        }
      }
    `,
  ];

  private readonly routed = new Routed(this);
  private readonly groups = new Loaded<Groups>(this, () => (isLetIn() ? '/groups' : undefined), 15_000);
  private readonly books = new Loaded<Books>(this, () => (isLetIn() ? '/books' : undefined), 15_000);
  private readonly flowing = new Loaded<string>(this, () => this.undecided(), 0, firstWithFlows);
  @state() private loaded = new Set<View>();
  @state() private failed: string | undefined;
  private seen: View | undefined;

  constructor() {
    super();
    followLinks();
    new Sessioned(this);
    void renew();
  }

  override willUpdate(): void {
    const {view} = this.routed.route;
    document.title = `${TITLES[view]} · Triad`;
    if (!this.loaded.has(view)) {
      LOADERS[view]().then(
        () => (this.loaded = new Set(this.loaded).add(view)),
        () => (this.failed = 'This view could not be loaded. Is the ledger still running? Load the page again.'),
      );
    }
  }

  /** Where the views do not all fit, the chosen one is to be seen. */
  override updated(): void {
    const {view} = this.routed.route;
    this.openOrRemember();
    if (view !== this.seen) {
      this.seen = view;
      this.renderRoot.querySelector('nav [aria-current]')?.scrollIntoView({inline: 'center', block: 'nearest'});
    }
  }

  override render() {
    const {view} = this.routed.route;
    return html`
      <div class="frame">
        <aside>
          <button class="skip" @click=${this.skip}>Skip to content</button>
          <a class="brand" href=${href('overview')} aria-label="Triad">${MARK}<span class="name">Triad</span></a>
          <nav aria-label="Views">
            ${VIEWS.map((name) => html`<a href=${href(name)} aria-current=${name === view ? 'page' : nothing}>${icon(name)}${TITLES[name]}</a>`)}
          </nav>
          <div class="foot">
            <triad-who></triad-who>
            <a href="/q/swagger-ui" target="_blank" rel="noopener">API</a>
            ${this.themeButton()}
          </div>
        </aside>
        <div>
          ${session()?.signedIn === false && session()?.controlled ? html`<main id="main" tabindex="-1"><triad-sign-in></triad-sign-in></main>` : this.groups.render((groups) => this.content(view, groups))}
        </div>
      </div>
    `;
  }

  /** An address without a group becomes that of one, so that it shows the same to somebody else; the group of an address is kept in mind. */
  private openOrRemember(): void {
    const groups = this.groups.value?.groups ?? [];
    const wanted = this.routed.route.params.get('group');
    const looked = groups.find((known) => known.group === wanted);
    const opening = lookedAtLast(groups) ?? this.flowing.value ?? (this.flowing.problem ? groups[0]?.group : undefined);
    if (looked) {
      lookAt(looked);
    } else if (wanted === null && opening !== undefined) {
      go(here({group: opening}), true);
    }
  }

  /** The groups to choose from, while neither the address nor this browser knows of one. */
  private undecided(): string | undefined {
    const groups = this.groups.value?.groups ?? [];
    const decided = groups.length === 0 || this.routed.route.params.has('group') || lookedAtLast(groups) !== undefined;
    return decided ? undefined : namesOf(groups);
  }

  private content(view: View, {groups}: Groups) {
    if (groups.length === 0) {
      return html`<main id="main" tabindex="-1"><triad-empty heading="No group is declared yet" text="A group appears with its first event. Start a scenario, or import a file: ./triad import --help"></triad-empty></main>`;
    }
    const wanted = this.routed.route.params.get('group');
    if (wanted === null) {
      return html`<main id="main" tabindex="-1"><triad-loading lines="8"></triad-loading></main>`;
    }
    const group = groups.find((known) => known.group === wanted);
    return html`
      <header class="bar">
        ${this.groupChoice(groups, wanted)} ${group ? this.bookChoice(group) : nothing}
        <span class="space"></span>
        <triad-pulse></triad-pulse>
        ${group ? html`<triad-range group=${group.group}></triad-range>` : nothing}
      </header>
      <main id="main" tabindex="-1">${group ? this.view(view, group) : this.unknown(wanted)}</main>
    `;
  }

  private unknown(name: string) {
    return html`<triad-empty heading="There is no group ${name}" text="Choose one of those above."></triad-empty>`;
  }

  private view(view: View, group: Group) {
    if (this.failed) {
      return html`<triad-empty heading="Not loaded" text=${this.failed}></triad-empty>`;
    }
    if (!this.loaded.has(view)) {
      return html`<triad-loading lines="8"></triad-loading>`;
    }
    const tag = unsafeStatic(`triad-${view}`);
    return staticHtml`<${tag} .group=${group}></${tag}>`;
  }

  private groupChoice(groups: Group[], wanted: string) {
    return html`<label class="visually-hidden" for="group">Group</label>
      <select id="group" @change=${(event: Event) => this.choose({group: (event.target as HTMLSelectElement).value, book: undefined, unit: undefined, account: undefined, cursor: undefined})}>
        ${groups.map((group) => html`<option value=${group.group} ?selected=${group.group === wanted}>${group.name}</option>`)}
      </select>`;
  }

  private bookChoice(group: Group) {
    const chosen = this.routed.route.params.get('book') ?? 'actual';
    const books = (this.books.value?.books ?? []).filter((book) => book.group === group.group && book.state === 'live');
    if (books.length === 0 && chosen === 'actual') {
      return nothing;
    }
    const names = [...new Set(['actual', ...books.map((book) => book.book), chosen])];
    return html`<label class="visually-hidden" for="book">Book</label>
      <select id="book" @change=${(event: Event) => this.choose({book: (event.target as HTMLSelectElement).value.replace(/^actual$/, '')})}>
        ${names.map((name) => html`<option value=${name} ?selected=${name === chosen}>${name === 'actual' ? 'Actual book' : name}</option>`)}
      </select>`;
  }

  private choose(changes: Record<string, string | undefined>): void {
    go(here(changes));
  }

  private themeButton() {
    const now = theme();
    const [sign, words] = THEMES[now];
    return html`<button class="quiet" @click=${() => (nextTheme(), this.requestUpdate())} aria-label="${words}: change the colours">
      ${icon(sign)}<span class="name">${words}</span>
    </button>`;
  }

  private skip(): void {
    this.renderRoot.querySelector<HTMLElement>('#main')?.focus();
  }
}

const MARK = html`<svg width="26" height="26" viewBox="0 0 32 32" aria-hidden="true"><path d="M16 5 27 25H5Z" fill="none" stroke="currentColor" stroke-width="1.6" opacity=".35"/><circle cx="16" cy="6" r="4.6" fill="var(--unit-1)"/><circle cx="6" cy="25" r="4.6" fill="var(--unit-2)"/><circle cx="26" cy="25" r="4.6" fill="var(--unit-3)"/></svg>`;

if (location.pathname === '/') {
  go(`/overview${location.search}`, true);
}
