import {Problem} from '../data/api';

/** Why the ledger refused a stream: an EventSource does not say. Undefined when it would not refuse it now. */
export async function refusal(address: string): Promise<Problem | undefined> {
  const asking = new AbortController();
  try {
    const response = await fetch(address, {signal: asking.signal, headers: {accept: 'text/event-stream'}});
    if (response.ok) {
      return undefined;
    }
    const {title, detail, code} = (await response.json().catch(() => ({}))) as {title?: string; detail?: string; code?: string};
    return new Problem(title ?? `Status ${response.status}`, detail ?? '', code ?? '', response.status);
  } catch {
    return new Problem('Not reachable', 'The ledger does not answer.', 'unreachable', 0);
  } finally {
    asking.abort();
  }
}
