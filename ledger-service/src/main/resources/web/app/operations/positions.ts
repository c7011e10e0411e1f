import type {Intake, LogPosition} from './types';

/** A topic with its partitions in order; the lag is unknown when that of one is. */
export interface Topic {
  name: string;
  posted: number;
  lag: number | undefined;
  partitions: LogPosition[];
}

export function byTopic(places: LogPosition[]): Topic[] {
  const topics = new Map<string, LogPosition[]>();
  for (const place of places) {
    topics.set(place.topic, [...(topics.get(place.topic) ?? []), place]);
  }
  return [...topics].map(([name, partitions]) => ({
    name,
    posted: partitions.reduce((total, place) => total + place.next, 0),
    lag: partitions.reduce<number | undefined>((total, place) => (total === undefined || place.lag === undefined ? undefined : total + place.lag), 0),
    partitions: partitions.sort((a, b) => a.partition - b.partition),
  }));
}

/** Records a second between two answers. */
export function pace(before: Intake, now: Intake): number | undefined {
  const millis = now.atMillis - before.atMillis;
  return millis > 0 ? ((now.posted - before.posted) * 1_000) / millis : undefined;
}

export function count(number: number): string {
  return number.toLocaleString('en');
}
