import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import PlusOutlined from '@ant-design/icons/PlusOutlined';
import { DepartmentPicker } from '@zhixing/people/web';
import { PathDraft, type PathDraftView } from '@zhixing/plans/contract';
import { control, Field, holdEnterWhileComposing, localized, Notice, Panel, Refusal, Select, SkeletonBlock, toast } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { v7 } from 'uuid';
import { editPathPath } from '../paths.ts';
import { rolesQuery, useCreatePath, useEditPath } from './api.ts';
import { freshDraft, isSame, replaced, without, wrongOf } from './draft.ts';
import styles from './editor.module.css';
import { StepFields } from './editor-steps.tsx';
import { PublishDialog } from './publish-dialog.tsx';

/** Everything that is said of a path on one page. What people follow stays until it is published. */
export function PathEditor({ view }: { view?: PathDraftView }) {
  const { t } = useTranslation('plans');
  const navigate = useNavigate();
  const [draft, setDraft] = useState<PathDraft>(() => view?.draft ?? freshDraft());
  const [checked, setChecked] = useState(false);
  const [publishing, setPublishing] = useState(false);
  const [key] = useState(() => v7());
  const create = useCreatePath();
  const edit = useEditPath(view?.id ?? '');
  const wrong = wrongOf(draft);
  const say = (place: string) => (checked && wrong.has(place) ? t(`paths.wrong.${wrong.get(place)!}`) : undefined);
  const change = (more: Partial<PathDraft>) => setDraft({ ...draft, ...more });
  const save = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (wrong.size) return;
    if (view) edit.mutate({ changes: PathDraft.parse(draft), revision: view.revision }, { onSuccess: () => toast.success(t('paths.edit.saved')) });
    else create.mutate({ draft: PathDraft.parse(draft), key }, { onSuccess: ({ id }) => void navigate(editPathPath(id), { replace: true }) });
  };
  const unsaved = view !== undefined && (wrong.size > 0 || !isSame(draft, view.draft));
  const error = create.error ?? edit.error;
  return (
    <>
      <form className={styles.stack} noValidate onSubmit={save} onKeyDownCapture={holdEnterWhileComposing}>
        <FactFields draft={draft} say={say} onChange={change} />
        <StepFields steps={draft.steps} say={say} onChange={(steps) => change({ steps })} />
        {checked && wrong.size > 0 && <Notice look="failed" title={t('paths.wrong.some')} />}
        {error && <Refusal error={error} />}
        <div className={styles.foot}>
          <Button size="large" type={view ? 'default' : 'primary'} htmlType="submit" loading={create.isPending || edit.isPending}>{t('paths.edit.save')}</Button>
          {view && <Button size="large" type="primary" disabled={unsaved || !view.changed} onClick={() => setPublishing(true)}>{t('paths.edit.publish')}</Button>}
        </div>
        {view && <p className={styles.small}>{t(unsaved ? 'paths.edit.saveFirst' : view.changed ? 'paths.edit.notPublished' : 'paths.edit.asPublished')}</p>}
      </form>
      {publishing && view && <PublishDialog view={view} onClose={() => setPublishing(false)} />}
    </>
  );
}

/** What the path is called, where it leads, whom it is for. */
function FactFields({ draft, say, onChange }: { draft: PathDraft; say: (place: string) => string | undefined; onChange: (more: Partial<PathDraft>) => void }) {
  const { t } = useTranslation('plans');
  const id = useId();
  const roles = useQuery(rolesQuery).data?.items ?? [];
  return (
    <Panel title={t('paths.edit.facts')}>
      <div className={styles.form}>
        <Field id={`${id}-title`} label={t('paths.edit.title')} {...(say('title') && { error: say('title')! })}><input {...control(`${id}-title`, say('title'))} lang="zh-CN" maxLength={80} value={draft.title} onChange={(event) => onChange({ title: event.target.value })} /></Field>
        <Field id={`${id}-description`} label={t('paths.edit.description')}><textarea {...control(`${id}-description`)} lang="zh-CN" rows={3} maxLength={500} value={draft.description} onChange={(event) => onChange({ description: event.target.value })} /></Field>
        <div className={styles.pair}>
          <Field id={`${id}-role`} label={t('paths.edit.role')} hint={t('paths.edit.roleHint')}>
            <Select {...control(`${id}-role`, undefined, true)} value={draft.profileId ?? ''} onChange={(event) => onChange({ profileId: event.target.value || null })}>
              <option value="">{t('paths.edit.noRole')}</option>
              {roles.map((one) => <option key={one.id} value={one.id}>{localized(one.name)}</option>)}
            </Select>
          </Field>
          <Field id={`${id}-order`} label={t('paths.edit.order')} hint={t(draft.ordered ? 'paths.ordered' : 'paths.free')}>
            <Select {...control(`${id}-order`, undefined, true)} value={draft.ordered ? 'yes' : 'no'} onChange={(event) => onChange({ ordered: event.target.value === 'yes' })}><option value="yes">{t('paths.edit.inOrder')}</option><option value="no">{t('paths.edit.anyOrder')}</option></Select>
          </Field>
        </div>
        {draft.audience.map((one, at) => (
          <div key={at} className={styles.department}>
            <Field id={`${id}-department-${at}`} label={t('paths.edit.department')} {...(say(`department-${at}`) && { error: say(`department-${at}`)! })}>
              <Suspense fallback={<SkeletonBlock height={40} />}><DepartmentPicker id={`${id}-department-${at}`} value={one || undefined} onChange={(departmentId) => onChange({ audience: replaced(draft.audience, at, departmentId ?? '') })} /></Suspense>
            </Field>
            <Button size="large" icon={<DeleteOutlined aria-hidden />} onClick={() => onChange({ audience: without(draft.audience, at) })}>{t('paths.edit.remove')}<span className="zx-only-read"> {t('paths.edit.department')} {at + 1}</span></Button>
          </div>
        ))}
        <p className={styles.small}>{t(draft.audience.length ? 'paths.edit.audienceSome' : 'paths.edit.audienceAll')} <Button icon={<PlusOutlined aria-hidden />} onClick={() => onChange({ audience: [...draft.audience, ''] })}>{t('paths.edit.addDepartment')}</Button></p>
      </div>
    </Panel>
  );
}
