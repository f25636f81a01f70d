import { useLook } from '@zhixing/platform/web';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeBlock } from './code-block.tsx';
import styles from './diagram.module.css';
import { Picture } from './picture.tsx';
import { ScrollBox } from './scroll-box.tsx';

/** What its author calls the diagram: `accTitle: …` or `title …`. */
const TITLE = /^\s*(?:accTitle\s*:|title:?)\s*(.+?)\s*$/m;

/** A ```mermaid fence as a picture in the look on screen; its source is there to read, and is all there is when it cannot be drawn. */
export function Diagram({ source }: { source: string }) {
  const { t } = useTranslation('courses');
  const look = useLook();
  const [drawn, setDrawn] = useState<{ src: string } | 'failed'>();
  useEffect(() => {
    let left = false;
    void import('./mermaid.ts').then(({ draw }) => draw(source, look)).then((src) => { if (!left) setDrawn({ src }); }, () => { if (!left) setDrawn('failed'); });
    return () => { left = true; };
  }, [source, look]);
  const code = <CodeBlock><code className="language-mermaid">{source}</code></CodeBlock>;
  if (drawn === 'failed') return <div role="group" aria-label={t('reading.diagram')}><p className={styles.failed} lang={document.documentElement.lang}>{t('reading.diagramFailed')}</p>{code}</div>;
  const title = TITLE.exec(source)?.[1];
  return (
    <figure className={styles.diagram}>
      {drawn ? <ScrollBox name="diagram"><Picture src={drawn.src} alt={title ?? t('reading.diagram')} /></ScrollBox> : <div className={styles.waiting} aria-hidden />}
      {title && <figcaption className={styles.title}>{title}</figcaption>}
      <details className={styles.source} lang={document.documentElement.lang}><summary>{t('reading.diagramSource')}</summary>{code}</details>
    </figure>
  );
}
