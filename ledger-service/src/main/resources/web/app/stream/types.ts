/* What the stream, the search of history and the pages about one event say, as far as they are shown here. */

export interface Posting {
  account: string;
  amount: string;
}

/** Where a record lies in the log. */
export interface Place {
  topic: string;
  partition: number;
  offset: number;
}

/** An entry with the event that it was made from, as the stream and the search send it. */
export interface StreamedEntry {
  entry: string;
  group: string;
  unit: string;
  asset: string;
  type: string;
  event: string;
  subject?: string;
  /** When it happened. */
  time: string;
  /** Its accounting date, where that is another time. */
  bookedAt?: string;
  rule: string;
  postings: Posting[];
  place?: Place;
  key?: string;
  headers?: Record<string, string>;
  data?: unknown;
}

export interface Hello {
  epoch: string;
  newest: string;
  /** Left out while the ledger's window is empty. */
  oldest?: string;
  resumed: boolean;
}

/** Totals since a connection began; matched is sent and skipped, exactly. */
export interface Counts {
  matched: number;
  sent: number;
  skipped: number;
  waiting: number;
  /** Not told to who does not see all companies. */
  unseen?: number;
  perSecond: number;
}

export interface Gap {
  reason: 'window' | 'epoch' | 'overrun' | 'repricing';
  /** Left out when it cannot be known. */
  missed?: number;
}

export interface Progress {
  scanned: number;
  matched: number;
  at?: string;
  first?: string;
  last?: string;
}

export interface End {
  complete: boolean;
  scanned: number;
  matched: number;
  next?: string;
  problem?: {title?: string; detail?: string; code?: string};
}

/** How one amount came to be. */
export interface Reason {
  amount: string;
  steps: {words: string; result: string; rounded: boolean}[];
}

export interface EntryView {
  id: string;
  group: string;
  asset: string;
  rule: string;
  ruleInWords: string;
  time: string;
  occurredAt?: string;
  source: string;
  event: string;
  revision: number;
  corrects?: string;
  postings: (Posting & {reasons?: Reason[]})[];
  rate?: {quantity: string; effectiveFrom: string; event: string};
  unexplained?: string;
  late?: string;
}

export interface Balance {
  account: string;
  before: string;
  amount: string;
  after: string;
}

export interface EventView {
  source: string;
  id: string;
  state: string;
  record?: Place & {key?: string; headers: Record<string, string>; data?: unknown};
  entries: EntryView[];
  balances: Balance[];
  suspense?: {reason?: string; detail?: string};
}
