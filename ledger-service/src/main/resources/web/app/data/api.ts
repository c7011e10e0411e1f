/** What the ledger says when it does not answer: RFC 9457, or that it cannot be reached. */
export class Problem extends Error {
  constructor(
    readonly title: string,
    readonly detail: string,
    readonly code: string,
    readonly status: number,
  ) {
    super(detail || title);
  }
}

const BASE = '/api/v1';

/** Tells, as `unauthenticated`, that somebody's answer was that it is not known who asks. */
export const refused = new EventTarget();

/** Asks the ledger; a path is without /api/v1. */
export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return ask<T>(BASE + path, {signal: signal ?? null, headers: {accept: 'application/json'}});
}

export async function send<T>(method: 'POST' | 'DELETE', path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
  const init: RequestInit = {method, headers: {accept: 'application/json', ...headers}};
  if (body !== undefined) {
    init.body = JSON.stringify(body);
    init.headers = {...init.headers, 'content-type': 'application/json'};
  }
  return ask<T>(BASE + path, init);
}

/** Asks any address of this or another service. */
export async function ask<T>(address: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(address, {credentials: 'include', ...init});
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') {
      throw error;
    }
    throw new Problem('Not reachable', `${new URL(address, location.href).host} does not answer.`, 'unreachable', 0);
  }
  const text = await response.text();
  if (!response.ok) {
    const why = problem(response, text);
    if (why.code === 'unauthenticated') {
      refused.dispatchEvent(new Event('unauthenticated'));
    }
    throw why;
  }
  return (text ? JSON.parse(text) : undefined) as T;
}

function problem(response: Response, text: string): Problem {
  try {
    const {title, detail, code} = JSON.parse(text) as {title?: string; detail?: string; code?: string};
    return new Problem(title ?? response.statusText, detail ?? '', code ?? '', response.status);
  } catch {
    return new Problem(response.statusText || `Status ${response.status}`, '', '', response.status);
  }
}

/** A path with what is given of its parameters. */
export function path(base: string, parameters: Record<string, string | number | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== '') {
      query.set(name, String(value));
    }
  }
  const text = query.toString();
  return text ? `${base}?${text}` : base;
}
