import { use, useContext, useEffect, useMemo, useState } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import { Link } from 'react-router';
import remarkGfm from 'remark-gfm';
import { remarkAlert } from 'remark-github-blockquote-alert';
import type { PluggableList } from 'unified';
import { Callout } from './callout.tsx';
import { CodeBlock, languageOf, sourceOf } from './code-block.tsx';
import { CourseTextContext, LESSON_LINK, STORED_PICTURE } from './course-text.ts';
import { Diagram } from './diagram.tsx';
import { courseBlocks, oneLine } from './dialect.ts';
import { headingIds } from './heading-ids.ts';
import { LinkCard } from './link-card.tsx';
import styles from './markdown.module.css';
import { InsideLink, Picture } from './picture.tsx';
import { ScrollBox } from './scroll-box.tsx';
import { Tabs } from './tabs.tsx';

const REMARK: PluggableList = [remarkGfm, remarkAlert, courseBlocks];
const REHYPE: PluggableList = [headingIds];
const REMARK_LINE: PluggableList = [remarkGfm, oneLine];

/** Code in a language we colour. */
const COLOURED = /^[\s>]*(```|~~~)(python|py|json|sql|bash|sh)\b/m;

const COMPONENTS: Components = {
  // the page has its h1: a heading of the content can be an h2 at most
  h1: ({ node: _, ...props }) => <h2 {...props} />,
  pre: ({ node: _, ...props }) => (languageOf(props.children) === 'mermaid' ? <Diagram source={sourceOf(props.children)} /> : <CodeBlock {...props} />),
  table: ({ node: _, ...props }) => <ScrollBox name="table"><table {...props} /></ScrollBox>,
  div: ({ node, ...props }) => {
    const { dataBlock, dataUrl, dataKind, dataTitle } = node?.properties ?? {};
    if (dataBlock === 'tabs') return <Tabs>{props.children}</Tabs>;
    if (dataBlock === 'card') return <LinkCard url={String(dataUrl)} kind={String(dataKind)} title={String(dataTitle)} />;
    return props.className?.includes('markdown-alert') ? <Callout {...props} /> : <div {...props} />;
  },
  a: ({ node: _, ...props }) => <Address {...props} />,
  img: ({ src, alt = '', title }) => <StoredPicture src={String(src)} alt={alt} title={title} />,
};

const COMPONENTS_OF_LINE: Components = { ...COMPONENTS, p: ({ node: _, ...props }) => <span className={styles.paragraph} {...props} /> };

function Address({ href, children, ...props }: React.ComponentProps<'a'>) {
  const course = useContext(CourseTextContext);
  const lesson = LESSON_LINK.exec(href ?? '')?.[1];
  if (lesson) return course?.lessonTo ? <Link to={course.lessonTo(lesson)}>{children}</Link> : <>{children}</>;
  const words = <InsideLink value={true}>{children}</InsideLink>;
  if (!href || href.startsWith('#')) return <a {...props} href={href}>{words}</a>;
  return <a {...props} href={href} target="_blank" rel="noopener noreferrer">{words}</a>;
}

/** Nothing loads from outside: a picture that is not stored here becomes its text. */
function StoredPicture({ src, alt, title }: { src: string; alt: string; title?: string }) {
  const course = useContext(CourseTextContext);
  const file = STORED_PICTURE.exec(src)?.[1];
  return file && course ? <Picture src={`/api/v1/courses/${course.courseId}/pictures/${file}`} alt={alt} title={title} /> : <span>{alt}</span>;
}

/** http, https and mailto, places on this page, other lessons and stored pictures; every other address is taken away. */
const safeAddress = (url: string): string => (/^(https?:|mailto:)/i.test(url) || /^(#|\/(?!\/))/.test(url) || LESSON_LINK.test(url) || STORED_PICTURE.test(url) ? url : '');

type Formulas = typeof import('./formulas.ts');
let formulas: Promise<Formulas | null> | undefined;
/** The code for formulas, once; without it (no network) they are shown as written. */
const loadFormulas = () => (formulas ??= import('./formulas.ts').catch(() => null));

/**
 * The Markdown of courses (docs/course-format.md). Raw HTML stays text. Loaded when first needed; it suspends until formulas can be set,
 * while colours of code and diagrams come after the text. `line` is for a text of one line, inside a sentence or a label.
 */
export default function Markdown({ text, className = '', line = false }: { text: string; className?: string; line?: boolean }) {
  const [colours, setColours] = useState<PluggableList>([]);
  const mathematics = text.includes('$$') ? use(loadFormulas()) : null;
  useEffect(() => {
    if (COLOURED.test(text)) void import('./highlight.ts').then(({ highlight }) => setColours([highlight]));
  }, [text]);
  return useMemo(() => {
    const words = (
      <ReactMarkdown
        remarkPlugins={[...(line ? REMARK_LINE : REMARK), ...(mathematics?.remark ?? [])]} rehypePlugins={[...(line ? [] : REHYPE), ...(mathematics?.rehype ?? []), ...colours]}
        components={line ? COMPONENTS_OF_LINE : COMPONENTS} urlTransform={safeAddress}
      >
        {text}
      </ReactMarkdown>
    );
    return line ? <span className={`${styles.line} ${className}`} lang="zh-CN">{words}</span> : <div className={`${styles.markdown} ${className}`} lang="zh-CN">{words}</div>;
  }, [text, className, line, colours, mathematics]);
}
