import { plansPages } from '@zhixing/plans/contract';
import { PageHeader, Panel, QueryView, Skeleton } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { classQuery } from '../classes/api.ts';
import { ClassEditor } from '../classes/editor.tsx';
import { classPath } from '../paths.ts';

/** A new class, or everything that is said of a stored one. */
export default function ClassEditPage() {
  const { t } = useTranslation('plans');
  const { id } = useParams();
  return id ? <Stored id={id} /> : <><PageHeader title={t('classes.new')} back={{ to: plansPages.classAdministration.path, label: t('classes.title') }} /><ClassEditor /></>;
}

function Stored({ id }: { id: string }) {
  const { t } = useTranslation('plans');
  const query = useQuery(classQuery(id));
  return (
    <>
      <PageHeader title={t('classes.edit')} context={query.data && <span lang="zh-CN">{query.data.title}</span>} back={{ to: classPath(id), label: t('classes.back') }} />
      <QueryView query={query} loading={<Panel title={t('classes.edit')} hideTitle><Skeleton lines={8} /></Panel>}>{(view) => <ClassEditor key={view.id} view={view} />}</QueryView>
    </>
  );
}
