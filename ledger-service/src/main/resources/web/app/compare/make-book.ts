import {LitElement, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get, path, Problem, send} from '../data/api';
import {Loaded} from '../data/loaded';
import type {Group} from '../data/types';
import {href} from '../shell/route';
import {shared} from '../styles';
import './lever';
import {LEVERS, WORDS, type Lever} from './levers';
import {FIRST_DRAFT, METHODS, NO_CHANGES, REFERENCES, fieldOf, policy, saysNothing, suggestedName, suggestedTitle, type Draft, type Field} from './policy';
import {form} from './make-book-styles';
import type {BookView, PriceMethod} from './types';

const MARKUP_MAX = 200;

/** Makes a book by other rules from controls. Name and title say what is chosen, until somebody writes their own. */
@customElement('triad-make-book')
export class MakeBook extends LitElement {
  static override styles = [shared, form];

  @property({attribute: false}) group!: Group;
  @state() private draft: Draft = FIRST_DRAFT;
  @state() private ownName: string | undefined;
  @state() private ownTitle: string | undefined;
  @state() private busy = false;
  @state() private problem: {field: Field; text: string} | undefined;
  private readonly resources = new Loaded<string[]>(this, () => this.group.group, 0, (group, signal) => this.askResources(group, signal));

  private readonly levers = new Loaded<Lever[]>(this, () => this.group.group, 0, (group, signal) => this.askLevers(group, signal));

  override willUpdate(changed: Map<string, unknown>): void {
    const before = changed.get('group') as Group | undefined;
    if (before && before.group !== this.group.group) {
      this.draft = {...this.draft, transferPriceOf: {}, withoutUnits: [], changes: NO_CHANGES};
      this.ownName = undefined;
      this.ownTitle = undefined;
      this.problem = undefined;
    }
  }

  override render() {
    return html`<form class="panel" @submit=${this.submit} aria-labelledby="make">
      <header>
        <h2 id="make">Make a book by other rules</h2>
      </header>
      <p class="small soft note">
        A book says what the same events would have been posted as. It cannot say what people would have done: at another price they buy and use
        as much as they did. Customers who answer to prices belong to the scenario, which is steered under
        <a href=${href('operations')}>Operations</a>.
      </p>
      ${this.transferPrice()} ${this.overrides()} ${this.business()} ${this.rest()} ${this.units()} ${this.naming()}
      ${this.at('form')}
      <div class="row">
        <button class="primary" type="submit" ?disabled=${this.busy || saysNothing(this.draft)}>Make the book</button>
        ${saysNothing(this.draft) ? html`<span class="small soft">Everything is as declared, which is the actual book.</span>` : nothing}
      </div>
    </form>`;
  }

  private transferPrice() {
    const chosen = this.draft.transferPrice;
    return html`<fieldset>
      <legend>What units charge each other</legend>
      <div class="choices">
        ${this.method('declared', 'As declared', `as ${this.group.name} does: ${METHODS[this.group.transferPrice as PriceMethod]?.name.toLowerCase() ?? this.group.transferPrice}`)}
        ${Object.entries(METHODS).map(([method, {name, means}]) => this.method(method as PriceMethod, name, means))}
      </div>
      ${chosen === 'cost-plus' || Object.values(this.draft.transferPriceOf).includes('cost-plus') ? this.markup() : nothing}
    </fieldset>`;
  }

  private method(method: Draft['transferPrice'], name: string, means: string) {
    return html`<label class="choice">
      <input type="radio" name="transferPrice" value=${method} .checked=${this.draft.transferPrice === method} @change=${() => this.change({transferPrice: method})} />
      <span><b>${name}</b><span class="small soft">${means}</span></span>
    </label>`;
  }

  private markup() {
    const {markupPercent} = this.draft;
    return html`<label class="slider">
      <span>Markup on full cost: <output>${markupPercent} %</output></span>
      <input type="range" min="0" max=${MARKUP_MAX} step="1" .value=${String(markupPercent)} @input=${(event: Event) => this.change({markupPercent: (event.target as HTMLInputElement).valueAsNumber})} />
      ${this.at('markup')}
    </label>`;
  }

  private overrides() {
    const resources = this.resources.value ?? [];
    const chosen = Object.keys(this.draft.transferPriceOf).length;
    return resources.length === 0
      ? nothing
      : html`<details>
          <summary>Other prices for single resources${chosen ? ` (${chosen})` : ''}</summary>
          <div class="pairs">
            ${resources.map(
              (resource) => html`<label>
                ${resource}
                <select @change=${(event: Event) => this.override(resource, (event.target as HTMLSelectElement).value)}>
                  <option value="" ?selected=${!this.draft.transferPriceOf[resource]}>As all</option>
                  ${Object.entries(METHODS).map(([method, {name}]) => html`<option value=${method} ?selected=${this.draft.transferPriceOf[resource] === method}>${name}</option>`)}
                </select>
              </label>`,
            )}
          </div>
          ${this.at('transferPriceOf')}
        </details>`;
  }

  /** Only what the group has: no devices, no price of devices. */
  private business() {
    const levers = this.levers.value ?? [];
    return levers.length === 0
      ? nothing
      : html`<fieldset>
          <legend>What customers pay and use, other things equal</legend>
          <div class="levers">
            ${levers.map(
              (lever) => html`<div>
                <triad-lever .lever=${lever} .percent=${this.draft.changes[lever]} @change=${(event: CustomEvent<number>) => this.turn(lever, event.detail)}></triad-lever>
                ${this.at(lever)}
              </div>`,
            )}
          </div>
        </fieldset>`;
  }

