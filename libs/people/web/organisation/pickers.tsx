import type { DepartmentNode } from '@zhixing/people/contract';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { departmentsQuery, foundQuery } from './api.ts';

interface PickerProps {
  id?: string;
  label?: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** Inside a dialog the list must stand in the dialog, which covers everything else. */
const beside = (node: HTMLElement): HTMLElement => node.closest('dialog') ?? document.body;

const PAUSE = 250;

/** Picks a colleague by hanzi, pinyin, initials, staff number or mail. */
export function PersonPicker({ id, label, value, onChange }: PickerProps) {
  const { t } = useTranslation('people');
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setWords(typed.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useQuery(foundQuery(words));
  const options = (found.data?.items ?? []).map((card) => ({ value: card.id, label: <span lang="zh-CN">{card.displayName} {card.staffNumber} · {card.department.name}</span> }));
  return (
    <Select
      id={id} aria-label={label} size="large" style={{ width: '100%' }} allowClear showSearch={{ filterOption: false, onSearch: setTyped }} placeholder={t('pick.person')} notFoundContent={words ? t('pick.nobody') : t('pick.type')}
      getPopupContainer={beside} loading={found.isFetching} options={options} value={value} onChange={onChange}
    />
  );
}

/** A department with all above it, nearest last: 总行 / 分行 / 部门. */
export function pathsOf(nodes: readonly DepartmentNode[]): Map<string, string> {
  const paths = new Map<string, string>();
  // parents come before children
  for (const node of nodes) paths.set(node.id, node.parentId ? `${paths.get(node.parentId) ?? ''} / ${node.name}` : node.name);
  return paths;
}

/** Picks one of the departments of today; `without` leaves one out. */
export function DepartmentPicker({ id, label, value, without, placeholder, onChange }: PickerProps & { without?: string | undefined; placeholder?: string | undefined }) {
  const { t } = useTranslation('people');
  const tree = useQuery(departmentsQuery());
  const options = useMemo(() => {
    const nodes = tree.data?.items ?? [];
    const paths = pathsOf(nodes);
    return nodes.filter((node) => node.id !== without).map((node) => ({ value: node.id, text: `${paths.get(node.id)!} ${node.code}`.toLowerCase(), label: <span lang="zh-CN">{paths.get(node.id)}</span> }));
  }, [tree.data, without]);
  return (
    <Select
      id={id} aria-label={label} size="large" style={{ width: '100%' }} allowClear showSearch={{ optionFilterProp: 'text' }} placeholder={placeholder ?? t('pick.department')}
      getPopupContainer={beside} loading={tree.isPending} options={options} value={value} onChange={onChange}
    />
  );
}
