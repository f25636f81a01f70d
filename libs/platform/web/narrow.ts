import { useSyncExternalStore } from 'react';

const narrow = window.matchMedia('(max-width: 768px)');

function subscribe(listener: () => void): () => void {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
}

/** Whether the screen is a phone's: wide tables are then shown as cards. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches);
