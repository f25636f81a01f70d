import { useLayoutEffect, useRef, useState } from 'react';
import Markdown from '../markdown/markdown.tsx';
import { useChosenTabs } from '../markdown/tab-choice.ts';
import styles from './article.module.css';
import { Contents, type Heading } from './contents.tsx';
import { type ReadingPlace, useReadingPosition } from './reading-position.ts';

/** The text of a lesson with its table of contents; `place` keeps the reading position. Loaded lazily: the Markdown code is the heaviest part of the player. */
export default function Article({ body, place }: { body: string; place?: ReadingPlace }) {
  const text = useRef<HTMLDivElement>(null);
  const [headings, setHeadings] = useState<Heading[]>([]);
  const tabs = useChosenTabs();
  useLayoutEffect(() => {
    const found = [...(text.current?.querySelectorAll<HTMLElement>('h2[id], h3[id]') ?? [])].filter((heading) => !heading.closest('[hidden]'));
    setHeadings(found.map((heading) => ({ id: heading.id, title: heading.innerText, deep: heading.tagName === 'H3' })));
  }, [body, tabs]);
  useReadingPosition(text, place);
  return (
    <div className={styles.article}>
      <div ref={text} className={styles.text}><Markdown text={body} className={styles.prose} /></div>
      {headings.length > 2 && <Contents headings={headings} />}
    </div>
  );
}
