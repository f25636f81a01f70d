import { EmptyState, PageHeader, RequestError } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

/** The thing of the address is not there, or not for this person. */
export const isMissing = (error: unknown): boolean => error instanceof RequestError && (error.status === 404 || error.code === 'invalid');

/** What a page says then, with a way on. */
export function NotFound() {
  const { t } = useTranslation('courses');
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={t('missing.title')} />
      <EmptyState drawing="lost" title={t('missing.what')} action={<Button type="primary" onClick={() => void navigate('/courses')}>{t('finish.toCatalogue')}</Button>}>{t('missing.why')}</EmptyState>
    </>
  );
}
