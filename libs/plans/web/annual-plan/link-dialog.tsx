import { LinkKind, type PlanItem, type PlanView } from '@zhixing/plans/contract';
import { control, Field, Select, toast } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Select as AntSelect } from 'antd';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import { FormDialog } from '../components/form-dialog.tsx';
import { targetsQuery, useLink } from './api.ts';

const PAUSE = 250;
const beside = (node: HTMLElement): HTMLElement => node.closest('dialog') ?? document.body;

/** Names what fulfils an item: a class or an assignment, found by words of its title. */
export function LinkDialog({ plan, item, onClose }: { plan: PlanView; item: PlanItem; onClose: () => void }) {
  const { t } = useTranslation('plans');
  const id = useId();
  const link = useLink(plan.id, item.id);
  const [idempotencyKey, setKey] = useState(() => v7());
  const [kind, setKind] = useState<LinkKind>(item.kind === 'campaign' ? 'assignment' : 'class');
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState('');
  const [targetId, setTarget] = useState<string>();
  const [checked, setChecked] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setWords(typed.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useQuery(targetsQuery(kind, words));
  const wrong = checked && !targetId ? t('annual.wrong.target') : undefined;
  const send = () => {
    setChecked(true);
    if (targetId) link.mutate({ idempotencyKey, body: { kind, targetId } }, { onSuccess: () => { toast.success(t('annual.linked')); onClose(); }, onError: () => setKey(v7()) });
  };
  return (
    <FormDialog title={t('annual.linkTitle')} send={t('annual.link')} pending={link.isPending} error={link.error} onSend={send} onClose={onClose}>
      <Field id={`${id}-kind`} label={t('annual.linkKind')}>
        <Select {...control(`${id}-kind`)} value={kind} onChange={(event) => { setKind(LinkKind.parse(event.target.value)); setTarget(undefined); }}>{LinkKind.options.map((one) => <option key={one} value={one}>{t(`annual.linkOf.${one}`)}</option>)}</Select>
      </Field>
      <Field id={`${id}-target`} label={t('annual.linkTarget')} {...(wrong && { error: wrong })}>
        <AntSelect
          id={`${id}-target`} size="large" style={{ width: '100%' }} showSearch={{ filterOption: false, onSearch: setTyped }} notFoundContent={t('annual.linkNone')} getPopupContainer={beside} loading={found.isFetching}
          options={(found.data ?? []).map((one) => ({ value: one.id, label: <span lang="zh-CN">{one.title}</span> }))} value={targetId} onChange={setTarget}
        />
      </Field>
    </FormDialog>
  );
}
