import { applyPreferences, enrolmentPath, loginPath, meQuery } from '@zhixing/access/web';
import { addTexts, createQueryClient, onRefusal, onSignedOut, openRooms, page, setToastHost, text, useLook } from '@zhixing/platform/web';
import { QueryClientProvider } from '@tanstack/react-query';
import { Button, ConfigProvider, message } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { createBrowserRouter, redirect } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import en from './locales/en.json' with { type: 'json' };
import zh from './locales/zh-CN.json' with { type: 'json' };
import { rooms } from './rooms.ts';
import { MissingPage, RouteFailure, StartFailure } from './shell/failures.tsx';
import { Opening } from './shell/opening.tsx';
import { Shell } from './shell/shell.tsx';
import { antdTheme } from './theme.ts';

const client = createQueryClient();

// before the router, which begins to load the first page the moment it is made
addTexts('shell', { 'zh-CN': zh, en });
openRooms(rooms);

const router = createBrowserRouter([{
  HydrateFallback: Opening,
  ErrorBoundary: StartFailure,
  children: [
    ...rooms.flatMap((room) => room.openRoutes ?? []),
    {
      path: '/',
      Component: Shell,
      // one question before any page of a signed-in person; it runs beside the loading of the page's code
      loader: async ({ request }) => {
        const me = await client.ensureQueryData(meQuery);
        await applyPreferences(me);
        const { pathname, search } = new URL(request.url);
        return me.mustEnrol ? redirect(enrolmentPath(pathname + search)) : null;
      },
      shouldRevalidate: () => false,
      children: [{ ErrorBoundary: RouteFailure, children: [...rooms.flatMap((room) => room.routes), { path: 'search', lazy: page([], () => import('./shell/search-page.tsx')) }, { path: '*', Component: MissingPage }] }],
    },
  ],
}]);

onSignedOut(() => {
  const { pathname, search } = window.location;
  if (pathname === '/login') return;
  void router.navigate(loginPath(pathname + search), { replace: true }).then(() => client.clear());
});

// somebody became an administrator while their pages were open
onRefusal('access.second_factor_needed', () => {
  const { pathname, search } = window.location;
  if (pathname === '/second-factor') return;
  void router.navigate(enrolmentPath(pathname + search), { replace: true }).then(() => client.clear());
});

/** antd in the look and language on screen; toasts hang here. */
function Look({ children }: { children: ReactNode }) {
  const look = useLook();
  const { i18n } = useTranslation();
  const theme = useMemo(() => antdTheme(look), [look]);
  return (
    <ConfigProvider theme={theme} locale={i18n.language === 'en' ? undefined : zhCN} button={{ autoInsertSpace: false }}>
      <Toasts />
      {children}
    </ConfigProvider>
  );
}

/** How long a write may be undone. */
const UNDO_SECONDS = 5;

function Toasts() {
  const [api, place] = message.useMessage({ top: 64, maxCount: 3 });
  useEffect(() => setToastHost({
    success: (sentence) => void api.success(sentence),
    error: (sentence) => void api.error(sentence, 6),
    info: (sentence) => void api.info(sentence),
    undo: (sentence, onUndo) => {
      const close = api.success(<>{sentence} <Button type="link" size="small" onClick={() => { close(); onUndo(); }}>{text('undo')}</Button></>, UNDO_SECONDS);
    },
  }), [api]);
  return place;
}

/** The whole web application. */
export const App = () => (
  <QueryClientProvider client={client}>
    <Look><RouterProvider router={router} /></Look>
  </QueryClientProvider>
);
