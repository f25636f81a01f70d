import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { courseNamedQuery, coursesFoundQuery } from '../assignments/api.ts';

const PAUSE = 250;
const beside = (node: HTMLElement): HTMLElement => node.closest('dialog') ?? document.body;

/** Picks a published course by words of its title. */
export function CoursePicker({ id, label, value, invalid = false, onChange }: { id?: string; label?: string; value: string | undefined; invalid?: boolean; onChange: (id: string | undefined, title: string) => void }) {
  const { t } = useTranslation('plans');
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setWords(typed.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useQuery(coursesFoundQuery(words));
  const named = useQuery(courseNamedQuery(value || undefined)).data;
  const courses = found.data?.items ?? [];
  const all = [...(named && !courses.some((one) => one.id === named.id) ? [named] : []), ...courses];
  return (
    <Select
      id={id} aria-label={label} size="large" style={{ width: '100%' }} allowClear showSearch={{ filterOption: false, onSearch: setTyped }} {...(invalid && { status: 'error' as const })}
      placeholder={t('pick.course')} notFoundContent={t('pick.noCourse')} getPopupContainer={beside} loading={found.isFetching}
      options={all.map((one) => ({ value: one.id, label: <span lang="zh-CN">{one.title}</span> }))} value={value || undefined}
      onChange={(next: string | undefined) => onChange(next, all.find((one) => one.id === next)?.title ?? '')}
    />
  );
}
