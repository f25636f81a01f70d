import type { Member } from '@zhixing/insights/contract';
import { formatMinutes, formatNumber } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { Figures } from '../components/figures.tsx';

/** The member's figures. */
export function MemberFigures({ figures }: { figures: Member['figures'] }) {
  const { t } = useTranslation('insights');
  const count = (key: 'learning' | 'finishedThisYear' | 'finished') => ({ key, label: t(`member.figure.${key}`), value: formatNumber(figures[key]) });
  return (
    <Figures
      label={t('member.figures')}
      figures={[count('learning'), count('finishedThisYear'), count('finished'), { key: 'minutes', label: t('member.figure.minutesThisYear'), value: formatMinutes(figures.minutesThisYear) }]}
    />
  );
}
