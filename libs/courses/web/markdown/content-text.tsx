import { Fragment, lazy, type ReactNode, Suspense } from 'react';

const Markdown = lazy(() => import('./markdown.tsx'));

// a table, a list, a heading, a fence, emphasis, a link, an entity: worth the Markdown code
const MARKED = /[*_[\]<>|#&\\~]|^\s*([-+]|\d+[.)])\s|```|\$\$|^:::?|https?:/m;
// in one line only what stands inside it
const MARKED_LINE = /[*_[\]<>&\\~]|``|\$\$|https?:/;

/** Texts of content that are nearly always plain: paragraphs and `code` at once, real Markdown with the code for it. */
export function ContentText({ text, className }: { text: string; className?: string }) {
  const plain = <Plain text={text} className={className} />;
  if (!MARKED.test(text)) return plain;
  return <Suspense fallback={plain}><Markdown text={text} className={className} /></Suspense>;
}

function Plain({ text, className }: { text: string; className?: string }) {
  return <div className={className} lang="zh-CN">{text.trim().split(/\n\s*\n/).map((paragraph, place) => <p key={place}>{withCode(paragraph)}</p>)}</div>;
}

/** One line of content (a choice of a question): code, emphasis, formulas and links, never a block. */
export function InlineText({ text }: { text: string }) {
  const plain = <span lang="zh-CN">{withCode(text)}</span>;
  if (!MARKED_LINE.test(text)) return plain;
  return <Suspense fallback={plain}><Markdown text={text} line /></Suspense>;
}

function withCode(text: string): ReactNode[] {
  return text.split(/`([^`]+)`/).map((part, place) => (place % 2 === 1 ? <code key={place}>{part}</code> : <Fragment key={place}>{part}</Fragment>));
}
