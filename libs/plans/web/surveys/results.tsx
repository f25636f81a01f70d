import type { QuestionResult } from '@zhixing/plans/contract';
import { formatNumber, formatPercent, Panel } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import styles from '../classes/classes.module.css';

/** Of every question what was answered: a table whose rows are bars, or the texts. */
export function Results({ results }: { results: QuestionResult[] }) {
  return results.map((one, at) => <Result key={one.question.key} number={at + 1} result={one} />);
}

function Result({ number, result: { question, answers, counts, mean, texts } }: { number: number; result: QuestionResult }) {
  const { t } = useTranslation('plans');
  const labels = question.kind === 'scale' ? counts.map((_, place) => String(place + 1)) : question.kind === 'text' ? [] : question.options;
  return (
    <Panel title={`${number}. ${question.text}`} context={<>{t('survey.answers', { count: answers })}{mean !== null && ` · ${t('survey.mean', { mean: mean.toFixed(1) })}`}</>}>
      {question.kind === 'text'
        ? texts.length === 0 ? <p className={styles.small}>{t('survey.noTexts')}</p> : <ul className={styles.list}>{texts.map(({ text, by }, at) => <li key={at} className={styles.block}><p className={styles.text} lang="zh-CN">{text}{by && <span className={styles.small}> — {by}</span>}</p></li>)}</ul>
        : (
          <table className={styles.bars}>
            <thead className="zx-only-read"><tr><th scope="col">{t('survey.option')}</th><th scope="col">{t('survey.share')}</th><th scope="col">{t('survey.count')}</th></tr></thead>
            <tbody>
              {counts.map((count, place) => {
                const percent = answers === 0 ? 0 : Math.round((100 * count) / answers);
                return (
                  <tr key={labels[place]}>
                    <th scope="row" lang="zh-CN">{labels[place]}</th>
                    <td><span className={styles.track}><span className={styles.fill} style={{ width: `${percent}%` }} /></span><span className="zx-only-read">{formatPercent(percent)}</span></td>
                    <td className={styles.count}>{formatNumber(count)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        )}
    </Panel>
  );
}
