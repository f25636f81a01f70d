import CheckCircleFilled from '@ant-design/icons/CheckCircleFilled';
import type { LessonView } from '@zhixing/courses/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatSeconds } from '../components/lesson-words.ts';
import styles from './foot.module.css';
import type { Reading } from './reading.ts';

/** "Mark done" with its countdown; afterwards the tick. */
export function MarkDone({ lesson, reading, live, onMark }: { lesson: LessonView; reading: Reading; live: boolean; onMark: () => void }) {
  const { t } = useTranslation('courses');
  if (lesson.state === 'completed') return <span role="status" className={styles.done}><CheckCircleFilled aria-hidden /> {t('player.done')}</span>;
  if (!live) return <span className={styles.ended}>{t('player.ended')}</span>;
  const waiting = reading.left > 0;
  return (
    <>
      {reading.refusal && !waiting && <span role="alert" className={styles.refusal}>{reading.refusal}</span>}
      {waiting && <span className={styles.hint}>{t(reading.paused ? 'player.paused' : 'player.waiting')}</span>}
      <Button type={waiting ? 'default' : 'primary'} size="large" disabled={waiting} loading={reading.marking} onClick={onMark}>
        {waiting ? t('player.markIn', { time: formatSeconds(reading.left) }) : t('player.mark')}
      </Button>
    </>
  );
}
