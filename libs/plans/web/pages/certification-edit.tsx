import { plansPages } from '@zhixing/plans/contract';
import { PageHeader, Panel, QueryView, Skeleton } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { certificationQuery } from '../certifications/api.ts';
import { CertificationEditor } from '../certifications/editor.tsx';
import { certificationPath } from '../paths.ts';

/** A new certification, or everything that is said of a stored one. */
export default function CertificationEditPage() {
  const { t } = useTranslation('plans');
  const { id } = useParams();
  return id ? <Stored id={id} /> : <><PageHeader title={t('certification.new')} back={{ to: plansPages.certificationAdministration.path, label: t('certification.all') }} /><CertificationEditor /></>;
}

function Stored({ id }: { id: string }) {
  const { t } = useTranslation('plans');
  const query = useQuery(certificationQuery(id));
  return (
    <>
      <PageHeader title={t('certification.edit')} context={query.data && <span lang="zh-CN">{query.data.title}</span>} back={{ to: certificationPath(id), label: t('certification.back') }} />
      <QueryView query={query} loading={<Panel title={t('certification.edit')} hideTitle><Skeleton lines={8} /></Panel>}>{(view) => <CertificationEditor key={view.id} view={view} />}</QueryView>
    </>
  );
}
