/* The ledger's answers about accounts, as far as they are shown. */

export interface Account {
  account: string;
  unit: string;
  debit: string;
  credit: string;
  balance: string;
  postings: number;
}

export interface AccountsPage {
  asset: string;
  asOf?: string;
  accounts: Account[];
  nextCursor?: string;
}

export interface TrialBalance {
  asset: string;
  asOf?: string;
  debit: string;
  credit: string;
  difference: string;
  balanced: boolean;
  accounts: Account[];
}

export interface Line {
  time: string;
  occurredAt?: string;
  entry: string;
  rule: string;
  source: string;
  event: string;
  amount: string;
  balance: string;
}

export interface AccountStatement {
  account: string;
  asset: string;
  openingBalance: string;
  lines: Line[];
  closingBalance: string;
  nextCursor?: string;
}

export interface Section {
  section: string;
  amount: string;
  accounts: {account: string; amount: string}[];
}

export interface IncomeStatement {
  unit: string;
  asset: string;
  sections: Section[];
  operatingIncome: string;
}

export interface ClosedPeriod {
  period: string;
  from: string;
  until: string;
  state: string;
  closedAt?: string;
  complete?: boolean;
}
