import CheckOutlined from '@ant-design/icons/CheckOutlined';
import CopyOutlined from '@ant-design/icons/CopyOutlined';
import { copyText, toast } from '@zhixing/platform/web';
import { type ComponentProps, isValidElement, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './markdown.module.css';
import { ScrollBox } from './scroll-box.tsx';

const NAMES: Record<string, string> = { python: 'Python', py: 'Python', json: 'JSON', sql: 'SQL', bash: 'Bash', sh: 'Bash', mermaid: 'Mermaid' };

/** A block of code: its language, a button that copies it, its own scrolling. */
export function CodeBlock({ children, ...props }: ComponentProps<'pre'>) {
  const { t } = useTranslation('courses');
  const pre = useRef<HTMLPreElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    if (!(await copyText(pre.current?.innerText ?? ''))) return toast.error(t('reading.copyFailed'));
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  };
  return (
    <figure className={styles.code}>
      <figcaption className={styles.codeHead} lang={document.documentElement.lang}>
        <span>{NAMES[languageOf(children)] ?? t('reading.plain')}</span>
        <button type="button" className={styles.copy} onClick={() => void copy()}>
          {copied ? <CheckOutlined aria-hidden /> : <CopyOutlined aria-hidden />}<span aria-live="polite">{copied ? t('reading.copied') : t('reading.copy')}</span>
        </button>
      </figcaption>
      <ScrollBox name="code"><pre ref={pre} {...props}>{children}</pre></ScrollBox>
    </figure>
  );
}

/** The language a fence names; '' when none. */
export function languageOf(code: ReactNode): string {
  const className = isValidElement<{ className?: string }>(code) ? (code.props.className ?? '') : '';
  return /language-([\w+#-]+)/.exec(className)?.[1] ?? '';
}

/** The text of a fence that is not coloured. */
export const sourceOf = (code: ReactNode): string => (isValidElement<{ children?: ReactNode }>(code) ? String(code.props.children).trimEnd() : '');
