import { PageHeader } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { ExceptionQueue } from '../approvals/exception-list.tsx';

/** Everybody of my scope who matches an assignment but was not simply assigned. */
export default function ExceptionsPage() {
  const { t } = useTranslation('plans');
  return (
    <>
      <PageHeader title={t('exception.title')} context={t('exception.context')} />
      <ExceptionQueue />
    </>
  );
}
