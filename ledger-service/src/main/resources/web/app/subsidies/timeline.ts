import type {Ink, Option} from '../element/chart';
import {short} from '../data/money';

/** A part of a picture over time: its name, its colour, and an amount for each step. */
export interface Strand {
  name: string;
  colour: string;
  /** The how manieth of its colour it is, from 0: the more, the paler. */
  shade: number;
  values: string[];
}

const SHADES = [1, 0.62, 0.36];

/** From so many steps on, bars would be hairs: areas are drawn. */
const BARS_MAX = 80;

/** Amounts over time, one on top of the other. */
export function timeline(steps: string[], strands: Strand[], asset: string): (ink: Ink) => Option {
  const bars = steps.length <= BARS_MAX;
  return (ink) => ({
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      backgroundColor: ink.surface,
      borderColor: ink.line,
      textStyle: {color: ink.ink, fontSize: 12},
      axisPointer: {type: bars ? 'shadow' : 'line'},
      valueFormatter: (value: number) => short(value, asset),
    },
    legend: {type: 'scroll', bottom: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 12, textStyle: {color: ink.soft}, pageTextStyle: {color: ink.soft}, pageIconColor: ink.ink, pageIconInactiveColor: ink.line},
    grid: {left: 8, right: 12, top: 16, bottom: 40, containLabel: true},
    xAxis: {type: 'category', data: steps, axisLine: {lineStyle: {color: ink.line}}, axisTick: {show: false}, axisLabel: {color: ink.soft, hideOverlap: true}},
    yAxis: {type: 'value', axisLabel: {color: ink.soft, formatter: (value: number) => short(value, asset)}, splitLine: {lineStyle: {color: ink.line}}},
    series: strands.map((strand) => ({
      name: strand.name,
      type: bars ? 'bar' : 'line',
      stack: 'all',
      barMaxWidth: 46,
      symbol: 'none',
      lineStyle: {width: 1},
      ...(bars ? {} : {areaStyle: {opacity: 0.75 * (SHADES[Math.min(strand.shade, SHADES.length - 1)] ?? 1)}}),
      itemStyle: {color: ink.of(strand.colour), opacity: SHADES[Math.min(strand.shade, SHADES.length - 1)] ?? 1},
      data: strand.values.map(Number),
    })),
  });
}
