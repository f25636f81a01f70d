import type { Team, TeamScope } from '@zhixing/insights/contract';
import { formatNumber } from '@zhixing/platform/web';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './team.module.css';

/** Direct reports or the whole line, each with its number of people. */
export function ScopeSwitch({ scope, people, onChange }: { scope: TeamScope; people: Team['people'] | undefined; onChange: (scope: TeamScope) => void }) {
  const { t } = useTranslation('insights');
  return (
    <Segmented
      aria-label={t('team.scope')} name="scope" value={scope} onChange={onChange}
      options={(['direct', 'line'] as const).map((value) => ({
        value,
        label: <>{t(`team.${value}`)}{people && <span className={styles.count}>{formatNumber(people[value])}</span>}</>,
      }))}
    />
  );
}
