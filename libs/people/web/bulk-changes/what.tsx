import type { BulkChangeView } from '@zhixing/people/contract';
import { formatDay } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { Period } from '../organisation/timeline.tsx';

/** What is asked of everybody, in a line: to where, by whom managed, and when. */
export function What({ change }: { change: BulkChangeView['change'] }) {
  const { t } = useTranslation('people');
  const { department, position, jobLevel, manager } = change;
  const place = [department?.name, position?.name, jobLevel?.name].filter(Boolean).join(' · ');
  return (
    <>
      {place && <><span lang="zh-CN">{place}</span> · </>}
      {manager && <><span lang="zh-CN">{manager.displayName}</span> <span lang="en">{manager.staffNumber}</span> · </>}
      {change.leave && <>{t(`leave.${change.leave}`)} · </>}
      {change.kind === 'end' ? t('bulk.lastDay', { day: formatDay(change.from) }) : <Period from={change.from} until={change.until} />}
    </>
  );
}
