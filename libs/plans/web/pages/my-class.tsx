import { type MyClass, plansPages } from '@zhixing/plans/contract';
import { coursePath } from '@zhixing/courses/web';
import { formatDay, Notice, PageHeader, Panel, QueryView, Skeleton, StatusTag } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLinkClickHandler, useParams } from 'react-router';
import { myClassQuery } from '../classes/api.ts';
import styles from '../classes/classes.module.css';
import { MaterialList } from '../classes/materials.tsx';
import { ClassStatusTag, daysOf, halfDayName, MarkTag } from '../classes/words.tsx';
import { checkInPath, surveyPath } from '../paths.ts';

/** One class as a participant: what is on when, what counts, and how I stand. */
export default function MyClassPage() {
  const { t } = useTranslation('plans');
  const { id = '' } = useParams();
  const query = useQuery(myClassQuery(id));
  const view = query.data;
  return (
    <>
      <PageHeader
        title={view?.title ?? t('classes.class')} {...(view && { titleLanguage: 'zh-CN' as const })} back={{ to: plansPages.classes.path, label: t('classes.mine') }}
        context={view && <>{daysOf(view)}{view.place && <> · <span lang="zh-CN">{view.place}</span></>}</>}
      >{view && <p className={styles.line}><ClassStatusTag status={view.status === 'over' ? 'closed' : view.status} /><span className={styles.small}>{t('column.owner')} <span lang="zh-CN">{view.owner.displayName}</span></span></p>}</PageHeader>
      <QueryView query={query} loading={<Panel title={t('classes.class')} hideTitle><Skeleton lines={8} /></Panel>}>{(shown) => <Shown view={shown} />}</QueryView>
    </>
  );
}

function Shown({ view }: { view: MyClass }) {
  const { t } = useTranslation('plans');
  const survey = useLinkClickHandler<HTMLElement>(surveyPath(view.id));
  return (
    <div className={styles.stack}>
      {view.status === 'cancelled' && <Notice look="warned" title={t('classes.isCancelled')} />}
      {view.survey === 'open' && <Panel title={t('survey.waits')} context={t('survey.voluntary')} extra={<Button type="primary" href={surveyPath(view.id)} onClick={survey}>{t('survey.fillIn')}</Button>}>{null}</Panel>}
      {view.survey === 'answered' && <Notice look="info" title={t('survey.thanks')} />}
      {view.description && <Panel title={t('classes.field.description')}><p className={styles.text} lang="zh-CN">{view.description}</p></Panel>}
      <Panel title={t('classes.section.programme')} context={t('classes.counts')} flush><ul className={styles.list}>{view.halfDays.map((one) => <HalfDayRow key={one.id} one={one} />)}</ul></Panel>
      {view.courses.length > 0 && (
        <Panel title={t('classes.section.courses')} flush>
          <ul className={styles.list}>
            {view.courses.map(({ course, finishBy, exam, completedAt, started }) => (
              <li key={course.id} className={styles.row}>
                <div className={styles.words}><p><Link to={coursePath(course.id)} lang="zh-CN">{course.title}</Link></p><p className={styles.small}>{t('classes.finishBy', { day: formatDay(finishBy) })}{exam && ` · ${t('classes.exam')}`}</p></div>
                <StatusTag look={completedAt ? 'done' : started ? 'running' : 'idle'} plain>{t(completedAt ? 'status.completed' : started ? 'status.in_progress' : 'status.not_started')}</StatusTag>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {view.homework && <Panel title={t('classes.field.homework')}><p className={styles.text} lang="zh-CN">{view.homework}</p></Panel>}
      {view.materials.length > 0 && <Panel title={t('classes.section.materials')} flush><MaterialList classId={view.id} materials={view.materials} /></Panel>}
    </div>
  );
}

function HalfDayRow({ one }: { one: MyClass['halfDays'][number] }) {
  const { t } = useTranslation('plans');
  const path = checkInPath(one.id);
  const checkIn = useLinkClickHandler<HTMLElement>(path);
  return (
    <li className={`${styles.row} ${styles.agenda}`}>
      <div><p>{halfDayName(one)}</p><p className={styles.small}>{one.startsAt}–{one.endsAt}</p></div>
      <div className={styles.words}><p lang="zh-CN">{one.topic}</p><p className={styles.small} lang="zh-CN">{[one.speaker, one.room].filter(Boolean).join(' · ')}</p></div>
      {one.mark ? <MarkTag mark={one.mark} /> : one.checkIn ? <Button type="primary" href={path} onClick={checkIn}>{t('classes.doCheckIn')}<span className="zx-only-read"> {halfDayName(one)}</span></Button> : <span className={styles.small}>—</span>}
    </li>
  );
}
