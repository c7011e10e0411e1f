import {css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {classMap} from 'lit/directives/class-map.js';
import {amount} from '../element/amount';
import {go, here} from '../shell/route';
import {ViewElement} from '../shell/view';
import {shared} from '../styles';
import {above, matching, rows, sums, treeOf, type Figures, type Node, type Row} from './chart';
import type {Account} from './types';
import {kindName} from './words';

/** The chart of accounts as a tree grid: arrows move and open, Enter opens a statement. */
@customElement('triad-account-tree')
export class AccountTree extends ViewElement {
  static override styles = [
    shared,
    css`
      :host {
        container-type: inline-size;
      }

      tbody tr {
        cursor: pointer;
      }

      tbody tr:hover > * {
        background: var(--sunken);
      }

      tbody tr:focus-visible {
        outline-offset: -2px;
      }

      tr.chosen > * {
        background: var(--accent-soft);
      }

      th[role='rowheader'] {
        width: 99%;
        color: var(--ink);
        font-weight: 450;
        font-size: 0.875rem;
      }

      tr.unit th[role='rowheader'] {
        font-weight: 650;
      }

      tr.unit > * {
        background: color-mix(in srgb, var(--sunken) 60%, transparent);
      }

      .name {
        display: grid;
        grid-template-columns: 1.1rem minmax(0, 1fr);
        align-items: baseline;
        gap: 0.2rem;
        overflow-wrap: anywhere;
      }

      .l2 {
        padding-left: 0.9rem;
      }

      .l3 {
        padding-left: 1.8rem;
      }

      .l4 {
        padding-left: 2.7rem;
      }

      .l5 {
        padding-left: 3.6rem;
      }

      .l6 {
        padding-left: 4.5rem;
      }

      .sign {
        color: var(--ink-soft);
        transition: transform 0.12s;
        text-align: center;
      }

      .open .sign {
        transform: rotate(90deg);
      }

      .head {
        padding-left: 1.3rem;
      }

      tfoot th {
        font-size: 0.875rem;
      }

      td.number,
      th.number {
        padding-left: 0.75rem;
      }

      @container (max-width: 660px) {
        .wide {
          display: none;
        }
      }

      @container (max-width: 420px) {
        .l3,
        .l4,
        .l5,
        .l6 {
          padding-left: 1.4rem;
        }

        table {
          font-size: 0.8125rem;
        }
      }
    `,
  ];

  @property({attribute: false}) accounts: Account[] = [];
  @property() asset = '';
  /** Whose statement is open. */
  @property() chosen = '';
  /** Down to where the address says that the tree is open. */
  @property() path = '';
  @property() text = '';

  @state() private toggled = new Map<string, boolean>();
  @state() private active = '';
  private nodes: Node[] = [];
  private shown: Row[] = [];

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('chosen') || changed.has('text')) {
      this.toggled = new Map([...this.toggled].filter(([path, open]) => open || !above(path, this.chosen)));
    }
    if (changed.has('text')) {
      this.toggled = new Map();
    }
    if (changed.has('accounts') || changed.has('text')) {
      this.nodes = treeOf(matching(this.accounts, this.text));
    }
    this.shown = rows(this.nodes, (node, level) => this.isOpen(node, level));
    if (!this.shown.some((row) => row.node.path === this.active)) {
      this.active = this.shown.find((row) => row.node.path === this.chosen)?.node.path ?? this.shown[0]?.node.path ?? '';
    }
  }

  private isOpen(node: Node, level: number): boolean {
    const usual = level === 1 || this.text !== '' || above(node.path, this.chosen) || above(node.path, this.path);
    return this.toggled.get(node.path) ?? usual;
  }

  override render() {
    if (this.shown.length === 0) {
      return html`<triad-empty heading="No account" text=${this.text ? `No account's name has “${this.text}” in it.` : 'Nothing was posted by then.'}></triad-empty>`;
    }
    return html`<table role="treegrid" aria-label="Chart of accounts" @keydown=${this.key}>
      <thead>
        <tr role="row">
          <th role="columnheader"><span class="head">Account</span></th>
          <th role="columnheader" class="number wide">Debit</th>
          <th role="columnheader" class="number wide">Credit</th>
          <th role="columnheader" class="number">Balance</th>
        </tr>
      </thead>
      <tbody>
        ${this.shown.map((row) => this.row(row))}
      </tbody>
      <tfoot>
        <tr role="row">
          <th role="rowheader"><span class="head">${this.text ? 'All that match' : 'All'}</span></th>
          ${this.figures(sums(this.nodes))}
        </tr>
      </tfoot>
    </table>`;
  }

  private row({node, level, position, of, open}: Row) {
    const inner = node.children.length > 0;
    const kinds = classMap({unit: level === 1, chosen: node.path === this.chosen, open});
    return html`<tr
      role="row"
      class=${kinds}
      data-path=${node.path}
      aria-level=${level}
      aria-posinset=${position}
      aria-setsize=${of}
      aria-expanded=${inner ? String(open) : nothing}
      aria-selected=${node.path === this.chosen ? 'true' : nothing}
      tabindex=${node.path === this.active ? 0 : -1}
      @click=${(event: Event) => this.pick(event, node, open)}
      @focus=${() => (this.active = node.path)}
    >
      <th role="rowheader" scope="row">
        <span class="name l${Math.min(level, 6)}"><span class="sign" aria-hidden="true">${inner ? '›' : ''}</span>${this.label(node, level)}</span>
      </th>
      ${this.figures(node)}
    </tr>`;
  }

  private label(node: Node, level: number) {
    const text = level === 1 ? this.unitName(node.label) : level === 2 ? [kindName(node.label.split(':')[0] ?? ''), ...node.label.split(':').slice(1)].join(' : ') : node.label.replaceAll(':', ' : ');
    return node.account
      ? html`<a href=${here({account: node.account.account, cursor: undefined})} tabindex="-1" title=${node.path}>${text}</a>`
      : html`<span title=${node.path}>${text}</span>`;
  }

  private figures({debit, credit, balance}: Figures) {
    return html`<td role="gridcell" class="number wide">${amount(debit, this.asset)}</td>
      <td role="gridcell" class="number wide">${amount(credit, this.asset)}</td>
      <td role="gridcell" class="number">${amount(balance, this.asset)}</td>`;
  }

  /** Links lead where they say; what else is pressed opens or closes. */
  private pick(event: Event, node: Node, open: boolean): void {
    if (!(event.target as Element).closest('a')) {
      this.press(node, open);
    }
  }

  private press(node: Node, open: boolean): void {
    if (node.children.length > 0) {
      this.toggle(node, !open);
    } else if (node.account) {
      go(here({account: node.account.account, cursor: undefined}));
    }
  }

  private toggle(node: Node, open: boolean): void {
    this.toggled = new Map(this.toggled).set(node.path, open);
    const parent = this.shown.find((row) => row.node.path === node.path)?.parent;
    go(here({path: open ? node.path : parent?.path}), true);
  }

  private key(event: KeyboardEvent): void {
    const at = this.shown.findIndex((row) => row.node.path === this.active);
    const row = this.shown[at];
    const moves: Record<string, () => void> = {
      ArrowDown: () => this.move(this.shown[at + 1]),
      ArrowUp: () => this.move(this.shown[at - 1]),
      Home: () => this.move(this.shown[0]),
      End: () => this.move(this.shown.at(-1)),
      ArrowRight: () => row && this.right(row, this.shown[at + 1]),
      ArrowLeft: () => row && this.left(row),
      Enter: () => row && this.enter(row),
      ' ': () => row && this.press(row.node, row.open),
    };
    const move = moves[event.key];
    if (move && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      move();
    }
  }

  private right({node, open}: Row, next: Row | undefined): void {
    if (node.children.length > 0 && !open) {
      this.toggle(node, true);
    } else if (open) {
      this.move(next);
    }
  }

  private left({node, open, parent}: Row): void {
    if (open) {
      this.toggle(node, false);
    } else {
      this.move(this.shown.find((row) => row.node.path === parent?.path));
    }
  }

  private enter({node, open}: Row): void {
    if (node.account) {
      go(here({account: node.account.account, cursor: undefined}));
    } else {
      this.press(node, open);
    }
  }

  private move(row: Row | undefined): void {
    if (row) {
      this.active = row.node.path;
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus());
    }
  }
}
