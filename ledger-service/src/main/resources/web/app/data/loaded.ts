import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {get, Problem} from './api';
import {ago} from './time';

/** How often what is shown is asked anew while somebody looks. */
const REFRESH_MILLIS = 5_000;

/**
 * An answer that an element shows, as a rule of the ledger. It is asked anew when its path changes, and from time to time; an
 * answer that cannot be renewed is still shown, and said to be old.
 */
export class Loaded<T> implements ReactiveController {
  value: T | undefined;
  problem: Problem | undefined;
  private at = 0;
  private path: string | undefined;
  private running: AbortController | undefined;
  private timer: number | undefined;

  /**
   * @param ask the path to ask, without /api/v1, or whatever else fetch makes a question of; undefined asks nothing
   * @param everyMillis how often; 0 is once
   * @param fetch how it is asked, where that is not one request to the ledger
   */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly ask: () => string | undefined,
    private readonly everyMillis = REFRESH_MILLIS,
    private readonly fetch: (path: string, signal: AbortSignal) => Promise<T> = get,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    if (this.everyMillis > 0) {
      this.timer = window.setInterval(() => this.renew(), this.everyMillis);
    }
  }

  hostDisconnected(): void {
    window.clearInterval(this.timer);
    this.running?.abort();
    this.running = undefined;
    this.path = undefined;
  }

  hostUpdate(): void {
    const path = this.ask();
    if (path !== this.path) {
      this.path = path;
      this.running?.abort();
      this.running = undefined;
      this.value = undefined;
      this.problem = undefined;
      void this.load();
    }
  }

  get loading(): boolean {
    return this.value === undefined && this.problem === undefined;
  }

  /** Asks again now. */
  async again(): Promise<void> {
    this.running?.abort();
    this.running = undefined;
    await this.load();
  }

  /** Takes what another question told already. */
  put(value: T): void {
    this.running?.abort();
    this.running = undefined;
    this.keep(value);
    this.host.requestUpdate();
  }

  /** What is there to be seen, or why not. */
  render(show: (value: T) => unknown, lines = 3): TemplateResult {
    const {value, problem} = this;
    if (value !== undefined) {
      return html`${problem ? html`<triad-stale .problem=${problem} since=${ago(Date.now() - this.at)}></triad-stale>` : nothing}${show(value)}`;
    }
    return problem
      ? html`<triad-problem .problem=${problem} @again=${() => this.again()}></triad-problem>`
      : html`<triad-loading lines=${lines}></triad-loading>`;
  }

  private renew(): void {
    if (!document.hidden && !this.running && this.path !== undefined) {
      void this.load();
    }
  }

  private keep(value: T): void {
    this.value = value;
    this.problem = undefined;
    this.at = Date.now();
  }

  private async load(): Promise<void> {
    const path = this.path;
    if (path === undefined) {
      return;
    }
    const running = new AbortController();
    this.running = running;
    try {
      const value = await this.fetch(path, running.signal);
      if (this.running === running) {
        this.keep(value);
      }
    } catch (error) {
      if (this.running === running) {
        this.problem = error instanceof Problem ? error : new Problem('Not shown', String(error), '', 0);
      }
    } finally {
      if (this.running === running) {
        this.running = undefined;
        this.host.requestUpdate();
      }
    }
  }
}
