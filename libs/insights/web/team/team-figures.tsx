import type { Team } from '@zhixing/insights/contract';
import { formatMinutes, formatShortNumber } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { Figures } from '../components/figures.tsx';

/** The four figures of the scope, each saying what exactly it counts. */
export function TeamFigures({ figures }: { figures: Team['figures'] }) {
  const { t } = useTranslation('insights');
  const count = (key: 'attention' | 'learning' | 'finishedThisMonth') => ({ key, label: t(`team.figure.${key}`), value: formatShortNumber(figures[key]), hint: t(`team.hint.${key}`) });
  return (
    <Figures
      label={t('team.figures')}
      figures={[
        { ...count('attention'), warned: figures.attention > 0 },
        count('learning'),
        count('finishedThisMonth'),
        { key: 'minutes', label: t('team.figure.minutesThisMonth'), value: formatMinutes(figures.minutesThisMonth), hint: t('team.hint.minutesThisMonth') },
      ]}
    />
  );
}
