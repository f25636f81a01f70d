import { useLayoutEffect, useRef, useState } from 'react';
import Markdown from '../markdown/markdown.tsx';
import styles from './article.module.css';
import { Contents, type Heading } from './contents.tsx';
import { useReadingPosition } from './reading-position.ts';

/** The text of a lesson with its table of contents. Loaded lazily: the Markdown code is the heaviest part of the player. */
export default function Article({ body, registrationId, lessonKey, done }: { body: string; registrationId: string; lessonKey: string; done: boolean }) {
  const text = useRef<HTMLDivElement>(null);
  const [headings, setHeadings] = useState<Heading[]>([]);
  // what it was when the lesson was opened: marking it done must not move the page
  const [restore] = useState(!done);
  useLayoutEffect(() => {
    const found = [...(text.current?.querySelectorAll<HTMLElement>('h2[id], h3[id]') ?? [])];
    setHeadings(found.map((heading) => ({ id: heading.id, title: heading.innerText, deep: heading.tagName === 'H3' })));
  }, [body]);
  useReadingPosition(text, registrationId, lessonKey, restore);
  return (
    <div className={styles.article}>
      <div ref={text} className={styles.text}><Markdown text={body} className={styles.prose} /></div>
      {headings.length > 2 && <Contents headings={headings} />}
    </div>
  );
}
