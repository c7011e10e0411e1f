/** Whether keys that are pressed there are text, or choose something. */
export function isTyping(target: EventTarget | undefined): boolean {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type !== 'checkbox');
}

/** Whether the space bar has a meaning of its own there. */
export function presses(target: EventTarget | undefined): boolean {
  return target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement || target instanceof HTMLInputElement;
}
