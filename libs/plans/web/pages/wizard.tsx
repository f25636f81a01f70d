import { plansPages } from '@zhixing/plans/contract';
import { EmptyState, PageHeader, Panel, QueryView, Skeleton } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { assignmentQuery } from '../assignments/api.ts';
import { assignmentPath } from '../paths.ts';
import { Wizard } from '../wizard/wizard.tsx';

/** A new assignment, a draft that is taken up again, or another revision of an active one. */
export default function WizardPage() {
  const { id } = useParams();
  return id ? <Stored id={id} /> : <Fresh />;
}

function Fresh() {
  const { t } = useTranslation('plans');
  return (
    <>
      <PageHeader title={t('wizard.new')} context={t('wizard.context')} back={{ to: plansPages.administration.path, label: t('list.title') }} />
      <Wizard />
    </>
  );
}

function Stored({ id }: { id: string }) {
  const { t } = useTranslation('plans');
  const query = useQuery(assignmentQuery(id));
  const state = query.data?.state;
  return (
    <>
      <PageHeader title={t(state === 'active' ? 'wizard.revise' : 'wizard.edit')} context={query.data && <span lang="zh-CN">{query.data.title}</span>} back={{ to: assignmentPath(id), label: t('wizard.back') }} />
      <QueryView query={query} loading={<Panel title={t('wizard.edit')} hideTitle><Skeleton lines={8} /></Panel>}>
        {(view) => (view.can.edit
          ? <Wizard key={view.id} view={view} />
          : <Panel title={t('wizard.edit')} hideTitle><EmptyState drawing="lost" title={t('wizard.closed')} action={<Link to={assignmentPath(id)}>{t('wizard.back')}</Link>} /></Panel>)}
      </QueryView>
    </>
  );
}
