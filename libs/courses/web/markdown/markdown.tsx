import { useEffect, useMemo, useState } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { remarkAlert } from 'remark-github-blockquote-alert';
import type { PluggableList } from 'unified';
import { Callout } from './callout.tsx';
import { CodeBlock } from './code-block.tsx';
import { headingIds } from './heading-ids.ts';
import styles from './markdown.module.css';
import { ScrollBox } from './scroll-box.tsx';

const REMARK: PluggableList = [remarkGfm, remarkAlert];
const REHYPE: PluggableList = [headingIds];

/** Code in a language we colour. */
const COLOURED = /^\s*(```|~~~)(python|json|sql|bash)\b/m;

const COMPONENTS: Components = {
  // the page has its h1: a heading of the content can be an h2 at most
  h1: ({ node: _, ...props }) => <h2 {...props} />,
  pre: ({ node: _, ...props }) => <CodeBlock {...props} />,
  table: ({ node: _, ...props }) => <ScrollBox name="table"><table {...props} /></ScrollBox>,
  div: ({ node: _, ...props }) => (props.className?.includes('markdown-alert') ? <Callout {...props} /> : <div {...props} />),
  a: ({ node: _, href, children, ...props }) => {
    if (!href || href.startsWith('#')) return <a href={href} {...props}>{children}</a>;
    return <a {...props} href={href} target="_blank" rel="noopener noreferrer">{children}</a>;
  },
  // nothing loads from outside: a picture that is not stored here becomes its text
  img: ({ src, alt, title }) => (typeof src === 'string' && src.startsWith('/') && !src.startsWith('//') ? <img src={src} alt={alt ?? ''} title={title} loading="lazy" /> : <span>{alt}</span>),
};

/** http, https and mailto, and places on this page; every other address is taken away. */
const safeAddress = (url: string): string => (/^(https?:|mailto:)/i.test(url) || /^(#|\/(?!\/))/.test(url) ? url : '');

/** Markdown of the content: tables, fenced code, callouts. Raw HTML stays text. Loaded when first needed; the colours of code come after the text. */
export default function Markdown({ text, className = '' }: { text: string; className?: string }) {
  const [plugins, setPlugins] = useState(REHYPE);
  useEffect(() => {
    if (COLOURED.test(text)) void import('./highlight.ts').then(({ highlight }) => setPlugins([...REHYPE, highlight]));
  }, [text]);
  return useMemo(() => (
    <div className={`${styles.markdown} ${className}`} lang="zh-CN">
      <ReactMarkdown remarkPlugins={REMARK} rehypePlugins={plugins} components={COMPONENTS} urlTransform={safeAddress}>{text}</ReactMarkdown>
    </div>
  ), [text, className, plugins]);
}
