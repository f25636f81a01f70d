import { type ClassView, plansPages } from '@zhixing/plans/contract';
import { PageHeader, Panel, QueryView, Skeleton, TabLinks, useSearchParameters } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { z } from 'zod';
import { ClassActions } from '../classes/actions.tsx';
import { classQuery } from '../classes/api.ts';
import { Attendance } from '../classes/attendance.tsx';
import styles from '../classes/classes.module.css';
import { Materials } from '../classes/materials.tsx';
import { Programme } from '../classes/programme.tsx';
import { Report } from '../classes/report.tsx';
import { RosterTab } from '../classes/roster.tsx';
import { ClassStatusTag, daysOf } from '../classes/words.tsx';
import { SurveyTab } from '../surveys/survey-tab.tsx';

const TABS = ['programme', 'roster', 'attendance', 'survey', 'report'] as const;
const Address = z.object({ tab: z.enum(TABS).default('programme') });

/** One training class as L&D runs it. */
export default function ClassPage() {
  const { t } = useTranslation('plans');
  const { id = '' } = useParams();
  const [{ tab }] = useSearchParameters(Address);
  const query = useQuery(classQuery(id));
  const view = query.data;
  return (
    <>
      <PageHeader
        title={view?.title ?? t('classes.class')} {...(view && { titleLanguage: 'zh-CN' as const })} back={{ to: plansPages.classAdministration.path, label: t('classes.title') }}
        context={view && <>{daysOf(view)}{view.place && <> · <span lang="zh-CN">{view.place}</span></>}</>} action={view && <ClassActions view={view} />}
      >
        {view && <><p className={styles.line}><ClassStatusTag status={view.status} /><span className={styles.small}>{t('classes.peopleOf', { taken: view.taken, capacity: view.capacity })}</span><span className={styles.small}>{t('column.owner')} <span lang="zh-CN">{view.owner.displayName}</span></span></p>
          <TabLinks label={t('classes.tabs')} parameter="tab" current={tab} tabs={TABS.map((key) => ({ key, label: t(`classes.tab.${key}`) }))} /></>}
      </PageHeader>
      <QueryView query={query} loading={<Panel title={t('classes.class')} hideTitle><Skeleton lines={8} /></Panel>}>{(shown) => <Shown view={shown} tab={tab} />}</QueryView>
    </>
  );
}

function Shown({ view, tab }: { view: ClassView; tab: (typeof TABS)[number] }) {
  if (tab === 'programme') return <div className={styles.stack}><Programme view={view} /><Materials view={view} /></div>;
  if (tab === 'roster') return <RosterTab view={view} />;
  if (tab === 'attendance') return <Attendance view={view} />;
  if (tab === 'survey') return <SurveyTab view={view} />;
  return <Report view={view} />;
}