  private rest() {
    const {referencePrice, keepsStorefront, keepsAttribution} = this.draft;
    return html`<div class="pairs">
      <label>
        What charges are compared to
        <select @change=${(event: Event) => this.change({referencePrice: (event.target as HTMLSelectElement).value as Draft['referencePrice']})}>
          ${Object.entries(REFERENCES).map(([value, name]) => html`<option value=${value} ?selected=${value === referencePrice}>${name}</option>`)}
        </select>
      </label>
      <div class="checks">
        <label><input type="checkbox" .checked=${keepsStorefront} @change=${(event: Event) => this.change({keepsStorefront: (event.target as HTMLInputElement).checked})} /> Storefront subsidies are kept</label>
        <label><input type="checkbox" .checked=${keepsAttribution} @change=${(event: Event) => this.change({keepsAttribution: (event.target as HTMLInputElement).checked})} /> Attributed contributions are kept</label>
      </div>
    </div>`;
  }

  private units() {
    return html`<fieldset>
      <legend>Units that do not exist in it</legend>
      <div class="checks across">
        ${this.group.units.map(
          ({unit, name}) => html`<label><input type="checkbox" .checked=${this.draft.withoutUnits.includes(unit)} @change=${(event: Event) => this.leaveOut(unit, (event.target as HTMLInputElement).checked)} /> ${name}</label>`,
        )}
      </div>
      ${this.at('withoutUnits')}
    </fieldset>`;
  }

  private naming() {
    return html`<div class="pairs">
      <label>
        Name
        <input
          name="book"
          required
          maxlength="63"
          autocomplete="off"
          spellcheck="false"
          aria-invalid=${this.problem?.field === 'book' ? 'true' : 'false'}
          .value=${this.name}
          @input=${(event: Event) => (this.ownName = (event.target as HTMLInputElement).value)}
        />
        ${this.at('book')}
      </label>
      <label>
        Title
        <input name="title" required maxlength="256" autocomplete="off" .value=${this.heading} @input=${(event: Event) => (this.ownTitle = (event.target as HTMLInputElement).value)} />
        ${this.at('title')}
      </label>
    </div>`;
  }

  private at(field: Field) {
    return this.problem?.field === field ? html`<span class="problem" role="alert">${this.problem.text}</span>` : nothing;
  }

  private get name(): string {
    return this.ownName ?? suggestedName(this.draft, this.group.group);
  }

  private get heading(): string {
    return this.ownTitle ?? suggestedTitle(this.draft, this.group.name, (unit) => this.group.units.find((known) => known.unit === unit)?.name ?? unit);
  }

  private change(changes: Partial<Draft>): void {
    this.draft = {...this.draft, ...changes};
    this.problem = undefined;
  }

  private override(resource: string, method: string): void {
    const {[resource]: _, ...others} = this.draft.transferPriceOf;
    this.change({transferPriceOf: method ? {...others, [resource]: method as PriceMethod} : others});
  }

  private turn(lever: Lever, percent: number): void {
    this.change({changes: {...this.draft.changes, [lever]: percent}});
  }

  private leaveOut(unit: string, out: boolean): void {
    const others = this.draft.withoutUnits.filter((known) => known !== unit);
    this.change({withoutUnits: out ? [...others, unit] : others});
  }

  /** What units charge each other for, as their accounts name it. */
  private async askResources(group: string, signal: AbortSignal): Promise<string[]> {
    const answers = await Promise.all(
      this.group.units.map(({unit}) =>
        get<{accounts: {account: string}[]}>(path(`/groups/${encodeURIComponent(group)}/accounts`, {prefix: `${unit}:revenue:intersegment:`, limit: 200}), signal),
      ),
    );
    const names = answers.flatMap(({accounts}) => accounts.map(({account}) => account.split(':')[4] ?? ''));
    return [...new Set(names)].filter((name) => name !== '').sort();
  }

  /** What any unit of the group has accounts of. */
  private async askLevers(group: string, signal: AbortSignal): Promise<Lever[]> {
    const has = async (lever: Lever): Promise<boolean> => {
      const answers = await Promise.all(
        this.group.units.map(({unit}) =>
          get<{accounts: unknown[]}>(path(`/groups/${encodeURIComponent(group)}/accounts`, {prefix: `${unit}:${WORDS[lever].accounts}`, limit: 1}), signal),
        ),
      );
      return answers.some(({accounts}) => accounts.length > 0);
    };
    const known = await Promise.all(LEVERS.map(has));
    return LEVERS.filter((_, index) => known[index]);
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    this.busy = true;
    this.problem = undefined;
    try {
      const book = await send<BookView>('POST', '/books', {book: this.name, group: this.group.group, title: this.heading, policy: policy(this.draft)});
      this.ownName = undefined;
      this.ownTitle = undefined;
      this.dispatchEvent(new CustomEvent('begun', {detail: book}));
    } catch (error) {
      const known = error instanceof Problem ? error : new Problem('Not made', String(error), '', 0);
      this.problem = {field: fieldOf(known.code, known.detail), text: known.message};
    } finally {
      this.busy = false;
    }
  }
}
