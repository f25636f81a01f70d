import { type RefObject, useEffect, useState } from 'react';

/** Whose reading of which lesson; a lesson that is `done` opens at its beginning. */
export interface ReadingPlace { registrationId: string; lessonKey: string; done: boolean }

const keyOf = (registrationId: string, lessonKey: string) => `zhixing.reading.${registrationId}.${lessonKey}`;

/** Where text begins to be readable: under the bar of the page and the head of the player. */
const TOP = 128;

/**
 * Keeps on this device which block of the text is being read, and goes there when the lesson is opened again. A block, not a
 * height: the same text is longer on a phone. Without a place nothing is kept.
 */
export function useReadingPosition(text: RefObject<HTMLElement | null>, place?: ReadingPlace): void {
  // what it was when the lesson was opened: marking it done must not move the page
  const [restore] = useState(!place?.done);
  const key = place && keyOf(place.registrationId, place.lessonKey);
  useEffect(() => {
    if (!key) return;
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
  }, [text, key, restore]);
}
