import type {Ink, Option} from '../element/chart';
import {less, short, sum} from '../data/money';
import type {Cohort, CohortResult, Week} from './types';

const WEEK_MILLIS = 7 * 24 * 3_600_000;

/** Payback in words. */
export function paybackWords({payback, paybackWeeks}: CohortResult): string {
  switch (payback) {
    case 'nothing-to-pay-back':
      return 'Nothing to pay back';
    case 'paid-back':
      return `Paid back in ${weeks(paybackWeeks ?? 0)}`;
    case 'projected':
      return `In ${weeks(paybackWeeks ?? 0)}, at the rate so far`;
    case 'never':
      return 'Never: costs more than it brings';
  }
}

/** The same in a table, whose caption says what never means. */
export function paybackShort(result: CohortResult): string {
  return result.payback === 'never' ? 'Never' : paybackWords(result).replace(', at the rate so far', '');
}

function weeks(count: number): string {
  if (count > 104) {
    return `about ${Math.round(count / 52)} years`;
  }
  return count === 1 ? 'a week' : `${count} weeks`;
}

/** Of each week from the first on, how many weeks after it that is, and what had been gained and lost by its end. */
export interface Point {
  from: string;
  age: number;
  gain: string;
  loss: string;
  /** What is gained less what is lost: from zero on, the loss is paid back. */
  position: string;
}

export function course(all: Week[]): Point[] {
  const first = all[0];
  let gain = '0';
  let loss = '0';
  return all.map((week) => {
    gain = sum([gain, week.gain]);
    loss = sum([loss, week.loss]);
    const age = Math.round((Date.parse(week.from) - Date.parse(first?.from ?? week.from)) / WEEK_MILLIS) + 1;
    return {from: week.from.slice(0, 10), age, gain, loss, position: less(gain, loss)};
  });
}

/** Each cohort's gain less its loss, by its age in weeks; the older the cohort, the stronger its line. */
export function curves(cohorts: Cohort[], asset: string, colour: string): (ink: Ink) => Option {
  return (ink) => ({
    ...axes(ink, asset),
    tooltip: {...tooltip(ink), formatter: ({seriesName, value}: {seriesName: string; value: [number, number]}) => `${seriesName}, week ${value[0]}\n${short(value[1], asset)}`},
    xAxis: {type: 'value', name: 'weeks since the first sale', nameLocation: 'middle', nameGap: 26, nameTextStyle: {color: ink.soft}, minInterval: 1, min: 1, axisLabel: {color: ink.soft}, splitLine: {show: false}, axisLine: {lineStyle: {color: ink.line}}},
    series: cohorts.map((cohort, index) => ({
      name: cohort.week,
      type: 'line',
      symbol: 'circle',
      symbolSize: 5,
      lineStyle: {width: 2},
      itemStyle: {color: ink.of(colour), opacity: 1 - (0.72 * index) / Math.max(1, cohorts.length - 1)},
      emphasis: {focus: 'series'},
      data: course(cohort.result.weeks).map((point) => [point.age, Number(point.position)]),
      ...(index === 0 ? {markLine: paidBack(ink)} : {}),
    })),
  });
}

/** All cohorts together, in the weeks of the calendar: what was lost by then, and what came back. */
export function together(points: Point[], asset: string, colours: {gain: string; loss: string}): (ink: Ink) => Option {
  const line = (name: string, colour: string, values: string[], ink: Ink) => ({name, type: 'line', symbol: 'none', lineStyle: {width: 2.5}, itemStyle: {color: ink.of(colour)}, data: values.map(Number)});
  return (ink) => ({
    ...axes(ink, asset),
    tooltip: {...tooltip(ink), trigger: 'axis', valueFormatter: (value: number) => short(value, asset)},
    legend: {bottom: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 12, textStyle: {color: ink.soft}},
    xAxis: {type: 'category', data: points.map((point) => point.from), axisLabel: {color: ink.soft, hideOverlap: true}, axisLine: {lineStyle: {color: ink.line}}, axisTick: {show: false}},
    series: [
      line('Lost, so far', colours.loss, points.map((point) => point.loss), ink),
      line('Gained since, so far', colours.gain, points.map((point) => point.gain), ink),
    ],
  });
}

function axes(ink: Ink, asset: string): Option {
  return {
    grid: {left: 8, right: 16, top: 20, bottom: 44, containLabel: true},
    yAxis: {type: 'value', axisLabel: {color: ink.soft, formatter: (value: number) => short(value, asset)}, splitLine: {lineStyle: {color: ink.line}}},
  };
}

function tooltip(ink: Ink): Option {
  return {renderMode: 'richText', backgroundColor: ink.surface, borderColor: ink.line, textStyle: {color: ink.ink, fontSize: 12}};
}

function paidBack(ink: Ink): Option {
  return {symbol: 'none', silent: true, lineStyle: {color: ink.ink, type: 'dashed'}, label: {formatter: 'paid back', color: ink.ink, position: 'insideEndTop'}, data: [{yAxis: 0}]};
}
