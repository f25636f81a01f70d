import { Theme } from '@zhixing/platform/contract';
import { useSyncExternalStore } from 'react';

/** What is on screen: `system` has been resolved. */
export type Look = 'light' | 'dark';

const KEY = 'zhixing.theme';
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();
let choice: Theme = Theme.catch('system').parse(localStorage.getItem(KEY));

const lookNow = (): Look => (choice === 'system' ? (dark.matches ? 'dark' : 'light') : choice);

function show(): void {
  document.documentElement.dataset.theme = lookNow();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Chooses light, dark or the device's own and keeps it on this device. */
export function changeTheme(theme: Theme): void {
  choice = theme;
  localStorage.setItem(KEY, theme);
  show();
}

/** The person's choice. */
export const useTheme = (): Theme => useSyncExternalStore(subscribe, () => choice);

/** The look it comes to; for drawings that cannot use CSS variables (charts). */
export const useLook = (): Look => useSyncExternalStore(subscribe, lookNow);

/** The value of a theme variable (`--zx-chart-1`) for canvas drawings; read it again when `useLook` changes. */
export const themeValue = (name: `--zx-${string}`): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

dark.addEventListener('change', show);
show();
