import type { ImportReport } from '@zhixing/courses/contract';
import { control, DropZone, Field, Notice, PageHeader, Panel, QueryView, Refusal, Select, Skeleton, UploadProgress } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useRef, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { administeredCoursesQuery } from '../api.ts';
import { DraftActions } from '../drafts/actions.tsx';
import { draftQuery, draftsQuery, useImportCourse } from '../drafts/api.ts';
import { Report } from '../drafts/report.tsx';
import { ADMINISTERED_PATH, coursePath, draftPath } from '../paths.ts';
import styles from './import.module.css';

/** Brings a course package in: drop a zip, see it arrive, read what was found, then look, publish or throw away. */
export default function ImportPage() {
  const { t } = useTranslation('courses');
  const [course, setCourse] = useState('');
  const [title, setTitle] = useState('');
  const [percent, setPercent] = useState(0);
  const upload = useRef<AbortController>(null);
  const run = useImportCourse();
  const start = (file: File) => {
    const controller = new AbortController();
    upload.current = controller;
    setPercent(0);
    run.mutate({ file, course, title, signal: controller.signal, onProgress: (fraction) => setPercent(Math.floor(100 * fraction)) });
  };
  const cancelled = run.error instanceof DOMException && run.error.name === 'AbortError';
  const again = run.data && <Button onClick={() => run.reset()}>{t('import.another')}</Button>;
  return (
    <>
      <PageHeader title={t('import.title')} context={t('import.context')} back={{ to: ADMINISTERED_PATH, label: t('administered.title') }} action={again} />
      {run.data ? <Outcome report={run.data} /> : (
        <Panel title={t('import.package')} hideTitle>
          <div className={styles.form}>
            {!run.isPending && <Belongs course={course} title={title} onCourse={setCourse} onTitle={setTitle} />}
            {run.isPending && run.variables ? <UploadProgress file={run.variables.file} percent={percent} reading={t('import.reading')} onCancel={() => upload.current?.abort()} /> : (
              <DropZone accept={['.zip']} title={t('import.drop')} hint={t('import.dropHint')} choose={t('import.choose')} wrong={t('import.oneZip')} onFile={start} />
            )}
            {cancelled && <Notice look="info" title={t('import.cancelled')} />}
            {run.isError && !cancelled && <Refusal error={run.error}><p className={styles.kept}>{t('import.refused')}</p></Refusal>}
            <p className={styles.layouts}><Trans t={t} i18nKey="import.layouts" components={{ file: <code lang="en" /> }} /></p>
          </div>
        </Panel>
      )}
    </>
  );
}

/** Where the package does not say which course it is, or how that is called. */
function Belongs({ course, title, onCourse, onTitle }: { course: string; title: string; onCourse: (slug: string) => void; onTitle: (title: string) => void }) {
  const { t } = useTranslation('courses');
  const id = useId();
  const published = useQuery(administeredCoursesQuery).data?.items ?? [];
  const drafts = useQuery(draftsQuery).data?.items ?? [];
  const known = new Map([...drafts, ...published].map((one) => [one.slug, one.title]));
  return (
    <div className={styles.fields}>
      <Field id={`${id}-course`} label={t('import.course')} hint={t('import.courseHint')}>
        <Select {...control(`${id}-course`, undefined, true)} value={course} onChange={(event) => onCourse(event.target.value)}>
          <option value="">{t('import.courseNew')}</option>
          {[...known].map(([slug, name]) => <option key={slug} value={slug} lang="zh-CN">{name}</option>)}
        </Select>
      </Field>
      <Field id={`${id}-title`} label={t('import.courseTitle')} hint={t('import.courseTitleHint')}>
        <input {...control(`${id}-title`, undefined, true)} value={title} maxLength={100} onChange={(event) => onTitle(event.target.value)} />
      </Field>
    </div>
  );
}

function Outcome({ report }: { report: ImportReport }) {
  const { t } = useTranslation('courses');
  const words = report.state === 'unchanged' ? 'unchanged' : report.changes ? 'newVersion' : 'new';
  return (
    <div className={styles.outcome}>
      <section aria-labelledby="outcome" className={styles.head}>
        <div className={styles.words}>
          <h2 id="outcome" className={styles.title} lang="zh-CN">{report.title}</h2>
          <p role="status" className={styles.state}>{t(`import.state.${words}`, { version: report.version })}</p>
        </div>
        {report.state === 'unchanged' ? <Unchanged report={report} /> : <ForDraft courseId={report.courseId} />}
      </section>
      <Report report={report} />
    </div>
  );
}

function ForDraft({ courseId }: { courseId: string }) {
  const { t } = useTranslation('courses');
  const query = useQuery(draftQuery(courseId));
  return (
    <QueryView query={query} loading={<Skeleton lines={1} />}>
      {(draft) => <div className={styles.actions}><Link to={draftPath(courseId)} className={styles.link}>{t('import.toDraft')}</Link><DraftActions draft={draft} /></div>}
    </QueryView>
  );
}

/** The same content may be published, or be waiting as a draft already. */
function Unchanged({ report }: { report: ImportReport }) {
  const { t } = useTranslation('courses');
  const drafted = useQuery(draftsQuery).data?.items.some((draft) => draft.courseId === report.courseId && draft.version === report.version);
  return <Link to={drafted ? draftPath(report.courseId) : coursePath(report.courseId)} className={styles.link}>{t(drafted ? 'import.toDraft' : 'statistics.toCourse')}</Link>;
}
