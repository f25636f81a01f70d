import InfoCircleOutlined from '@ant-design/icons/InfoCircleOutlined';
import type { NewerVersion } from '@zhixing/courses/contract';
import { Refusal, toast } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { coursePath, finishPath, lessonPath } from '../paths.ts';
import { newerVersionQuery, useCarryOver } from './api.ts';
import styles from './newer-version.module.css';

/** What was published after the version I took: what is different, and what I may do or am asked to do. Nothing while it is read. */
export function NewerVersionNotice({ registrationId, learning }: { registrationId: string; learning: boolean }) {
  const { t } = useTranslation('courses');
  const { data: newer } = useQuery(newerVersionQuery(registrationId));
  if (!newer || newer.changes.length === 0) return null;
  return (
    <section className={styles.notice} aria-labelledby="newer-version">
      <InfoCircleOutlined aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <h2 id="newer-version" className={styles.title}>{t('newer.title', { version: newer.latestVersion })}</h2>
        <p className={styles.line}>{t(learning ? 'newer.stays' : 'newer.stands', { version: newer.version })}</p>
        <Changes changes={newer.changes} />
        {newer.delta && (
          <p className={styles.line}>
            {t(newer.delta.finished ? 'newer.deltaDone' : 'newer.delta')}
            <Link to={coursePath(newer.delta.id)} lang="zh-CN">{newer.delta.title}</Link>
          </p>
        )}
        {newer.carryOver && <CarryOver registrationId={registrationId} offer={newer.carryOver} />}
      </div>
    </section>
  );
}

/** What each version says of itself; versions that say nothing are left out. */
function Changes({ changes }: { changes: NewerVersion['changes'] }) {
  const { t } = useTranslation('courses');
  const said = changes.filter(({ change, note }) => note !== '' || change === 'material');
  if (said.length === 0) return null;
  return (
    <ul className={styles.changes}>
      {said.map(({ version, change, note }) => <li key={version}>{t('newer.change', { version, change: t(`change.${change ?? 'minor'}.name`) })}<span lang="zh-CN">{note}</span></li>)}
    </ul>
  );
}

function CarryOver({ registrationId, offer }: { registrationId: string; offer: NonNullable<NewerVersion['carryOver']> }) {
  const { t } = useTranslation('courses');
  const navigate = useNavigate();
  const move = useCarryOver(registrationId);
  const send = () => move.mutate(undefined, {
    onSuccess: ({ id, status, resumeLessonKey }) => {
      toast.success(t('newer.moved'));
      void navigate(status === 'passed' ? finishPath(id) : lessonPath(id, resumeLessonKey));
    },
  });
  if (offer.attemptOpen) return <p className={styles.line}>{t('newer.attemptOpen')}</p>;
  return (
    <>
      <p className={styles.line}>{t('newer.offer')}</p>
      <div><Button loading={move.isPending} onClick={send}>{t('newer.move', { count: offer.lessons })}</Button></div>
      {move.isError && <Refusal error={move.error} />}
    </>
  );
}
