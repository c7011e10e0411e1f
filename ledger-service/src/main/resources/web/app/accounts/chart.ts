import {get, path as query} from '../data/api';
import {sum} from '../data/money';
import {kindOrder} from './words';
import type {Account, AccountsPage} from './types';

/** How many accounts a page of the ledger's answer has at most. */
const PAGE = 1_000;

/** How many pages are asked for: a chart of accounts longer than this is shown in part, and says so. */
const PAGES_MAX = 10;

/** All accounts, over as many pages as it takes; what remains after the last one asked for is told by its cursor. */
export async function allAccounts(path: string, signal: AbortSignal): Promise<AccountsPage> {
  const [base = '', parameters = ''] = path.split('?');
  const given = Object.fromEntries(new URLSearchParams(parameters));
  let page = await get<AccountsPage>(query(base, {...given, limit: PAGE}), signal);
  const accounts = [...page.accounts];
  for (let pages = 1; page.nextCursor && pages < PAGES_MAX; pages++) {
    page = await get<AccountsPage>(query(base, {...given, limit: PAGE, cursor: page.nextCursor}), signal);
    accounts.push(...page.accounts);
  }
  return {...page, accounts};
}

/** What was debited and credited, and what remains: above zero on the side of debits. */
export interface Figures {
  debit: string;
  credit: string;
  balance: string;
}

/** A part of the chart of accounts: an account, or what several have in common in their names, with their sums. */
export interface Node extends Figures {
  path: string;
  label: string;
  account: Account | undefined;
  children: Node[];
}

/** Names are read from the left: unit, kind, and what the kind is divided into. */
export function treeOf(accounts: Account[], depth = 0): Node[] {
  const groups = new Map<string, Account[]>();
  for (const account of accounts) {
    const head = account.account.split(':').slice(0, depth + 1).join(':');
    const known = groups.get(head);
    if (known) {
      known.push(account);
    } else {
      groups.set(head, [account]);
    }
  }
  const nodes = [...groups].map(([path, within]) => node(path, within, depth));
  return depth === 1 ? nodes.sort((a, b) => kindOrder(kindOf(a.path)) - kindOrder(kindOf(b.path))) : nodes;
}

/** The second part of an account's name. */
export function kindOf(path: string): string {
  return path.split(':')[1] ?? '';
}

function node(path: string, within: Account[], depth: number): Node {
  const own = within.find((account) => account.account === path);
  const children = treeOf(within.filter((account) => account !== own), depth + 1);
  const label = path.split(':')[depth] ?? path;
  const only = children[0];
  if (depth > 0 && !own && only && children.length === 1) {
    return {...only, label: `${label}:${only.label}`};
  }
  return {path, label, account: own, children, ...sums(own ? [own, ...children] : children)};
}

/** Of any accounts or parts of the chart, exact. */
export function sums(parts: Figures[]): Figures {
  return {
    debit: sum(parts.map((part) => part.debit)),
    credit: sum(parts.map((part) => part.credit)),
    balance: sum(parts.map((part) => part.balance)),
  };
}

/** The accounts in whose names every word stands. */
export function matching(accounts: Account[], text: string): Account[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return accounts.filter(({account}) => words.every((word) => account.toLowerCase().includes(word)));
}

/** Whether a path is an account's, or above it. */
export function above(path: string, account: string): boolean {
  return account === path || account.startsWith(path + ':');
}

/** A line of the tree as it is seen. */
export interface Row {
  node: Node;
  level: number;
  position: number;
  of: number;
  open: boolean;
  parent: Node | undefined;
}

/** What is seen of a tree of which some is open, from top to bottom. */
export function rows(nodes: Node[], open: (node: Node, level: number) => boolean, level = 1, parent?: Node): Row[] {
  return nodes.flatMap((node, index) => {
    const opened = node.children.length > 0 && open(node, level);
    const row: Row = {node, level, position: index + 1, of: nodes.length, open: opened, parent};
    return opened ? [row, ...rows(node.children, open, level + 1, node)] : [row];
  });
}
