import type { CorrectionView } from '@zhixing/audit/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { EmptyState, LoadMore, PageHeader, Panel, QueryView, Skeleton, TabLinks, toast, useSearchParameters } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { correctionsQuery, useAnswerCorrection } from '../api.ts';
import { Correction } from '../corrections/correction.tsx';
import styles from '../corrections/corrections.module.css';
import { TextDialog } from '../corrections/text-dialog.tsx';

const STATES = ['open', 'answered'] as const;
const Address = z.object({ state: z.enum(STATES).default('open') });

/** What people say is wrong with their data, to be answered. */
export default function CorrectionsPage() {
  const { t } = useTranslation('audit');
  const [{ state }] = useSearchParameters(Address);
  const query = useInfiniteQuery(correctionsQuery(state));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const [answering, setAnswering] = useState<CorrectionView>();
  const words = state === 'open' ? 'noneOpen' : 'noneAnswered';
  return (
    <>
      <PageHeader title={t('correction.title')} context={t('correction.context')}>
        <TabLinks label={t('correction.tabs')} parameter="state" current={state} tabs={STATES.map((key) => ({ key, label: t(`correction.state.${key}`) }))} />
      </PageHeader>
      <Panel title={t(`correction.state.${state}`)} hideTitle flush>
        <QueryView query={query} loading={<div className={styles.row}><Skeleton lines={6} /></div>} empty={() => items.length === 0 && <EmptyState drawing="done" title={t(`correction.${words}`)}>{t(`correction.${words}Why`)}</EmptyState>}>
          {() => (
            <>
              <ul className={styles.list}>
                {items.map((one) => <Correction key={one.id} correction={one} showPerson action={state === 'open' && <Button aria-haspopup="dialog" onClick={() => setAnswering(one)}>{t('correction.answer')}</Button>} />)}
              </ul>
              <LoadMore query={query} shown={items.length} />
            </>
          )}
        </QueryView>
      </Panel>
      {answering && <AnswerDialog key={answering.id} correction={answering} onClose={() => setAnswering(undefined)} />}
    </>
  );
}

function AnswerDialog({ correction: { id, text }, onClose }: { correction: CorrectionView; onClose: () => void }) {
  const { t } = useTranslation('audit');
  const answer = useAnswerCorrection();
  const send = (written: string) => answer.mutate({ id, answer: written }, {
    onSuccess: () => {
      toast.success(t('correction.answered'));
      onClose();
    },
  });
  return (
    <TextDialog
      open title={t('correction.answerTitle')} label={t('correction.answerText')} hint={t('correction.answerHint')} wrong={t('correction.answerWrong')} send={t('correction.answer')}
      pending={answer.isPending} error={answer.error} onSend={send} onClose={onClose}
    >
      <p className={styles.text} lang="zh-CN">{text}</p>
    </TextDialog>
  );
}
