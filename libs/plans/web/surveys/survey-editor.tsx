import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import PlusOutlined from '@ant-design/icons/PlusOutlined';
import { SaveSurvey, type SurveyQuestion, type SurveyView } from '@zhixing/plans/contract';
import { control, Field, holdEnterWhileComposing, Notice, Panel, Refusal, Select, text, toast } from '@zhixing/platform/web';
import { Button } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../classes/classes.module.css';
import { useSaveSurvey } from './api.ts';

const KINDS = ['scale', 'single', 'multiple', 'text'] as const;

/** A question while it is written: its options as lines. */
interface Draft {
  key: string;
  kind: SurveyQuestion['kind'];
  text: string;
  options: string;
}

const draftOf = (question: SurveyQuestion): Draft => ({ key: question.key, kind: question.kind, text: question.text, options: 'options' in question ? question.options.join('\n') : '' });

const questionOf = ({ key, kind, text: words, options }: Draft) => ({ key, kind, text: words, ...(kind === 'single' || kind === 'multiple' ? { options: options.split('\n').map((one) => one.trim()).filter(Boolean) } : {}) });

/** The first three questions nobody has to think up. */
const usual = (): Draft[] => [
  { key: 'q1', kind: 'scale', text: text('plans:survey.usual.overall'), options: '' }, { key: 'q2', kind: 'single', text: text('plans:survey.usual.pace'), options: text('plans:survey.usual.paces') }, { key: 'q3', kind: 'text', text: text('plans:survey.usual.advice'), options: '' },
];

/** The questions of a survey that is not open yet. */
export function SurveyEditor({ classId, survey, onTouch }: { classId: string; survey: SurveyView['survey']; onTouch: (touched: boolean) => void }) {
  const { t } = useTranslation('plans');
  const id = useId();
  const save = useSaveSurvey(classId);
  const [title, setTitle] = useState(survey?.title ?? t('survey.usual.title'));
  const [anonymous, setAnonymous] = useState(survey?.anonymous ?? true);
  const [questions, setQuestions] = useState<Draft[]>(() => survey?.questions.map(draftOf) ?? usual());
  const [wrong, setWrong] = useState(false);
  const change = (next: Draft[]) => { setQuestions(next); onTouch(true); };
  const set = (at: number, more: Partial<Draft>) => change(questions.map((one, place) => (place === at ? { ...one, ...more } : one)));
  const add = () => change([...questions, { key: `q${Math.max(0, ...questions.map((one) => Number(one.key.slice(1)) || 0)) + 1}`, kind: 'scale', text: '', options: '' }]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const body = SaveSurvey.safeParse({ title, anonymous, questions: questions.map(questionOf) });
    setWrong(!body.success);
    if (body.success) save.mutate(body.data, { onSuccess: () => { toast.success(t('survey.saved')); onTouch(false); } });
  };
  return (
    <form className={styles.stack} noValidate onSubmit={send} onKeyDownCapture={holdEnterWhileComposing}>
      <Panel title={t('survey.questions')} context={t('survey.voluntary')} extra={<Button icon={<PlusOutlined aria-hidden />} disabled={questions.length >= 20} onClick={add}>{t('survey.addQuestion')}</Button>}>
        <div className={styles.form}>
          <div className={styles.pair}>
            <Field id={`${id}-title`} label={t('survey.title')}><input {...control(`${id}-title`)} lang="zh-CN" maxLength={80} value={title} onChange={(event) => { setTitle(event.target.value); onTouch(true); }} /></Field>
            <Field id={`${id}-names`} label={t('survey.names')} hint={t(anonymous ? 'survey.isAnonymous' : 'survey.isNamed')}>
              <Select {...control(`${id}-names`, undefined, true)} value={anonymous ? 'anonymous' : 'named'} onChange={(event) => { setAnonymous(event.target.value === 'anonymous'); onTouch(true); }}><option value="anonymous">{t('survey.anonymous')}</option><option value="named">{t('survey.named')}</option></Select>
            </Field>
          </div>
          {questions.map((one, at) => (
            <fieldset key={one.key} className={styles.part}>
              <legend className={styles.small}>{t('survey.number', { number: at + 1 })}</legend>
              <div className={styles.question}>
                <Field id={`${id}-text-${one.key}`} label={t('survey.text')}><input {...control(`${id}-text-${one.key}`)} lang="zh-CN" maxLength={200} value={one.text} onChange={(event) => set(at, { text: event.target.value })} /></Field>
                <Field id={`${id}-kind-${one.key}`} label={t('survey.kindOf')}><Select {...control(`${id}-kind-${one.key}`)} value={one.kind} onChange={(event) => set(at, { kind: event.target.value as Draft['kind'] })}>{KINDS.map((kind) => <option key={kind} value={kind}>{t(`survey.kind.${kind}`)}</option>)}</Select></Field>
                <Button size="large" icon={<DeleteOutlined aria-hidden />} onClick={() => change(questions.filter((_, place) => place !== at))}>{t('classes.remove')}<span className="zx-only-read"> {t('survey.number', { number: at + 1 })}</span></Button>
              </div>
              {(one.kind === 'single' || one.kind === 'multiple') && <Field id={`${id}-options-${one.key}`} label={t('survey.options')} hint={t('survey.optionsHint')}><textarea {...control(`${id}-options-${one.key}`, undefined, true)} lang="zh-CN" rows={3} value={one.options} onChange={(event) => set(at, { options: event.target.value })} /></Field>}
            </fieldset>
          ))}
        </div>
      </Panel>
      {wrong && <Notice look="failed" title={t('survey.wrong')} />}
      {save.error && <Refusal error={save.error} />}
      <div className={styles.foot}><Button size="large" type="primary" htmlType="submit" loading={save.isPending}>{t('survey.save')}</Button></div>
    </form>
  );
}
