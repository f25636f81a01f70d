import CloseOutlined from '@ant-design/icons/CloseOutlined';
import { useTranslation } from 'react-i18next';
import styles from './audience.module.css';

/** More than so many are counted, not shown. */
const SHOWN = 20;

/** What was chosen, each with a way to take it out again. */
export function Chosen({ items, onRemove }: { items: { id: string; name: string }[]; onRemove: (id: string) => void }) {
  const { t } = useTranslation('plans');
  if (items.length === 0) return null;
  return (
    <ul className={styles.chosen}>
      {items.slice(0, SHOWN).map(({ id, name }) => (
        <li key={id} className={styles.chip}>
          <span lang="zh-CN">{name}</span>
          <button type="button" className={styles.take} aria-label={t('audience.take', { name })} onClick={() => onRemove(id)}><CloseOutlined aria-hidden /></button>
        </li>
      ))}
      {items.length > SHOWN && <li className={styles.more}>{t('audience.more', { count: items.length - SHOWN })}</li>}
    </ul>
  );
}
