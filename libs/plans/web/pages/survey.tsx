import { type AnswerSurvey, SCALE, type SurveyForm, type SurveyQuestion } from '@zhixing/plans/contract';
import { EmptyState, PageHeader, Panel, QueryView, Refusal, Skeleton } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import styles from '../classes/classes.module.css';
import fields from '../components/form-dialog.module.css';
import { myClassPath } from '../paths.ts';
import { formQuery, useAnswer } from '../surveys/api.ts';

type Answers = AnswerSurvey['answers'];

/** A survey as I fill it in; nothing in it must be answered. */
export default function SurveyPage() {
  const { t } = useTranslation('plans');
  const { id = '' } = useParams();
  const query = useQuery(formQuery(id));
  return (
    <>
      <PageHeader title={query.data?.title ?? t('classes.tab.survey')} {...(query.data && { titleLanguage: 'zh-CN' as const })} context={query.data && t(query.data.anonymous ? 'survey.youAnonymous' : 'survey.youNamed')} back={{ to: myClassPath(id), label: t('classes.toClass') }} />
      <QueryView query={query} loading={<Panel title={t('classes.tab.survey')} hideTitle><Skeleton lines={6} /></Panel>}>
        {(form) => (form.answered ? <Panel title={t('classes.tab.survey')} hideTitle><EmptyState drawing="done" title={t('survey.thanks')} action={<Link to={myClassPath(id)}>{t('classes.toClass')}</Link>} /></Panel> : <Form classId={id} form={form} />)}
      </QueryView>
    </>
  );
}

function Form({ classId, form }: { classId: string; form: SurveyForm }) {
  const { t } = useTranslation('plans');
  const answer = useAnswer(classId);
  const [answers, setAnswers] = useState<Answers>({});
  const set = (key: string, value: Answers[string] | undefined) => {
    const { [key]: before, ...others } = answers;
    setAnswers(value === undefined || value === before ? others : { ...others, [key]: value });
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    answer.mutate({ answers });
  };
  return (
    <form onSubmit={send}>
      <Panel title={t('classes.tab.survey')} hideTitle>
        <div className={fields.form}>
          {form.questions.map((question) => <Question key={question.key} question={question} value={answers[question.key]} onChange={(value) => set(question.key, value)} />)}
          {answer.error && <Refusal error={answer.error} />}
          <div className={styles.foot}><Button size="large" type="primary" htmlType="submit" disabled={Object.keys(answers).length === 0} loading={answer.isPending}>{t('survey.send')}</Button></div>
        </div>
      </Panel>
    </form>
  );
}

function Question({ question, value, onChange }: { question: SurveyQuestion; value: Answers[string] | undefined; onChange: (value: Answers[string] | undefined) => void }) {
  const { t } = useTranslation('plans');
  if (question.kind === 'text') {
    return (
      <label className={styles.form}>
        <span lang="zh-CN">{question.text}</span>
        <textarea rows={3} maxLength={1000} lang="zh-CN" className={styles.answer} value={typeof value === 'string' ? value : ''} onChange={(event) => onChange(event.target.value || undefined)} />
      </label>
    );
  }
  const chosen = Array.isArray(value) ? value : [];
  const options = question.kind === 'scale' ? Array.from({ length: SCALE }, (_, place) => String(place + 1)) : question.options;
  const taken = (place: number) => (question.kind === 'scale' ? value === place + 1 : chosen.includes(place));
  const take = (place: number) => {
    if (question.kind === 'scale') return onChange(place + 1);
    if (question.kind === 'single') return onChange([place]);
    const next = chosen.includes(place) ? chosen.filter((one) => one !== place) : [...chosen, place].sort((one, other) => one - other);
    return onChange(next.length ? next : undefined);
  };
  return (
    <fieldset className={styles.choices}>
      <legend lang="zh-CN">{question.text}{question.kind === 'scale' && <span className={styles.small}> {t('survey.scaleHint')}</span>}</legend>
      {options.map((option, place) => (
        <label key={option} className={styles.choice}><input type={question.kind === 'multiple' ? 'checkbox' : 'radio'} name={question.key} checked={taken(place)} onChange={() => take(place)} /><span lang="zh-CN">{option}</span></label>
      ))}
    </fieldset>
  );
}
