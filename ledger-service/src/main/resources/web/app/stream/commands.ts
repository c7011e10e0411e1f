import type {Known} from './known';

/** Asks the ledger for the event, what it posted and the balances that it moved. */
export function curl({group, unit, event}: Known, origin: string): string {
  return `curl ${quoted(`${origin}/api/v1/events/${encodeURIComponent(group)}/${encodeURIComponent(unit)}/${event}`)}`;
}

/** Reads the record itself from the log; undefined while its place is not known. */
export function kcat({place}: Known, broker: string): string | undefined {
  return place && `kcat -C -b ${quoted(broker)} -t ${place.topic} -p ${place.partition} -o ${place.offset} -c 1 -e -q -f '%k %h\\n%s\\n'`;
}

/** The record as JSON: where it lies, its key, headers and data. */
export function record({place, key, headers, data}: Known): string {
  return JSON.stringify({...place, key, headers, data}, null, 2);
}

/** For a shell, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replace(/'/g, `'\\''`)}'`;
}
