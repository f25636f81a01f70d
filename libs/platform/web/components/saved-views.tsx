import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import SaveOutlined from '@ant-design/icons/SaveOutlined';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { savedViewsQuery, useRemoveView, useSaveView } from '../saved-views.ts';
import { control, Field } from './fields.tsx';
import { Sheet } from './sheet.tsx';
import styles from './saved-views.module.css';

/** Tabs of a list whose filters are in its address: everything, and what this person has saved; the filters of the moment can be saved as another. */
export function SavedViews() {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const [naming, setNaming] = useState(false);
  const remove = useRemoveView(pathname);
  const views = useQuery(savedViewsQuery(pathname)).data?.items ?? [];
  const query = search.slice(1);
  const current = views.find((view) => view.query === query);
  const tab = (key: string, to: string, name: string, chosen: boolean, written: boolean) => (
    <Link key={key} to={to} className={`${styles.tab} ${chosen ? styles.current : ''}`} aria-current={chosen ? 'page' : undefined} lang={written ? 'zh-CN' : undefined}>{name}</Link>
  );
  return (
    <div className={styles.views}>
      <nav aria-label={t('views.title')} className={styles.tabs}>
        {tab('all', pathname, t('views.all'), query === '', false)}
        {views.map((view) => tab(view.id, `${pathname}?${view.query}`, view.name, view === current, true))}
      </nav>
      {query !== '' && !current && <Button size="small" type="text" icon={<SaveOutlined aria-hidden />} onClick={() => setNaming(true)}>{t('views.save')}</Button>}
      {current && <Button size="small" type="text" icon={<DeleteOutlined aria-hidden />} loading={remove.isPending} onClick={() => remove.mutate(current.id)}>{t('views.remove')}</Button>}
      <NameView open={naming} page={pathname} query={query} onClose={() => setNaming(false)} />
    </div>
  );
}

function NameView({ open, page, query, onClose }: { open: boolean; page: string; query: string; onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [name, setName] = useState('');
  const save = useSaveView(page);
  const send = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ name, query }, { onSuccess: () => { setName(''); onClose(); } });
  };
  return (
    <Sheet open={open} side="middle" title={t('views.save')} onClose={onClose} footer={<Button size="large" type="primary" htmlType="submit" form={`${id}-form`} loading={save.isPending}>{t('views.keep')}</Button>}>
      <form id={`${id}-form`} onSubmit={send}>
        <Field id={`${id}-name`} label={t('views.name')} hint={t('views.nameHint')}>
          <input {...control(`${id}-name`, undefined, true)} value={name} required maxLength={30} autoComplete="off" onChange={(event) => setName(event.target.value)} />
        </Field>
      </form>
    </Sheet>
  );
}
