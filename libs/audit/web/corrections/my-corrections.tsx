import { useQuery } from '@tanstack/react-query';
import { control, Field, Panel, QueryView, Select, Skeleton, toast } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import { dataSummaryQuery, myCorrectionsQuery, useAskCorrection } from '../api.ts';
import { Correction } from './correction.tsx';
import styles from './corrections.module.css';
import { TextDialog } from './text-dialog.tsx';

/** My requests for correction with their answers, and a way to send another. */
export function MyCorrections() {
  const { t } = useTranslation('audit');
  const query = useQuery(myCorrectionsQuery());
  /** The key of the request that is being written; another dialog is another request. */
  const [key, setKey] = useState<string>();
  return (
    <Panel title={t('correction.mine')} context={t('correction.mineContext')} flush extra={<Button aria-haspopup="dialog" onClick={() => setKey(v7())}>{t('correction.ask')}</Button>}>
      <QueryView query={query} loading={<div className={styles.row}><Skeleton lines={2} /></div>} empty={({ items }) => items.length === 0 && <p className={styles.row}>{t('correction.noneMine')}</p>}>
        {({ items }) => <ul className={styles.list}>{items.map((one) => <Correction key={one.id} correction={one} />)}</ul>}
      </QueryView>
      {key && <AskDialog key={key} idempotencyKey={key} onClose={() => setKey(undefined)} />}
    </Panel>
  );
}

function AskDialog({ idempotencyKey, onClose }: { idempotencyKey: string; onClose: () => void }) {
  const { t } = useTranslation('audit');
  const id = useId();
  const tables = useQuery(dataSummaryQuery()).data?.tables ?? [];
  const [about, setAbout] = useState<string>();
  const ask = useAskCorrection();
  const chosen = about ?? tables[0]?.name ?? '';
  const send = (text: string) => ask.mutate({ idempotencyKey, about: chosen, text }, {
    onSuccess: () => {
      toast.success(t('correction.sent'));
      onClose();
    },
  });
  return (
    <TextDialog
      open title={t('correction.askTitle')} label={t('correction.text')} wrong={t('correction.wrong')} send={t('correction.send')}
      pending={ask.isPending} error={ask.error} onSend={send} onClose={onClose}
    >
      <Field id={id} label={t('correction.about')}>
        <Select {...control(id)} value={chosen} onChange={(event) => setAbout(event.target.value)}>
          {tables.map(({ name, title }) => <option key={name} value={name}>{title}</option>)}
        </Select>
      </Field>
    </TextDialog>
  );
}
