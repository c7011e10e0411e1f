/** How tall a row is: of one line, and of two. */
export const ROW_HEIGHT = 34;
export const TALL_ROW_HEIGHT = 56;
/** How many rows are drawn above and below what is seen. */
const BEYOND = 4;

/** Which rows are drawn. */
export interface Span {
  start: number;
  end: number;
}

export function span(scrolled: number, height: number, rowHeight: number, count: number): Span {
  const start = Math.max(0, Math.floor(scrolled / rowHeight) - BEYOND);
  return {start: Math.min(start, count), end: Math.min(count, Math.ceil((scrolled + height) / rowHeight) + BEYOND)};
}

/** Where to scroll to, so that a row is seen whole below a heading that stays. */
export function revealing(index: number, scrolled: number, height: number, rowHeight: number, heading: number): number {
  const top = index * rowHeight;
  const seen = height - heading;
  if (top < scrolled) {
    return top;
  }
  return top + rowHeight > scrolled + seen ? top + rowHeight - seen : scrolled;
}
