import { plansPages } from '@zhixing/plans/contract';
import { EmptyState, PageHeader, Panel, QueryView, Skeleton } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { pathDraftQuery } from '../learning-paths/api.ts';
import { PathEditor } from '../learning-paths/editor.tsx';
import { RetireDialog } from '../learning-paths/publish-dialog.tsx';
import { PathStateTag } from '../learning-paths/state-tag.tsx';
import { pathPath } from '../paths.ts';

/** A new path, or the draft of a stored one. */
export default function PathEditPage() {
  const { t } = useTranslation('plans');
  const { id } = useParams();
  return id ? <Stored key={id} id={id} /> : <><PageHeader title={t('paths.edit.new')} back={{ to: plansPages.pathAdministration.path, label: t('paths.edit.back') }} /><PathEditor /></>;
}

function Stored({ id }: { id: string }) {
  const { t } = useTranslation('plans');
  const [retiring, setRetiring] = useState(false);
  const query = useQuery(pathDraftQuery(id));
  const view = query.data;
  return (
    <>
      <PageHeader
        title={view?.draft.title ?? t('paths.edit.one')} {...(view && { titleLanguage: 'zh-CN' as const })} back={{ to: plansPages.pathAdministration.path, label: t('paths.edit.back') }}
        context={view && <><PathStateTag state={view.state} changed={view.changed} /> {view.version > 0 && <>{t('paths.edit.version', { version: view.version })} · {t('paths.people', { count: view.impact.people })} · {t('paths.edit.completedBy', { count: view.impact.completed })} </>}</>}
        action={view?.state === 'published' && view.can.edit && <Button danger onClick={() => setRetiring(true)}>{t('paths.edit.retire')}</Button>}
      />
      <QueryView query={query} loading={<Panel title={t('paths.edit.one')} hideTitle><Skeleton lines={8} /></Panel>}>
        {(shown) => (shown.can.edit && shown.state !== 'retired' ? <PathEditor key={shown.id} view={shown} /> : (
          <EmptyState drawing="done" title={t(shown.state === 'retired' ? 'paths.edit.isRetired' : 'paths.edit.readOnly')} action={shown.state === 'published' && <Link to={pathPath(shown.id)}>{t('paths.edit.look')}</Link>}>{t(shown.state === 'retired' ? 'paths.edit.isRetiredWhy' : 'paths.edit.readOnlyWhy')}</EmptyState>
        ))}
      </QueryView>
      {retiring && view && <RetireDialog view={view} onClose={() => setRetiring(false)} />}
    </>
  );
}
