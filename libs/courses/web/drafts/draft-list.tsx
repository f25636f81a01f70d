import type { DraftRow } from '@zhixing/courses/contract';
import { EmptyState, formatInstant, Panel, QueryView, Skeleton, StatusTag } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { CourseTile } from '../components/course-tile.tsx';
import { draftPath, IMPORT_PATH } from '../paths.ts';
import { draftsQuery } from './api.ts';
import styles from './draft-list.module.css';

/** The drafts I may edit: imported or changed, not yet published. */
export function Drafts() {
  const { t } = useTranslation('courses');
  const navigate = useNavigate();
  const empty = <EmptyState drawing="courses" title={t('draft.none')} action={<Button type="primary" onClick={() => void navigate(IMPORT_PATH)}>{t('import.title')}</Button>}>{t('draft.noneWhy')}</EmptyState>;
  return (
    <QueryView query={useQuery(draftsQuery)} loading={<Skeleton lines={6} />} empty={(data) => data.items.length === 0 && empty}>
      {(data) => <Panel title={t('administered.drafts')} hideTitle flush className={styles.panel}><ul>{data.items.map((draft) => <Line key={draft.courseId} draft={draft} />)}</ul></Panel>}
    </QueryView>
  );
}

function Line({ draft }: { draft: DraftRow }) {
  const { t } = useTranslation('courses');
  const context = (
    <span className={styles.context}>
      <span>{t('draft.willBe', { version: draft.version })}</span><span>{t('lessonCount', { count: draft.lessons })}</span><span>{t('quiz.questionTotal', { count: draft.questions })}</span>
    </span>
  );
  return (
    <li className={styles.row}>
      <CourseTile course={{ ...draft, id: draft.courseId }} to={draftPath(draft.courseId)} context={context}>
        <span className={styles.aside}>
          {draft.warnings > 0 && <StatusTag look="warned">{t('import.warningCount', { count: draft.warnings })}</StatusTag>}
          <span className={styles.when}>{formatInstant(draft.updatedAt)}{draft.updatedBy && <> · <span lang="zh-CN">{draft.updatedBy.displayName}</span></>}</span>
          <StatusTag look="draft">{t('draft.state')}</StatusTag>
        </span>
      </CourseTile>
    </li>
  );
}
