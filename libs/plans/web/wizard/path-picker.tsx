import { useMe } from '@zhixing/access/web';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openPathsQuery, pathDraftQuery, pathQuery, publishedPathsQuery } from '../learning-paths/api.ts';

const PAUSE = 250;
const beside = (node: HTMLElement): HTMLElement => node.closest('dialog') ?? document.body;

/** Picks a published learning path by words of its title: whoever administers paths of theirs, others of those open to them. */
export function PathPicker({ id, label, value, invalid = false, onChange }: { id?: string; label?: string; value: string | undefined; invalid?: boolean; onChange: (id: string | undefined, title: string) => void }) {
  const { t } = useTranslation('plans');
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setWords(typed.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  const administers = useMe().permissions.includes('path:administer');
  const administered = useQuery({ ...publishedPathsQuery(words), enabled: administers });
  const open = useQuery({ ...openPathsQuery(words), enabled: !administers });
  const draft = useQuery({ ...pathDraftQuery(value ?? ''), enabled: administers && Boolean(value) }).data;
  const seen = useQuery({ ...pathQuery(value ?? ''), enabled: !administers && Boolean(value) }).data;
  const found = administers ? administered : open;
  const named = draft ? { id: draft.id, title: draft.draft.title } : seen && { id: seen.id, title: seen.title };
  const paths: { id: string; title: string }[] = found.data?.items ?? [];
  const all = [...(named && !paths.some((one) => one.id === named.id) ? [named] : []), ...paths];
  return (
    <Select
      id={id} aria-label={label} size="large" style={{ width: '100%' }} allowClear showSearch={{ filterOption: false, onSearch: setTyped }} {...(invalid && { status: 'error' as const })}
      placeholder={t('pick.path')} notFoundContent={t('pick.noPath')} getPopupContainer={beside} loading={found.isFetching}
      options={all.map((one) => ({ value: one.id, label: <span lang="zh-CN">{one.title}</span> }))} value={value || undefined}
      onChange={(next: string | undefined) => onChange(next, all.find((one) => one.id === next)?.title ?? '')}
    />
  );
}
