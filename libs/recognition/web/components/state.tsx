import { type StatusLook, StatusTag } from '@zhixing/platform/web';
import type { CertificateState } from '@zhixing/recognition/contract';
import { useTranslation } from 'react-i18next';

const LOOKS: Record<CertificateState, StatusLook> = { valid: 'done', expired: 'ended', revoked: 'failed' };

/** Whether a certificate holds. */
export function StateTag({ state, plain = false }: { state: CertificateState; plain?: boolean }) {
  const { t } = useTranslation('recognition');
  return <StatusTag look={LOOKS[state]} plain={plain}>{t(`state.${state}`)}</StatusTag>;
}
