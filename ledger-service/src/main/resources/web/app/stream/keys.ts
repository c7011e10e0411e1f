/** What a key asks for, wherever in the view it is pressed. */
export type Wish = 'filter' | 'pause' | 'next' | 'previous' | 'close';

const WISHES: Record<string, Wish> = {'/': 'filter', ' ': 'pause', j: 'next', k: 'previous', Escape: 'close'};

/** Keys that are text, or that mean something to what has the focus, ask for nothing here. */
export function wish(event: KeyboardEvent): Wish | undefined {
  const target = event.composedPath()[0];
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(target)) {
    return undefined;
  }
  return event.key === ' ' && isPressed(target) ? undefined : WISHES[event.key];
}

function isTyping(target: EventTarget | undefined): boolean {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type !== 'checkbox');
}

/** Whether the space bar presses it. */
function isPressed(target: EventTarget | undefined): boolean {
  return target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement || target instanceof HTMLInputElement;
}
