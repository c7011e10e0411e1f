/* The ledger's answers, as far as the console shows them. What they mean stands in the OpenAPI document at /q/swagger-ui. */

export interface Unit {
  unit: string;
  name: string;
  storefrontFor: string[];
}

export interface Group {
  group: string;
  name: string;
  asset: string;
  transferPrice: string;
  units: Unit[];
}

export interface Groups {
  groups: Group[];
}

export interface Period {
  period: string;
  from: string;
  until: string;
  state: string;
}

export interface Periods {
  periods: Period[];
}

export interface Flow {
  grantor: string;
  recipient: string;
  amount: string;
  byMechanism?: Record<string, string>;
  accounts?: string[];
}

export interface Subsidies {
  group: string;
  book: string;
  asset: string;
  progressRatio: string;
  gross: Flow[];
  net: Flow[];
  interval?: string;
  series?: {from: string; gross: Flow[]; net: Flow[]}[];
}

export interface Statement {
  lines: Record<string, string>;
  operatingIncome: string;
}

export interface Consolidation {
  group: string;
  book: string;
  asset: string;
  units: {unit: string; statement: Statement}[];
  eliminated: boolean;
  pairs: {provider: string; consumer: string; intersegmentRevenue: string; intersegmentExpense: string; receivable: string; payable: string; difference: string}[];
  eliminations: Statement;
  consolidated: Statement;
}

export interface TestedPlayer {
  player: string;
  revenue: string;
  standAloneCost: string;
  incrementalCost: string;
  fullyDistributedCost: string;
  shapleyValue: string;
  band: string;
  accounts?: string[];
}

export interface Violation {
  coalition: string[];
  test: string;
  amount: string;
  revenueAccounts?: string[];
  costAccounts?: string[];
}

export interface TestResult {
  cost: string;
  revenue: string;
  surplus: string;
  subsidyFree: boolean;
  everyCoalition: boolean;
  players: TestedPlayer[];
  violationsTotal: number;
  violations: Violation[];
}

export interface SubsidyTests {
  asset: string;
  progressRatio: string;
  providers: {
    provider: string;
    pools: {pool: string; behaviour: string; users: string[]; amount: string; account: string}[];
    additive: TestResult;
    economiesOfScale?: TestResult;
  }[];
}

export type Verdict = 'holds' | 'fails' | 'not-applicable' | 'undecided';

export interface Sensitivity {
  assumption: string;
  meaning: string;
  value: string;
  from: string;
  to: string;
  tried: string[];
}

export interface Claim {
  number: number;
  claim: string;
  metric: string;
  formula: string;
  value?: string;
  threshold: string;
  verdict: Verdict;
  why: string;
  units: Record<string, string>;
  figures: Record<string, string>;
  sensitivity: Sensitivity[];
  accounts: string[];
  links: string[];
}

export interface Claims {
  group: string;
  book: string;
  asset: string;
  claims: Claim[];
}

export interface Book {
  book: string;
  group: string;
  title?: string;
  state: string;
}

export interface Books {
  books: Book[];
}

export interface Service {
  name: string;
  /** Where it is; empty for the ledger, which serves this page. */
  url: string;
}

/** Where what the page does not ask the ledger for is. */
export interface Services {
  services: Service[];
  /** The broker, for tools that read it. */
  kafka: string;
}
