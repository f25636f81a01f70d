import BulbOutlined from '@ant-design/icons/BulbOutlined';
import ExclamationCircleOutlined from '@ant-design/icons/ExclamationCircleOutlined';
import InfoCircleOutlined from '@ant-design/icons/InfoCircleOutlined';
import StopOutlined from '@ant-design/icons/StopOutlined';
import WarningOutlined from '@ant-design/icons/WarningOutlined';
import { Children, type ComponentProps, isValidElement } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './markdown.module.css';

const KINDS = { note: InfoCircleOutlined, tip: BulbOutlined, important: ExclamationCircleOutlined, warning: WarningOutlined, caution: StopOutlined } as const;
type Kind = keyof typeof KINDS;

const kindOf = (className = ''): Kind => (Object.keys(KINDS) as Kind[]).find((kind) => className.includes(`markdown-alert-${kind}`)) ?? 'note';

/** `> [!TIP]` and its sisters, titled in the language on screen instead of the word in the source. */
export function Callout({ className, children }: ComponentProps<'div'>) {
  const { t } = useTranslation('courses');
  const kind = kindOf(className);
  const Icon = KINDS[kind];
  const inside = Children.toArray(children).filter((child) => !(isValidElement<{ className?: string }>(child) && child.props.className?.includes('markdown-alert-title')));
  return (
    <div role="note" className={`${styles.callout} ${styles[kind]}`}>
      <p className={styles.calloutTitle} lang={document.documentElement.lang}><Icon aria-hidden />{t(`callout.${kind}`)}</p>
      {inside}
    </div>
  );
}
