import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {Problem} from './api';
import {ago} from './time';

/**
 * What any question comes to, asked anew from time to time while somebody looks: as Loaded, for what is not one path of the
 * ledger. What is there is shown on when it cannot be renewed, and said to be old.
 */
export class Polled<T> implements ReactiveController {
  value: T | undefined;
  problem: Problem | undefined;
  private at = 0;
  private key: string | undefined;
  private running: AbortController | undefined;
  private timer: number | undefined;

  /**
   * @param of what is asked about; another value begins anew, undefined asks nothing
   * @param everyMillis how often; 0 is once
   */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly of: () => string | undefined,
    private readonly ask: (of: string, signal: AbortSignal) => Promise<T>,
    private readonly everyMillis: number,
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
    this.key = undefined;
  }

  hostUpdate(): void {
    const key = this.of();
    if (key !== this.key) {
      this.key = key;
      this.value = undefined;
      this.problem = undefined;
      void this.again();
    }
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
    if (!document.hidden && !this.running) {
      void this.load();
    }
  }

  private keep(value: T): void {
    this.value = value;
    this.problem = undefined;
    this.at = Date.now();
  }

  private async load(): Promise<void> {
    if (this.key === undefined) {
      return;
    }
    const running = new AbortController();
    this.running = running;
    try {
      const value = await this.ask(this.key, running.signal);
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
