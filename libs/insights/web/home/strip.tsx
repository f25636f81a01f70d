import type { Home } from '@zhixing/insights/contract';
import { plansPages } from '@zhixing/plans/contract';
import { formatMinutes, formatNumber } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { type Figure, Figures } from '../components/figures.tsx';

/** My figures, each leading to what it counts; what is zero is not worth a place. */
export function Strip({ strip }: { strip: Home['strip'] }) {
  const { t } = useTranslation('insights');
  const all: (Figure & { count: number })[] = [
    { key: 'overdue', count: strip.overdue, label: t('home.strip.overdue'), value: formatNumber(strip.overdue), to: '/assignments', warned: true },
    { key: 'dueSoon', count: strip.dueSoon, label: t('home.strip.dueSoon'), value: formatNumber(strip.dueSoon), to: '/assignments' },
    { key: 'expiring', count: strip.expiring, label: t('home.strip.expiring'), value: formatNumber(strip.expiring), to: plansPages.certifications.path, warned: true },
    { key: 'learning', count: strip.learning, label: t('home.strip.learning'), value: formatNumber(strip.learning), to: '/courses?state=learning' },
    { key: 'unopened', count: strip.unopened, label: t('home.strip.unopened'), value: formatNumber(strip.unopened), to: '/courses?state=registered' },
    { key: 'finished', count: strip.finishedThisYear, label: t('home.strip.finished'), value: formatNumber(strip.finishedThisYear), to: '/record?state=finished' },
    { key: 'minutes', count: strip.minutesThisYear, label: t('home.strip.minutes'), value: formatMinutes(strip.minutesThisYear), to: '/record' },
  ];
  const shown = all.filter((figure) => figure.count > 0);
  return shown.length > 0 && <Figures figures={shown} label={t('home.strip.label')} />;
}
