import { useSyncExternalStore } from 'react';
import { z } from 'zod';

const KEY = 'zhixing.tabs';
const listeners = new Set<() => void>();

/** Labels once chosen, the newest first: who reads PyTorch in one lesson wants it in the next one too. */
let chosen = read();

function read(): string[] {
  try {
    return z.array(z.string()).catch([]).parse(JSON.parse(localStorage.getItem(KEY) ?? '[]'));
  } catch {
    return [];
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Chooses a label everywhere on the page and keeps it on this device. */
export function chooseTab(label: string): void {
  chosen = [label, ...chosen.filter((other) => other !== label)].slice(0, 12);
  localStorage.setItem(KEY, JSON.stringify(chosen));
  for (const listener of listeners) listener();
}

/** All labels ever chosen, the newest first. */
export const useChosenTabs = (): string[] => useSyncExternalStore(subscribe, () => chosen);
