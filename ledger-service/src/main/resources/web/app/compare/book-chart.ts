import type {Ink, Option} from '../element/chart';
import {short} from '../data/money';
import type {BookComparison, ComparedRow} from './types';

const COLOURS = ['--unit-4', '--unit-5', '--unit-3', '--unit-2', '--unit-6', '--unit-1', '--unit-external'];


/** What each book comes to, less what the first does, unit by unit or pair by pair. */
export function bookChart({rows, books, asset}: BookComparison, name: (row: ComparedRow) => string): (ink: Ink) => Option {
  const others = books.slice(1);
  return (ink) => ({
    tooltip: {
      renderMode: 'richText',
      backgroundColor: ink.surface,
      borderColor: ink.line,
      textStyle: {color: ink.ink, fontSize: 12},
      formatter: ({seriesName, name: row, data}: {seriesName: string; name: string; data: {exact: string}}) => `${row}\n${seriesName}: ${short(data.exact, asset)} against ${books[0]}`,
    },
    legend: {type: 'scroll', top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: {color: ink.ink, fontSize: 12}},
    grid: {left: 4, right: 24, top: 34, bottom: 4, containLabel: true},
    xAxis: {type: 'value', axisLabel: {color: ink.soft, hideOverlap: true, formatter: (value: number) => short(value, asset)}, splitLine: {lineStyle: {color: ink.line}}},
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(name),
      axisLabel: {color: ink.ink, fontSize: 12, width: ink.width < 520 ? 96 : 190, overflow: 'break', lineHeight: 14},
      axisLine: {lineStyle: {color: ink.soft}},
      axisTick: {show: false},
    },
    series: others.map((book, index) => ({
      type: 'bar',
      name: book,
      itemStyle: {color: ink.of(COLOURS[index % COLOURS.length] ?? '--accent'), borderRadius: 2},
      barMaxWidth: 16,
      data: rows.map((row) => {
        const exact = row.values.find((value) => value.book === book)?.difference ?? '0';
        return {value: Number(exact), exact};
      }),
    })),
  });
}
