/* What the view of the operations asks for. */

export interface Check {
  name: string;
  status: 'UP' | 'DOWN';
  data?: Record<string, unknown>;
}

export interface Health {
  status: 'UP' | 'DOWN';
  checks: Check[];
}

export interface LogPosition {
  topic: string;
  partition: number;
  next: number;
  end?: number;
  lag?: number;
}

export interface Intake {
  posted: number;
  lag?: number;
  atMillis: number;
  partitions: LogPosition[];
}

export interface Chain {
  lanes: {lane: string; height: number; hash: string; nextOffset: number}[];
}

export interface SimulatedUnit {
  group: string;
  unit: string;
  phase: string;
  rate: string;
  speed: number;
  paused: boolean;
  seed: number;
  virtualTime: string;
  tick: number;
  eventsEmitted: number;
  lagSeconds: number;
}

export interface SimulatedUnits {
  units: SimulatedUnit[];
}

/** A change; what is left out stays. */
export interface SimulationChange {
  rate?: string | undefined;
  speed?: number | undefined;
  paused?: boolean;
}

export interface SuspenseItem {
  id: number;
  state: string;
  reason: string;
  detail: string;
  waitsFor?: string;
  group?: string;
  source?: string;
  event?: string;
  type?: string;
  time?: string;
  topic: string;
  partition: number;
  offset: number;
  receivedAt: string;
  attempts: number;
}

export interface SuspensePage {
  counts: {state: string; reason: string; items: number}[];
  items: SuspenseItem[];
  nextCursor?: string;
}

export interface SuspenseDetail {
  item: SuspenseItem;
  key?: string;
  headers: {name: string; value?: string}[];
  value?: string;
  valueBase64?: string;
}

export interface Redriven {
  id: number;
  state: string;
  reason?: string;
  detail?: string;
  entry?: string;
}
