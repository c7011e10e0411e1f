/** Light, dark, or as the system has it; what is chosen is kept in this browser. */
export type Theme = 'auto' | 'light' | 'dark';

const KEY = 'triad.theme';
const NEXT: Record<Theme, Theme> = {auto: 'light', light: 'dark', dark: 'auto'};

const changed = new EventTarget();
const dark = matchMedia('(prefers-color-scheme: dark)');
dark.addEventListener('change', () => changed.dispatchEvent(new Event('changed')));

export function theme(): Theme {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'auto';
}

export function applyTheme(): void {
  const now = theme();
  if (now === 'auto') {
    delete document.documentElement.dataset['theme'];
  } else {
    document.documentElement.dataset['theme'] = now;
  }
}

export function nextTheme(): void {
  localStorage.setItem(KEY, NEXT[theme()]);
  applyTheme();
  changed.dispatchEvent(new Event('changed'));
}

/** Calls back whenever colours change; what is returned ends that. */
export function onThemeChange(callback: () => void): () => void {
  changed.addEventListener('changed', callback);
  return () => changed.removeEventListener('changed', callback);
}
