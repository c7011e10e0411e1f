import {html, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {get, refused, send} from './api';

export type Role = 'reader' | 'operator' | 'auditor';

/** Who is signed in, and what they may: the ledger decides it, the page only leaves out what it would refuse. */
export interface Session {
  /** Whether the ledger asks who one is. */
  controlled: boolean;
  signedIn: boolean;
  name?: string;
  roles: Role[];
  groups: string[];
  expiresAt?: string;
}

const EVERYBODY: Session = {controlled: false, signedIn: false, roles: ['reader', 'operator', 'auditor'], groups: ['*']};
const EVERY_GROUP = '*';
/** The longest that a browser's timer waits. */
const TIMER_MILLIS_MAX = 2 ** 31 - 1;

const changed = new EventTarget();
let now: Session | undefined;
let expiry = 0;

/** Undefined until the ledger has said it for the first time. */
export function session(): Session | undefined {
  return now;
}

/** Whether the ledger answers who looks at the page. */
export function isLetIn(): boolean {
  return now !== undefined && (now.signedIn || !now.controlled);
}

export function may(role: Role): boolean {
  return now?.roles.includes(role) ?? false;
}

export function seesEveryGroup(): boolean {
  return now?.groups.includes(EVERY_GROUP) ?? false;
}

/** What is shown instead of something that takes a role which one has not. */
export function takes(role: Role, what: string): TemplateResult {
  return html`<p class="small soft">${what} takes the role ${role}.</p>`;
}

export const ALL_GROUPS = html`<p class="small soft">It is about all companies at once, and shown to those alone who see all of them.</p>`;

/** Asks the ledger anew; one that does not answer, or knows nothing of sessions, refuses by itself what it refuses. */
export async function renew(): Promise<void> {
  try {
    keep(await get<Session>('/session'));
  } catch {
    keep(now ?? EVERYBODY);
  }
}

export async function signIn(token: string): Promise<void> {
  keep(await send<Session>('POST', '/session', {token}));
}

export async function signOut(): Promise<void> {
  await send<void>('DELETE', '/session');
  await renew();
}

function keep(session: Session): void {
  now = session;
  window.clearTimeout(expiry);
  if (session.expiresAt) {
    const left = Date.parse(session.expiresAt) - Date.now() + 1_000;
    expiry = window.setTimeout(() => void renew(), Math.min(TIMER_MILLIS_MAX, Math.max(1_000, left)));
  }
  changed.dispatchEvent(new Event('changed'));
}

refused.addEventListener('unauthenticated', () => now?.signedIn && void renew());

/** Renders an element anew whenever somebody signs in or out. */
export class Sessioned implements ReactiveController {
  private readonly update = () => this.host.requestUpdate();

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    changed.addEventListener('changed', this.update);
  }

  hostDisconnected(): void {
    changed.removeEventListener('changed', this.update);
  }
}
