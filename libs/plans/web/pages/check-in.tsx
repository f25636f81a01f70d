import { CheckIn, type CheckedIn, plansPages } from '@zhixing/plans/contract';
import { control, EmptyState, Field, PageHeader, Panel, Refusal, Skeleton } from '@zhixing/platform/web';
import { Button } from 'antd';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useCheckIn } from '../classes/api.ts';
import styles from '../classes/classes.module.css';
import { halfDayName } from '../classes/words.tsx';
import { myClassPath } from '../paths.ts';

/** Where the QR code leads: checked in at once; without a code, or with one that no longer holds, the six digits are typed. */
export default function CheckInPage() {
  const { t } = useTranslation('plans');
  const { halfDayId = '' } = useParams();
  const [parameters] = useSearchParams();
  const checkIn = useCheckIn();
  const { mutate } = checkIn;
  const scanned = parameters.get('code') ?? '';
  const sent = useRef(false);
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    const body = CheckIn.safeParse({ halfDayId, code: scanned });
    if (!body.success || sent.current) return;
    sent.current = true;
    mutate(body.data);
  }, [halfDayId, scanned, mutate]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const body = CheckIn.safeParse({ halfDayId, code: code.trim() });
    setWrong(!body.success);
    if (body.success) mutate(body.data);
  };
  return (
    <>
      <PageHeader title={t('classes.checkIn')} back={{ to: plansPages.classes.path, label: t('classes.mine') }} />
      <Panel title={t('classes.checkIn')} hideTitle>
        {checkIn.data ? <Done done={checkIn.data} /> : checkIn.isPending ? <Skeleton lines={3} /> : (
          <form className={styles.form} noValidate onSubmit={send}>
            {checkIn.error && <Refusal error={checkIn.error} />}
            <Field id="check-in-code" label={t('classes.code')} hint={t('classes.codeHint')} {...(wrong && { error: t('classes.wrong.code') })}>
              <input {...control('check-in-code', wrong ? t('classes.wrong.code') : undefined, true)} inputMode="numeric" autoComplete="one-time-code" maxLength={6} value={code} onChange={(event) => setCode(event.target.value)} />
            </Field>
            <div className={styles.foot}><Button size="large" type="primary" htmlType="submit">{t('classes.doCheckIn')}</Button></div>
          </form>
        )}
      </Panel>
    </>
  );
}

function Done({ done: { classId, title, halfDay } }: { done: CheckedIn }) {
  const { t } = useTranslation('plans');
  return <EmptyState drawing="done" title={t('classes.youAreIn')} action={<Link to={myClassPath(classId)}>{t('classes.toClass')}</Link>}><span lang="zh-CN">{title}</span> · {halfDayName(halfDay)} · <span lang="zh-CN">{halfDay.topic}</span></EmptyState>;
}
