import DownOutlined from '@ant-design/icons/DownOutlined';
import { formatNumber, MenuButton } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './bulk-bar.module.css';
import { BULK_KINDS, type BulkKind } from './bulk-forms.ts';

/** What may be done with the people chosen in a list; once all of those loaded are chosen, also with everybody the filter finds. */
export function BulkBar({ count, everybody, more, onEverybody, onNone, onChange }: {
  count: number;
  everybody: boolean;
  /** Whether the filter finds more than are loaded, and all of these are chosen. */
  more: boolean;
  onEverybody: () => void;
  onNone: () => void;
  onChange: (kind: BulkKind) => void;
}) {
  const { t } = useTranslation('people');
  return (
    <div className={styles.bar} role="status">
      <span>{everybody ? t('bulk.everybodyChosen') : t('people.chosen', { count, shown: formatNumber(count) })}</span>
      {more && !everybody && <Button type="link" className={styles.more} onClick={onEverybody}>{t('bulk.chooseEverybody')}</Button>}
      <MenuButton label={t('bulk.actions')} className={styles.actions} entries={BULK_KINDS.map((kind) => ({ key: kind, label: t(`bulk.kind.${kind}`), onSelect: () => onChange(kind) }))}>
        {t('bulk.actions')} <DownOutlined aria-hidden />
      </MenuButton>
      <Button type="text" onClick={onNone}>{t('people.chooseNone')}</Button>
    </div>
  );
}
