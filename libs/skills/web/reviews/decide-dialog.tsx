import { type DecideSkillReview, type SkillReview, TWO_REVIEWERS_FROM } from '@zhixing/skills/contract';
import { control, Field, holdEnterWhileComposing, localized, Refusal, Select, Sheet, toast } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { skillQuery } from '../api.ts';
import form from '../card/assess-dialog.module.css';
import { useDecideReview } from './api.ts';

const VERDICTS = ['accept', 'level', 'return'] as const;
const LEVELS = [1, 2, 3, 4, 5];

/** The word of a reviewer: the claim, another level, or back to the person; always with a reason. */
export function DecideDialog({ review, onClose }: { review: SkillReview | undefined; onClose: () => void }) {
  const { t } = useTranslation('skills');
  return (
    <Sheet open={review !== undefined} side="middle" title={review ? t('reviews.title', { skill: localized(review.skill.name), level: review.claimed }) : ''} onClose={onClose}>
      {review && <Form key={review.id} review={review} onClose={onClose} />}
    </Sheet>
  );
}

function Form({ review, onClose }: { review: SkillReview; onClose: () => void }) {
  const { t } = useTranslation('skills');
  const id = useId();
  const { data: skill } = useQuery(skillQuery(review.skill.id));
  const [verdict, setVerdict] = useState<DecideSkillReview['verdict']>('accept');
  const [level, setLevel] = useState(Math.max(1, review.claimed - 1));
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const decide = useDecideReview(review.id);
  const wrong = asked && !reason.trim() ? t('reviews.reasonMissing') : undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!reason.trim()) return document.getElementById(`${id}-reason`)?.focus();
    const said = { reason: reason.trim() };
    decide.mutate(verdict === 'level' ? { verdict, level, ...said } : { verdict, ...said }, { onSuccess: ({ state }) => { toast.success(t(`reviews.done.${state}`)); onClose(); } });
  };
  const reached = verdict === 'accept' ? review.claimed : level;
  const anchor = skill?.anchors[reached - 1];
  return (
    <form className={form.form} noValidate onSubmit={send} onKeyDownCapture={holdEnterWhileComposing}>
      <fieldset className={form.levels}>
        <legend className={form.legend}>{t('reviews.verdict')}</legend>
        {VERDICTS.map((one) => (
          <label key={one} className={form.level}>
            <input type="radio" name={`${id}-verdict`} className={form.radio} checked={verdict === one} onChange={() => setVerdict(one)} />
            <span>{t(`reviews.as.${one}`, { level: review.claimed })}</span>
          </label>
        ))}
      </fieldset>
      {verdict === 'level' && (
        <Field id={`${id}-level`} label={t('reviews.level')}>
          <Select {...control(`${id}-level`)} value={level} onChange={(event) => setLevel(Number(event.target.value))}>
            {LEVELS.filter((one) => one !== review.claimed).map((one) => <option key={one} value={one}>{t('level.of', { level: one })}</option>)}
          </Select>
        </Field>
      )}
      {verdict !== 'return' && anchor && <p className={form.what}>{localized(anchor)}</p>}
      {verdict !== 'return' && reached >= TWO_REVIEWERS_FROM && review.votes === 0 && <p className={form.what}>{t('reviews.second')}</p>}
      <Field id={`${id}-reason`} label={t('reviews.reason')} hint={t('reviews.reasonHint')} error={wrong}>
        <textarea {...control(`${id}-reason`, wrong, true)} rows={3} maxLength={300} required lang="zh-CN" value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      {decide.isError && <Refusal error={decide.error} />}
      <div className={form.foot}>
        <Button size="large" onClick={onClose}>{t('cancel')}</Button>
        <Button size="large" type="primary" htmlType="submit" loading={decide.isPending}>{t('reviews.send')}</Button>
      </div>
    </form>
  );
}
