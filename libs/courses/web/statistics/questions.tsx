import type { CourseStatistics } from '@zhixing/courses/contract';
import { formatNumber, formatPercent, Panel, StatusTag, TableBox, tableStyles as table } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { InlineText } from '../markdown/content-text.tsx';
import { Definitions } from './definitions.tsx';
import styles from './questions.module.css';

/** Below this share a question is more likely unclear than hard. */
const HARD = 0.3;
/** Below this number of answers a share says little. */
const FEW = 5;
const SHOWN = 10;

/** Question by question, the hardest first. */
export function Questions({ questions }: { questions: CourseStatistics['questions'] }) {
  const { t } = useTranslation('courses');
  const [all, setAll] = useState(false);
  const ordered = [...questions].sort((one, other) => (one.facility ?? 2) - (other.facility ?? 2));
  const shown = all ? ordered : ordered.slice(0, SHOWN);
  if (questions.length === 0) return null;
  return (
    <Panel title={t('statistics.questions')} context={t('statistics.questionsContext')} flush>
      <TableBox label={t('statistics.questions')}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('statistics.question')}</th>
              <th scope="col" className={styles.facilityHead}>{t('statistics.facility')}</th>
              <th scope="col" className={table.number}>{t('statistics.n')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((question) => {
              const hard = question.facility !== null && question.facility < HARD && question.n >= FEW;
              return (
                <tr key={question.id}>
                  <td>
                    <span className={styles.stem} title={question.stem}><InlineText text={inOneLine(question.stem)} /></span>
                    <span className={table.small} lang="zh-CN">{question.lessonTitle} · {question.topic}</span>
                  </td>
                  <td>
                    {question.facility === null ? <span className={table.small}>{t('statistics.noAnswers')}</span> : (
                      <>
                        <span className={styles.facility}>
                          <span aria-hidden className={styles.track}><span className={`${styles.bar} ${hard ? styles.hard : ''}`} style={{ width: `${question.facility * 100}%` }} /></span>
                          <span className={styles.value}>{formatPercent(question.facility * 100)}</span>
                        </span>
                        {hard && <StatusTag look="warned">{t('statistics.hard')}</StatusTag>}
                        {question.n < FEW && <span className={table.small}>{t('statistics.few')}</span>}
                      </>
                    )}
                  </td>
                  <td className={table.number}>{formatNumber(question.n)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableBox>
      <div className={styles.foot}>
        {ordered.length > SHOWN && <Button onClick={() => setAll(!all)} aria-expanded={all}>{all ? t('statistics.fewer') : t('statistics.allQuestions', { count: ordered.length })}</Button>}
        <Definitions of={['facility', 'n']} values={{ few: FEW, hard: HARD * 100 }} />
      </div>
    </Panel>
  );
}

/** What a stem asks, without the code it may show below. */
const inOneLine = (stem: string): string => stem.split(/\n\s*(?:```|~~~)/)[0]!;
