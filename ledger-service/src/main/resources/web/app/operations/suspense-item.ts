import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {Problem, send} from '../data/api';
import {Loaded} from '../data/loaded';
import {may, takes} from '../data/session';
import {time} from '../data/time';
import {here, href} from '../shell/route';
import {shared} from '../styles';
import type {Redriven, SuspenseDetail} from './types';

const RESULTS: Record<string, string> = {
  resolved: 'It is on the books now.',
  waiting: 'It still waits.',
  quarantined: 'It stays quarantined.',
};

/** One record that is not on the books: why, what it says, and another try. */
@customElement('triad-suspense-item')
export class SuspenseItemPanel extends LitElement {
  static override styles = [
    shared,
    css`
      .scroll {
        position: relative;
      }

      article {
        display: grid;
        gap: 0.75rem;
        padding: 1rem;
        border: 1px solid var(--accent);
        border-radius: 8px;
      }

      .head {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0.5rem;
      }

      dl {
        display: grid;
        grid-template-columns: minmax(0, max-content) minmax(0, 1fr);
        gap: 0.15rem 1rem;
        margin: 0;
        font-size: 0.875rem;
      }

      dt {
        color: var(--ink-soft);
      }

      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }

      pre {
        margin: 0;
        padding: 0.75rem;
        max-height: 320px;
        overflow: auto;
        border-radius: 8px;
        background: var(--sunken);
        font: 0.8125rem/1.5 var(--mono);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }

      summary {
        cursor: pointer;
        color: var(--accent);
        font-size: 0.8125rem;
      }

      .result {
        padding: 0.5rem 0.75rem;
        border-radius: 8px;
        background: var(--warn-soft);
        color: var(--warn);
      }

      .result.resolved {
        background: var(--good-soft);
        color: var(--good);
      }

      .result.failed {
        background: var(--bad-soft);
        color: var(--bad);
      }
    `,
  ];

  @property() number = '';
  private readonly detail = new Loaded<SuspenseDetail>(this, () => `/suspense/${this.number}`, 0);
  @state() private busy = false;
  @state() private result: Redriven | Problem | undefined;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('number')) {
      this.result = undefined;
    }
  }

  override render() {
    return html`<article aria-labelledby="title">
      <div class="head">
        <h3 id="title">Item ${this.number}</h3>
        <a href=${here({item: undefined})}>Close</a>
      </div>
      ${this.detail.render((detail) => this.content(detail), 6)}
    </article>`;
  }

  private content(detail: SuspenseDetail) {
    const {item} = detail;
    const facts: [string, string | undefined][] = [
      ['State', item.state],
      ['Reason', item.reason],
      ['In words', item.detail],
      ['Waits for', item.waitsFor],
      ['Event', item.event],
      ['Type', item.type],
      ['Source', item.source],
      ['Happened', item.time && time(item.time)],
      ['Where it stands', `${item.topic}, partition ${item.partition}, offset ${item.offset}`],
      ['Set aside', `${time(item.receivedAt)}, ${item.attempts === 0 ? 'not tried again yet' : `tried again ${item.attempts === 1 ? 'once' : `${item.attempts} times`}`}`],
    ];
    return html`
      <dl>${facts.map(([name, value]) => (value ? html`<dt>${name}</dt><dd>${value}</dd>` : nothing))}</dl>
      ${item.state === 'resolved' ? nothing : may('operator') ? this.again() : takes('operator', 'Trying it again')}
      ${this.outcome(item.group)} ${this.record(detail)}
    `;
  }

  private again() {
    return html`<div class="row">
      <button class="primary" ?disabled=${this.busy} @click=${this.redrive}>Try it again</button>
      <span class="small soft">It is posted if it can be by now, once and no more; otherwise it stays as it is.</span>
    </div>`;
  }

  private outcome(group: string | undefined) {
    const {result} = this;
    if (!result) {
      return nothing;
    }
    if (result instanceof Problem) {
      return html`<p class="result failed" role="alert">${result.title}: ${result.detail}</p>`;
    }
    return html`<p class="result ${result.state}" role="status">
      ${RESULTS[result.state] ?? result.state} ${result.detail ?? nothing}
      ${result.entry ? html`Its entry is <a href=${href('stream', {group, entry: result.entry})}>${result.entry}</a>.` : nothing}
    </p>`;
  }

  private record({key, headers, value, valueBase64}: SuspenseDetail) {
    return html`
      <h3>The record, as it was sent</h3>
      <div class="scroll" tabindex="0" role="region" aria-label="Headers of the record">
        <table>
          <thead><tr><th scope="col">Header</th><th scope="col">Value</th></tr></thead>
          <tbody>
            ${key === undefined ? nothing : html`<tr><th scope="row">Key</th><td class="mono">${key}</td></tr>`}
            ${headers.map((header) => html`<tr><th scope="row">${header.name}</th><td class="mono">${header.value ?? html`<span class="soft">none</span>`}</td></tr>`)}
          </tbody>
        </table>
      </div>
      ${value === undefined ? html`<p class="small soft">It has no value.</p>` : html`<pre tabindex="0" aria-label="Value of the record">${value}</pre>`}
      ${valueBase64 ? html`<details><summary>The same bytes in Base64</summary><pre tabindex="0" aria-label="Value in Base64">${valueBase64}</pre></details>` : nothing}
    `;
  }

  private async redrive(): Promise<void> {
    this.busy = true;
    this.result = undefined;
    try {
      this.result = await send<Redriven>('POST', `/suspense/${this.number}/redrive`);
      await this.detail.again();
      this.dispatchEvent(new Event('redriven'));
    } catch (error) {
      this.result = error instanceof Problem ? error : new Problem('Not tried', String(error), '', 0);
    } finally {
      this.busy = false;
    }
  }
}
