import UserAddOutlined from '@ant-design/icons/UserAddOutlined';
import { Id } from '@zhixing/platform/contract';
import { REMIND_AGAIN_DAYS } from '@zhixing/plans/contract';
import { PageHeader, SavedViews, TabLinks, useSearchParameters } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Navigate, useLinkClickHandler } from 'react-router';
import { z } from 'zod';
import { OverseenList } from '../obligations/overseen-list.tsx';
import { ASSIGN_PATH, obligationPath } from '../paths.ts';
import { Assigned } from '../team/assigned.tsx';
import { Nominations } from '../team/nominations.tsx';

const TABS = ['people', 'assigned', 'nominations'] as const;
/** `obligation`: the one a message is about. */
const Address = z.object({ tab: z.enum(TABS).default('people'), obligation: Id.optional() });

/** What the people I answer for owe, the latest first; what managers assigned themselves; and whom I nominated. */
export default function TeamPage() {
  const { t } = useTranslation('plans');
  const [{ tab, obligation }] = useSearchParameters(Address);
  const assign = useLinkClickHandler<HTMLElement>(ASSIGN_PATH);
  if (obligation) return <Navigate to={obligationPath(obligation)} replace />;
  return (
    <>
      <PageHeader title={t('team.title')} context={t('team.context', { days: REMIND_AGAIN_DAYS })} action={<Button type="primary" icon={<UserAddOutlined aria-hidden />} href={ASSIGN_PATH} onClick={assign}>{t('team.assign')}</Button>}>
        <TabLinks label={t('team.title')} parameter="tab" current={tab} tabs={TABS.map((key) => ({ key, label: t(`team.tab.${key}`) }))} />
      </PageHeader>
      {tab === 'people' && <><SavedViews /><OverseenList /></>}
      {tab === 'assigned' && <Assigned />}
      {tab === 'nominations' && <Nominations />}
    </>
  );
}
