import type { ClassView, SurveyView } from '@zhixing/plans/contract';
import { formatDay, Notice, Panel, QueryView, Refusal, Skeleton, type StatusLook, StatusTag, toast } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../classes/classes.module.css';
import { surveyQuery, useMoveSurvey } from './api.ts';
import { Results } from './results.tsx';
import { SurveyEditor } from './survey-editor.tsx';

type Survey = NonNullable<SurveyView['survey']>;
const LOOKS: Record<Survey['state'], StatusLook> = { draft: 'draft', open: 'running', closed: 'ended' };

/** The survey of a class: its questions until it is opened, then who has answered and what. */
export function SurveyTab({ view }: { view: ClassView }) {
  const { t } = useTranslation('plans');
  const query = useQuery(surveyQuery(view.id));
  return (
    <QueryView query={query} loading={<Panel title={t('classes.tab.survey')} hideTitle><Skeleton lines={6} /></Panel>}>
      {({ survey }) => (!survey || survey.state === 'draft' ? <Draft view={view} survey={survey} /> : <Asked view={view} survey={survey} />)}
    </QueryView>
  );
}

function Draft({ view, survey }: { view: ClassView; survey: Survey | null }) {
  const { t } = useTranslation('plans');
  const open = useMoveSurvey(view.id);
  const [touched, setTouched] = useState(false);
  const ready = survey && !touched && view.status !== 'draft' && view.status !== 'cancelled';
  return (
    <div className={styles.stack}>
      <SurveyEditor classId={view.id} survey={survey} onTouch={setTouched} />
      {survey && (
        <Panel title={t('survey.publish')} context={t('survey.publishWhy')} extra={<Button type="primary" disabled={!ready} loading={open.isPending} onClick={() => open.mutate('open', { onSuccess: () => toast.success(t('survey.opened')) })}>{t('survey.open')}</Button>}>
          {open.error ? <Refusal error={open.error} /> : !ready && <p className={styles.small}>{t(touched ? 'survey.saveFirst' : 'survey.classFirst')}</p>}
        </Panel>
      )}
    </div>
  );
}

function Asked({ view, survey }: { view: ClassView; survey: Survey }) {
  const { t } = useTranslation('plans');
  const move = useMoveSurvey(view.id);
  return (
    <div className={styles.stack}>
      <Panel
        title={survey.title} context={t(survey.anonymous ? 'survey.isAnonymous' : 'survey.isNamed')}
        extra={survey.state === 'open' && (
          <span className={styles.actions}>
            <Button disabled={survey.remindedAt !== null || survey.answered >= survey.invited} onClick={() => move.mutate('remind', { onSuccess: () => toast.success(t('survey.reminded')) })}>{t('survey.remind')}</Button>
            <Button onClick={() => move.mutate('close', { onSuccess: () => toast.success(t('survey.ended')) })}>{t('survey.close')}</Button>
          </span>
        )}
      >
        <p className={styles.line}><StatusTag look={LOOKS[survey.state]}>{t(`survey.state.${survey.state}`)}</StatusTag><span>{t('survey.answeredOf', { answered: survey.answered, invited: survey.invited })}</span>{survey.remindedAt && <span className={styles.small}>{t('survey.remindedOn', { day: formatDay(survey.remindedAt) })}</span>}</p>
        {move.error && <Refusal error={move.error} />}
      </Panel>
      {survey.results ? <Results results={survey.results} /> : <Notice look="info" title={t('survey.tooFew')} />}
    </div>
  );
}
