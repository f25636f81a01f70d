import { Drawing, type DrawingName, RequestError, usePageTitle } from '@zhixing/platform/web';
import { Button } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse, useNavigate, useRouteError } from 'react-router';
import styles from './failures.module.css';

function Failure({ drawing, name, action, requestId }: { drawing: DrawingName; name: string; action?: ReactNode; requestId?: string }) {
  const { t } = useTranslation('shell');
  usePageTitle(t(`${name}.title`));
  return (
    <div className={styles.failure}>
      <Drawing name={drawing} />
      <h1 className={styles.title}>{t(`${name}.title`)}</h1>
      <p className={styles.sentence}>{t(`${name}.sentence`)}</p>
      <div className={styles.action}>{action}</div>
      {requestId && <p className={styles.id}>{t('platform:requestId')} <code>{requestId}</code></p>}
    </div>
  );
}

function HomeButton() {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  return <Button type="primary" onClick={() => void navigate('/')}>{t('home')}</Button>;
}

function ReloadButton({ label }: { label: string }) {
  const { t } = useTranslation();
  return <Button type="primary" onClick={() => window.location.reload()}>{t(label)}</Button>;
}

/** 404: no page has this address. */
export const MissingPage = () => <Failure drawing="lost" name="missing" action={<HomeButton />} />;

/** 403: the page is there, but not for this person. */
export const ForbiddenPage = () => <Failure drawing="lost" name="forbidden" action={<HomeButton />} />;

/** A failure before the shell is there. */
export const StartFailure = () => <main><RouteFailure /></main>;

/** Whatever broke a page: no connection, code of an older version that is gone, or a mistake of ours. */
export function RouteFailure() {
  const error = useRouteError();
  useEffect(() => {
    if (!(error instanceof RequestError)) console.error(error);
  }, [error]);
  if (isRouteErrorResponse(error) && error.status === 404) return <MissingPage />;
  if (error instanceof RequestError && error.temporary) return <Failure drawing="broken" name="offline" action={<ReloadButton label="retry" />} requestId={error.requestId} />;
  // what browsers say when a part of the page's code cannot be fetched
  if (error instanceof Error && /imported module|module script|failed to import|unable to preload/i.test(error.message)) return <Failure drawing="broken" name="renewed" action={<ReloadButton label="reload" />} />;
  return <Failure drawing="broken" name="crashed" action={<ReloadButton label="reload" />} />;
}
