import type {Ink, Option} from '../element/chart';
import {asPercent, MEASURES, ofRevenue, type Figures, type Measure} from './figures';

const SHOWN: {measure: Measure; colour: string}[] = [
  {measure: 'operatingIncome', colour: '--unit-3'},
  {measure: 'intersegment', colour: '--unit-1'},
  {measure: 'subsidy', colour: '--unit-5'},
];

/** Companies of unlike size side by side: each figure as a part of what customers outside paid. */
export function companyChart(all: Figures[], name: (group: string) => string): (ink: Ink) => Option {
  return (ink) => {
    const axis = {axisLine: {lineStyle: {color: ink.line}}, axisTick: {show: false}};
    return {
      tooltip: {
        renderMode: 'richText',
        backgroundColor: ink.surface,
        borderColor: ink.line,
        textStyle: {color: ink.ink, fontSize: 12},
        trigger: 'axis',
        axisPointer: {type: 'shadow', shadowStyle: {opacity: 0.08}},
        formatter: (points: {seriesName: string; data: {part: string}; name: string}[]) =>
          [points[0]?.name ?? '', ...points.map((point) => `${point.seriesName}: ${point.data.part}`)].join('\n'),
      },
      legend: {top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: {color: ink.ink, fontSize: 12}},
      grid: {left: 4, right: 8, top: ink.width < 520 ? 66 : 40, bottom: 4, containLabel: true},
      xAxis: {type: 'category', data: all.map((one) => name(one.group)), axisLabel: {color: ink.ink, fontSize: 12, interval: 0}, ...axis},
      yAxis: {type: 'value', axisLabel: {color: ink.soft, formatter: (value: number) => `${value} %`}, splitLine: {lineStyle: {color: ink.line}}, ...axis},
      series: SHOWN.map(({measure, colour}) => ({
        type: 'bar',
        name: MEASURES.find((known) => known.measure === measure)?.name,
        itemStyle: {color: ink.of(colour), borderRadius: 2},
        barMaxWidth: 34,
        data: all.map((one) => {
          const part = ofRevenue(one[measure], one.externalRevenue);
          return {value: part === undefined ? 0 : Number(part) * 100, part: part === undefined ? 'no revenue' : asPercent(part)};
        }),
      })),
    };
  };
}
