import {LitElement, css, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {BarChart, LineChart, SankeyChart} from 'echarts/charts';
import {AriaComponent, DataZoomComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent} from 'echarts/components';
import * as echarts from 'echarts/core';
import {CanvasRenderer} from 'echarts/renderers';
import {onThemeChange} from '../shell/theme';
import {shared} from '../styles';
import {colour} from './colours';

echarts.use([AriaComponent, BarChart, CanvasRenderer, DataZoomComponent, GridComponent, LegendComponent, LineChart, MarkLineComponent, SankeyChart, TooltipComponent]);

export type Option = echarts.EChartsCoreOption;

/** What a picture is drawn with: the page's colours, as they are now. */
export interface Ink {
  ink: string;
  soft: string;
  line: string;
  surface: string;
  /** How wide the picture is, in pixels. */
  width: number;
  of(name: string): string;
}

/** A picture by ECharts. What it shows must also stand in words or in a table beside it; its label says what it is. */
@customElement('triad-chart')
export class Chart extends LitElement {
  static override styles = [
    shared,
    css`
      div {
        width: 100%;
        height: var(--chart-height, 320px);
      }
    `,
  ];

  /** Makes what is drawn; called anew when the colours change. */
  @property({attribute: false}) draw!: (ink: Ink) => Option;
  @property() label = '';
  private chart: echarts.ECharts | undefined;
  private readonly resized = new ResizeObserver(() => this.chart?.resize());
  private endTheme: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.endTheme = onThemeChange(() => this.paint());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.endTheme?.();
    this.resized.disconnect();
    this.chart?.dispose();
    this.chart = undefined;
  }

  override render() {
    return html`<div role="img" aria-label=${this.label}></div>`;
  }

  override updated(): void {
    this.paint();
  }

  private paint(): void {
    const ground = this.renderRoot.querySelector('div');
    if (!ground) {
      return;
    }
    if (!this.chart) {
      this.chart = echarts.init(ground, null, {renderer: 'canvas'});
      this.chart.on('click', (event) => this.dispatchEvent(new CustomEvent('pick', {detail: event.data})));
      this.resized.observe(ground);
    }
    const ink: Ink = {ink: colour('--ink'), soft: colour('--ink-soft'), line: colour('--line'), surface: colour('--raised'), width: ground.clientWidth, of: colour};
    this.chart.setOption({...base(ink), ...this.draw(ink)}, {notMerge: true});
  }
}

/** Tooltips are drawn on the canvas: a strict policy allows no styles in text. */
function base(ink: Ink): Option {
  return {
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    animationDuration: 400,
    animationDurationUpdate: 400,
    textStyle: {fontFamily: 'Inter, ui-sans-serif, system-ui, sans-serif', color: ink.ink},
    tooltip: {renderMode: 'richText', backgroundColor: ink.surface, borderColor: ink.line, textStyle: {color: ink.ink, fontSize: 12}},
  };
}
