/* Times are instants in UTC, as the ledger writes them: 2026-01-31T12:00:00Z. */

/** For people: 2026-01-31 12:00, without seconds that are zero. */
export function time(instant: string | undefined): string {
  if (!instant) {
    return '';
  }
  const [day = '', rest = ''] = instant.replace('Z', '').split('T');
  const clock = rest.replace(/:00(\.0+)?$/, '').replace(/\.\d+$/, '');
  return clock === '00:00' ? day : `${day} ${clock}`;
}

/** For a field of the type datetime-local. */
export function local(instant: string | undefined): string {
  return instant ? instant.replace(/(:\d\d(\.\d+)?)?Z$/, '').slice(0, 16) : '';
}

/** What such a field says, as an instant. */
export function instant(local: string): string | undefined {
  return local ? (local.length === 16 ? `${local}:00Z` : `${local}Z`) : undefined;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** 2026-01 as January 2026. */
export function month(period: string): string {
  const [year, number] = period.split('-');
  return `${MONTHS[Number(number) - 1]} ${year}`;
}

/** How long ago that was. */
export function ago(millis: number): string {
  const seconds = Math.round(millis / 1000);
  return seconds < 60 ? `${seconds} s ago` : `${Math.round(seconds / 60)} min ago`;
}
