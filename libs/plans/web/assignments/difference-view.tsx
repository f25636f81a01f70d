import { type Difference, DifferenceAction } from '@zhixing/plans/contract';
import { formatNumber } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import styles from './difference-view.module.css';

const PARTS: Record<DifferenceAction, Exclude<keyof Difference, 'needsConfirmation'>> = {
  add: 'add', completed: 'completed', reopen: 'reopen', require: 'require', cancel: 'cancel', make_optional: 'makeOptional', exception: 'exceptions',
};

/** To how many people what would happen; what happens to nobody is left out. */
export function DifferenceView({ difference }: { difference: Difference }) {
  const { t } = useTranslation('plans');
  const parts = DifferenceAction.options.filter((action) => difference[PARTS[action]] > 0);
  return (
    <dl className={styles.parts}>
      {parts.map((action) => <Part key={action} name={t(`difference.${action}`)} value={difference[PARTS[action]]} />)}
      <Part name={t('difference.kept')} value={difference.kept} quiet />
    </dl>
  );
}

const Part = ({ name, value, quiet = false }: { name: string; value: number; quiet?: boolean }) => (
  <div className={`${styles.part} ${quiet ? styles.quiet : ''}`}><dt>{name}</dt><dd>{formatNumber(value)}</dd></div>
);
