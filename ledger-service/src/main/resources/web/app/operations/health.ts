import {Problem} from '../data/api';
import type {Check, Health} from './types';

/** Asks a service how it is. One that is down says so with an error's status, and its answer counts all the same. */
export async function askHealth(url: string, signal: AbortSignal): Promise<Health> {
  try {
    const response = await fetch(`${url}/q/health`, {signal, headers: {accept: 'application/json'}});
    return (await response.json()) as Health;
  } catch (error) {
    if (signal.aborted) {
      throw error;
    }
    throw new Problem('Does not answer', `Nothing that one can read comes from ${url || location.origin}/q/health.`, 'unreachable', 0);
  }
}

const NAMES: Record<string, string> = {
  'SmallRye Reactive Messaging - liveness check': 'Channels to Kafka are alive',
  'SmallRye Reactive Messaging - readiness check': 'Channels to Kafka are ready',
  'SmallRye Reactive Messaging - startup check': 'Channels to Kafka are started',
  'Database connections health check': 'Database',
  kafka: 'Kafka broker',
  'triad-units': 'Simulated units',
  intake: 'Intake posts',
  lag: 'Keeps up with the log',
};

/** A check in words. */
export function checkName(check: Check): string {
  return NAMES[check.name] ?? check.name;
}

/** What a check tells beside its state. */
export function checkDetail(check: Check): string {
  return Object.entries(check.data ?? {})
    .map(([name, value]) => `${name}: ${String(value).replace(/^\[(.*)]$/, '$1')}`)
    .join(', ');
}

/** Those that are down first, and each but once: readiness and liveness may share a check. */
export function inOrder(checks: Check[]): Check[] {
  const seen = new Set<string>();
  return [...checks]
    .sort((a, b) => a.status.localeCompare(b.status) || checkName(a).localeCompare(checkName(b)))
    .filter((check) => {
      const key = check.name + check.status;
      const first = !seen.has(key);
      seen.add(key);
      return first;
    });
}
