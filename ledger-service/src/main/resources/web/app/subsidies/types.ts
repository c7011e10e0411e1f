/* The ledger's answers about cohorts and allocations, as far as they are shown. */

export interface Week {
  from: string;
  gain: string;
  loss: string;
}

export type Payback = 'nothing-to-pay-back' | 'paid-back' | 'projected' | 'never';

export interface CohortResult {
  hardwareMargin: string;
  loss: string;
  returned: string;
  cloudCost: string;
  attributedContribution: string;
  digitalContribution: string;
  netBurden: string;
  payback: Payback;
  paybackWeeks?: number;
  weeks: Week[];
}

export interface Cohort {
  product: string;
  week: string;
  own: boolean;
  result: CohortResult;
}

export interface CohortUnit {
  unit: string;
  own: CohortResult;
  thirdParty: CohortResult;
  cohorts: Cohort[];
}

export interface Cohorts {
  asset: string;
  units: CohortUnit[];
}

export interface Department {
  department: string;
  directCost: string;
  direct: string;
  stepDown: string;
  reciprocal: string;
  reciprocalLessDirect: string;
  reciprocalLessStepDown: string;
}

export interface Method {
  passedOn: Record<string, string>;
  transfers: {from: string; to: string; amount: string}[];
}

export interface Allocations {
  asset: string;
  allocation: {total: string; finalDepartments: Department[]; direct: Method; stepDown: Method; reciprocal: Method};
}
