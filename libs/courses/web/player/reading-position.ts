import { type RefObject, useEffect } from 'react';

const keyOf = (registrationId: string, lessonKey: string) => `zhixing.reading.${registrationId}.${lessonKey}`;

/** Where text begins to be readable: under the bar of the page and the head of the player. */
const TOP = 128;

/**
 * Keeps on this device which block of the text is being read, and goes there when the lesson is opened again. A block, not a
 * height: the same text is longer on a phone. `restore` is false for a lesson that is done; it opens at its beginning.
 */
export function useReadingPosition(text: RefObject<HTMLElement | null>, registrationId: string, lessonKey: string, restore: boolean): void {
  useEffect(() => {
    const key = keyOf(registrationId, lessonKey);
    const blocks = () => [...(text.current?.firstElementChild?.children ?? [])];
    const kept = Number(localStorage.getItem(key));
    if (window.location.hash) document.getElementById(window.location.hash.slice(1))?.scrollIntoView();
    else if (restore && kept > 0) blocks()[kept]?.scrollIntoView();
    if (!restore) {
      localStorage.removeItem(key);
      return;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      timer = undefined;
      const place = blocks().findIndex((block) => block.getBoundingClientRect().bottom > TOP);
      if (place > 0) localStorage.setItem(key, String(place));
      else if (place === 0) localStorage.removeItem(key);
    };
    const scrolled = () => { timer ??= setTimeout(keep, 400); };
    window.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      window.removeEventListener('scroll', scrolled);
      clearTimeout(timer);
    };
  }, [text, registrationId, lessonKey, restore]);
}
