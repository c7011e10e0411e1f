import {LitElement, css, html, nothing, svg} from 'lit';
import {customElement} from 'lit/decorators.js';
import {Loaded} from '../data/loaded';
import {ALL_GROUPS, seesEveryGroup} from '../data/session';
import {shared} from '../styles';
import {byTopic, count, pace, type Topic} from './positions';
import type {Intake, LogPosition} from './types';

/** How far the books are behind the log, partition by partition, and how fast they come on. */
@customElement('triad-lag')
export class LagTable extends LitElement {
  static override styles = [
    shared,
    css`
      .figures {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 2.5rem;
        margin-bottom: 0.75rem;
      }

      .figure {
        display: block;
        font-size: 1.5rem;
        font-weight: 650;
        letter-spacing: -0.02em;
        font-variant-numeric: tabular-nums;
        line-height: 1.2;
      }

      td,
      th {
        padding-top: 0.25rem;
        padding-bottom: 0.25rem;
      }

      tbody tr:first-child > * {
        padding-top: 0.75rem;
      }

      tbody th[scope='rowgroup'] {
        color: var(--ink);
        font-weight: 600;
      }

      tbody tr:last-child > * {
        border-bottom: 1px solid var(--line);
      }

      svg {
        display: block;
        width: 100%;
        min-width: 60px;
        height: 14px;
      }

      .silent {
        margin-bottom: 0.5rem;
        color: var(--warn);
      }

      .bar {
        width: 34%;
      }

      .scroll {
        position: relative;
        max-height: 460px;
        overflow-y: auto;
      }

      thead th {
        position: sticky;
        top: 0;
        background: var(--surface);
      }
    `,
  ];

  private readonly intake = new Loaded<Intake>(this, () => (seesEveryGroup() ? '/intake' : undefined), 2_000);
  private previous: Intake | undefined;
  private perSecond: number | undefined;

  override willUpdate(): void {
    const now = this.intake.value;
    if (now && now.atMillis !== this.previous?.atMillis) {
      this.perSecond = this.previous && pace(this.previous, now);
      this.previous = now;
    }
  }

  override render() {
    return html`<section class="panel" aria-labelledby="lag">
      <header>
        <h2 id="lag">Behind the log</h2>
        <span class="small soft">Kafka's end of each partition less what is on the books</span>
      </header>
      ${seesEveryGroup() ? this.intake.render((intake) => this.content(intake), 8) : ALL_GROUPS}
    </section>`;
  }

  private content(intake: Intake) {
    const topics = byTopic(intake.partitions);
    const most = Math.max(1, ...intake.partitions.map((place) => place.lag ?? 0));
    return html`
      <div class="figures">
        <div><span class="figure">${intake.lag === undefined ? 'unknown' : count(intake.lag)}</span><span class="small soft">records to post</span></div>
        <div><span class="figure">${this.perSecond === undefined ? '–' : count(Math.round(this.perSecond))}</span><span class="small soft">posted a second</span></div>
        <div><span class="figure">${count(intake.posted)}</span><span class="small soft">taken from the log</span></div>
      </div>
      ${intake.lag === undefined ? html`<p class="silent small">The broker does not answer, so the log's end is unknown.</p>` : nothing}
      <div class="scroll" tabindex="0" role="region" aria-label="Lag by partition">
        <table>
          <thead>
            <tr><th scope="col">Partition</th><th scope="col" class="number">Posted up to</th><th scope="col" class="number">Log ends at</th><th scope="col" class="number">Behind</th><th scope="col" class="bar"><span class="visually-hidden">Share of the largest lag</span></th></tr>
          </thead>
          ${topics.map((topic) => this.topic(topic, most))}
        </table>
      </div>
    `;
  }

  private topic(topic: Topic, most: number) {
    return html`<tbody>
      <tr>
        <th scope="rowgroup">${topic.name}</th>
        <td class="number soft">${count(topic.posted)}</td>
        <td></td>
        <td class="number"><b>${topic.lag === undefined ? '?' : count(topic.lag)}</b></td>
        <td class="bar"></td>
      </tr>
      ${topic.partitions.map((place) => this.place(place, most))}
    </tbody>`;
  }

  private place({partition, next, end, lag}: LogPosition, most: number) {
    return html`<tr>
      <th scope="row">${partition}</th>
      <td class="number">${count(next)}</td>
      <td class="number">${end === undefined ? '?' : count(end)}</td>
      <td class="number">${lag === undefined ? '?' : count(lag)}</td>
      <td class="bar">
        <svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
          <rect x="0" y="5" width="100" height="4" rx="2" fill="var(--sunken)" />
          ${lag ? svg`<rect x="0" y="3" width=${Math.max(1, (lag / most) * 100)} height="8" rx="1" fill="var(--warn)" />` : nothing}
        </svg>
      </td>
    </tr>`;
  }
}
