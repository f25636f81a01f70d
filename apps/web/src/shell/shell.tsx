import { useMe } from '@zhixing/access/web';
import { type RouteHandle, shellNotice, Slot } from '@zhixing/platform/web';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration, useLocation, useMatches, useNavigation } from 'react-router';
import { ForbiddenPage } from './failures.tsx';
import { Navigation, PhoneTabs } from './navigation.tsx';
import styles from './shell.module.css';
import { TopBar } from './top-bar.tsx';

const Watermark = lazy(() => import('./watermark.tsx'));

/** The frame of every page of a signed-in person: bar, menu, content; asks the routes what permission and layout they want. */
export function Shell() {
  const { t } = useTranslation('shell');
  const { permissions, person } = useMe();
  const { pathname } = useLocation();
  const handles = useMatches().map((match) => match.handle as RouteHandle | undefined);
  const focus = handles.some((handle) => handle?.layout === 'focus');
  const personal = handles.some((handle) => handle?.personal);
  const allowed = handles.every((handle) => !handle?.permission || permissions.includes(handle.permission));
  const main = useFocusOnNewPage();
  const busy = useNavigation().state === 'loading';
  return (
    <div className={`${styles.shell} ${focus ? styles.focus : ''}`}>
      <a className={styles.skip} href="#content" onClick={(event) => { event.preventDefault(); main.current?.focus(); }}>{t('skip')}</a>
      <TopBar />
      {busy && <div className={styles.busy} />}
      <div className={styles.body}>
        {!focus && <div className={styles.side}><Navigation /></div>}
        <main ref={main} id="content" tabIndex={-1} className={styles.main}>
          {allowed ? <Outlet /> : <ForbiddenPage />}
          {allowed && personal && <Suspense><Watermark key={pathname} person={person} /></Suspense>}
        </main>
      </div>
      {!focus && <PhoneTabs />}
      <Slot of={shellNotice} props={{}} />
      <ScrollRestoration />
    </div>
  );
}

/** After a change of page the keyboard starts at its content, and a screen reader hears it; filters in the address change nothing. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}
