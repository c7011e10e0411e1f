import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {go, here} from '../shell/route';
import {shared} from '../styles';
import './copy-button';
import {changesTo, parts, type Filter} from './filter';
import {keep, same, saved, withSaved, type Saved} from './saved';

/** The filters that are kept under a name in this browser: to apply, to change in place, to share. */
@customElement('triad-saved-filters')
export class SavedMenu extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        position: relative;
      }

      .menu {
        position: absolute;
        z-index: 30;
        right: 0;
        top: calc(100% + 6px);
        display: grid;
        gap: 0.75rem;
        width: min(420px, calc(100vw - 1.5rem));
        max-height: 70vh;
        overflow-y: auto;
        padding: 1rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--raised);
        box-shadow: var(--shadow);
      }

      ul {
        display: grid;
        gap: 0.6rem;
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li {
        display: grid;
        gap: 0.15rem;
        padding-bottom: 0.6rem;
        border-bottom: 1px solid var(--line);
        min-width: 0;
        overflow-wrap: anywhere;
      }

      li a {
        font-weight: 600;
      }

      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 0.15rem;
        margin-left: -0.5rem;
      }

      .acts button {
        min-height: 28px;
        padding: 0 0.5rem;
        font-size: 0.8125rem;
      }

      form {
        display: flex;
        gap: 0.5rem;
      }

      input {
        flex: 1;
        min-width: 0;
      }
    `,
  ];

  @property({attribute: false}) filter!: Filter;
  @property() group = '';
  @state() private open = false;
  @state() private renaming: string | undefined;
  @state() private all: Saved[] = saved();

  override render() {
    const active = this.all.find((each) => each.group === this.group && same(each.filter, this.filter));
    return html`<button aria-expanded=${this.open ? 'true' : 'false'} aria-controls="menu" @click=${this.toggle}>${active ? active.name : 'Saved'} ▾</button>
      ${this.open ? this.menu() : nothing}`;
  }

  private menu() {
    const nothingSet = parts(this.filter, String).length === 0;
    return html`<div class="menu" id="menu" role="group" aria-label="Saved filters" @keydown=${this.escape}>
      ${this.all.length === 0
        ? html`<p class="small soft">Set filters, give them a name, and find them here again. They are kept in this browser.</p>`
        : html`<ul>${this.all.map((each) => this.item(each))}</ul>`}
      <form @submit=${this.add}>
        <input name="name" required maxlength="60" aria-label="Name for these filters" placeholder=${nothingSet ? 'Set a filter first' : 'Name for these filters'} ?disabled=${nothingSet} />
        <button type="submit" ?disabled=${nothingSet}>Save</button>
      </form>
    </div>`;
  }

  private item(each: Saved) {
    const words = parts(each.filter, String).map((part) => part.words).join(', ');
    return html`<li>
      ${this.renaming === each.name
        ? html`<form @submit=${(event: SubmitEvent) => this.rename(event, each)}><input name="name" required maxlength="60" aria-label="New name" .value=${each.name} /><button type="submit">Rename</button></form>`
        : html`<a href=${this.address(each)} @click=${() => (this.open = false)}>${each.name}</a>`}
      <span class="small soft">${each.group}: ${words}</span>
      <div class="acts">
        <button class="quiet" @click=${() => this.beginRename(each)}>Rename</button>
        <button class="quiet" ?disabled=${same(each.filter, this.filter)} @click=${() => this.change({...each, group: this.group, filter: this.filter})} title="Give it the filters that are set now">Update</button>
        <triad-copy quiet label="Copy address" .text=${() => location.origin + this.address(each)}></triad-copy>
        <button class="quiet" @click=${() => this.store(this.all.filter((other) => other !== each))} aria-label="Delete ${each.name}">Delete</button>
      </div>
    </li>`;
  }

  private address(each: Saved): string {
    return here({...changesTo(each.filter), group: each.group, entry: undefined, event: undefined});
  }

  private toggle(): void {
    this.open = !this.open;
    this.renaming = undefined;
  }

  private escape(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === 'Escape') {
      this.open = false;
      this.renderRoot.querySelector<HTMLElement>('button')?.focus();
    }
  }

  private add(event: SubmitEvent): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    this.change({name: String(new FormData(form).get('name')).trim(), group: this.group, filter: this.filter});
    form.reset();
  }

  private beginRename(each: Saved): void {
    this.renaming = each.name;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLInputElement>('li input')?.select());
  }

  private rename(event: SubmitEvent, each: Saved): void {
    event.preventDefault();
    const name = String(new FormData(event.target as HTMLFormElement).get('name')).trim();
    const others = this.all.filter((other) => other === each || other.name !== name);
    this.store(others.map((other) => (other === each ? {...each, name} : other)));
    this.renaming = undefined;
  }

  private change(one: Saved): void {
    if (one.name) {
      this.store(withSaved(this.all, one));
    }
  }

  private store(all: Saved[]): void {
    keep(all);
    this.all = saved();
    go(here({}), true);
  }
}
