import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {Loaded} from '../data/loaded';
import {shown} from '../data/money';
import type {Group} from '../data/types';
import {here} from '../shell/route';
import {shared} from '../styles';
import {searchPath} from './addresses';
import {brief} from './brief';
import {changesTo} from './filter';
import type {Known} from './known';
import {dot} from './row';
import type {EntryView, StreamedEntry} from './types';
import {moment, ruleWords} from './words';

/** Somebody who steps through the list does not look at what is related: it is asked for only when one stays. */
const STAYS_MILLIS = 400;
/** How many other entries of the same subject are listed. */
const LISTED = 8;

/** What belongs to an event: entries of the same subject, its sale, and ways to follow it. */
@customElement('triad-related')
export class Related extends LitElement {
  static override styles = [
    shared,
    css`
      ul {
        display: grid;
        margin: 0.25rem 0 0.75rem;
        padding: 0;
        list-style: none;
        font-size: 0.8125rem;
      }

      li a {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto auto;
        gap: 0.6rem;
        align-items: center;
        padding: 0.3rem 0.4rem;
        border-radius: 6px;
        color: var(--ink);
        font-variant-numeric: tabular-nums;
      }

      li a:hover {
        background: var(--sunken);
        text-decoration: none;
      }

      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem 1rem;
        font-size: 0.8125rem;
      }
    `,
  ];

  @property({attribute: false}) group!: Group;
  @property({attribute: false}) known!: Known;
  /** The entries that the same event made. */
  @property({attribute: false}) siblings: EntryView[] = [];
  private readonly others = new Loaded<{entries: StreamedEntry[]}>(
    this,
    () => (this.stayed && this.known.subject ? searchPath(this.known.group, {filter: {subject: this.known.subject}, order: 'desc', at: undefined, from: undefined, to: undefined}, LISTED + 1, undefined) : undefined),
    0,
  );

  @state() private stayed = false;
  private shown: string | undefined;
  private timer = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.timer);
  }

  override willUpdate(): void {
    if (this.known.event !== this.shown) {
      this.shown = this.known.event;
      this.stayed = false;
      window.clearTimeout(this.timer);
      this.timer = window.setTimeout(() => (this.stayed = true), STAYS_MILLIS);
    }
  }

  override render() {
    const {known} = this;
    const about = known.subject;
    return html`
      ${about ? html`<p class="small soft">Latest about <b>${about}</b></p>${this.others.render(({entries}) => this.list(entries), 2)}` : nothing}
      <div class="ways">
        ${about
          ? html`<a href=${this.only({subject: about}, {order: 'asc', at: undefined})}>The whole history of ${about}</a>`
          : nothing}
        ${known.key && known.key !== about ? html`<a href=${this.only({q: known.key}, {order: undefined, at: undefined})}>Follow the key ${known.key}</a>` : nothing}
        <a href=${this.only({}, {order: 'asc', at: known.bookedAt ?? known.time})}>Everything from that moment</a>
        ${this.sale()} ${this.siblings.filter(({id}) => id !== known.entry).map(({id, rule}) => html`<a href=${here({entry: id, event: undefined})}>${ruleWords(rule)} of the same event</a>`)}
      </div>
    `;
  }

  private list(entries: StreamedEntry[]) {
    const others = entries.filter(({entry}) => entry !== this.known.entry).slice(0, LISTED);
    if (others.length === 0) {
      return html`<p class="small soft">Nothing else was posted about it.</p>`;
    }
    return html`<ul>
      ${others.map((other) => {
        const posted = brief(other.postings);
        return html`<li>
          <a href=${here({entry: other.entry, event: undefined})}>${dot(this.group, other.unit)}<span>${ruleWords(other.rule)}</span><span>${posted ? shown(posted.amount, other.asset) : ''}</span><span class="soft">${moment(other.time)}</span></a>
        </li>`;
      })}
    </ul>`;
  }

  /** A return says which sale it takes back. */
  private sale() {
    const sale = (this.known.data as {sale?: unknown} | null | undefined)?.sale;
    return typeof sale === 'string' && this.known.type.startsWith('triad.sale.returned')
      ? html`<a href=${here({entry: undefined, event: `${this.known.group}/${this.known.unit}/${sale}`})}>The sale that it takes back</a>`
      : nothing;
  }

  private only(filter: Parameters<typeof changesTo>[0], changes: Record<string, string | undefined>): string {
    return here({...changesTo(filter), ...changes});
  }
}
