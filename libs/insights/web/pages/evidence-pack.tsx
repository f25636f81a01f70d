import { insightsPages } from '@zhixing/insights/contract';
import { PageHeader } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { evidencePreviewQuery } from '../evidence-packs/api.ts';
import { EvidencePanel } from '../evidence-packs/evidence-panel.tsx';
import { lastDayOver } from '../evidence-packs/last-day-over.ts';

/** For auditors: the evidence of one assignment, in all its cycles. */
export default function EvidencePackPage() {
  const { t } = useTranslation('insights');
  const { id = '' } = useParams();
  const title = useQuery(evidencePreviewQuery(id, lastDayOver(new Date()), undefined)).data?.title;
  return (
    <>
      <PageHeader title={title ?? t('evidence.title')} {...(title && { titleLanguage: 'zh-CN' as const })} back={{ to: insightsPages.evidence.path, label: t('evidence.page') }} context={t('evidence.context')} />
      <EvidencePanel assignmentId={id} hideTitle />
    </>
  );
}
