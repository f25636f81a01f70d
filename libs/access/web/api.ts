import { AccountView, ActivationLink, type ChangePassword, LinkView, LoginList, LoginPage, type LoginRequest, Me, PasswordFacts, SignedIn, type UseLink } from '@zhixing/access/contract';
import { Preferences } from '@zhixing/people/contract';
import { Done } from '@zhixing/platform/contract';
import { changeLanguage, changeTheme, request } from '@zhixing/platform/web';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

/** Who is signed in; the shell loads it before any page, and only a login or a change of preferences changes it. */
export const meQuery = queryOptions({
  queryKey: ['access', 'me'],
  queryFn: ({ signal }) => request(Me, 'GET', '/auth/me', undefined, { signal }),
  staleTime: Infinity,
  gcTime: Infinity,
});

/** The signed-in person, on every page inside the shell. */
export function useMe(): Me {
  const { data } = useQuery(meQuery);
  if (!data) throw new Error('useMe() outside of the shell');
  return data;
}

/** Language and theme as the person keeps them on the server; at sign-in and at the first page they win over the device's. */
export async function applyPreferences(me: Me): Promise<void> {
  changeTheme(me.theme);
  await changeLanguage(me.language);
}

/** What the login page shows before anyone is known. */
export const loginPageQuery = queryOptions({
  queryKey: ['access', 'login-page'],
  queryFn: ({ signal }) => request(LoginPage, 'GET', '/auth/login-page', undefined, { signal }),
  staleTime: Infinity,
});

/** Signs in, or half of it when a code is still to come; the page itself says what went wrong. */
export const useLogin = () => useMutation({
  mutationFn: (body: LoginRequest) => request(SignedIn, 'POST', '/auth/login', body),
  meta: { ownError: true },
});

/** Ends this login. A fresh page afterwards: nothing of this person may stay in memory. */
export const useLogout = () => useMutation({
  mutationFn: () => request(Done, 'POST', '/auth/logout'),
  onSuccess: () => {
    markSignedIn(false);
    window.location.assign('/login');
  },
});

/** My logins, the current one marked. */
export const loginsQuery = queryOptions({
  queryKey: ['access', 'logins'],
  queryFn: ({ signal }) => request(LoginList, 'GET', '/auth/logins', undefined, { signal }),
});

/** Ends one login of mine, or all others when no id is given. */
export function useEndLogins() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id?: string) => request(Done, 'DELETE', id ? `/auth/logins/${id}` : '/auth/logins'),
    onSettled: () => client.invalidateQueries({ queryKey: loginsQuery.queryKey }),
  });
}

/** What is asked of my password, and how old it is. */
export const passwordQuery = queryOptions({
  queryKey: ['access', 'password'],
  queryFn: ({ signal }) => request(PasswordFacts, 'GET', '/auth/password', undefined, { signal }),
});

/** Changes my password; my other logins end with it. */
export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ChangePassword) => request(Done, 'PUT', '/auth/password', body),
    meta: { ownError: true },
    onSuccess: () => Promise.all([passwordQuery, loginsQuery].map(({ queryKey }) => client.invalidateQueries({ queryKey }))),
  });
}

/** For whom an activation link is. */
export const linkQuery = (token: string) => queryOptions({
  queryKey: ['access', 'link', token],
  queryFn: ({ signal }) => request(LinkView, 'POST', '/auth/activation/look', { token }, { signal }),
  retry: false,
  staleTime: Infinity,
});

/** Sets the password of an activation link. */
export const useLink = () => useMutation({ mutationFn: (body: UseLink) => request(Done, 'POST', '/auth/activation', body), meta: { ownError: true } });

/** How another person signs in, for security administrators. */
export const accountQuery = (personId: string) => queryOptions({
  queryKey: ['access', 'account', personId],
  queryFn: ({ signal }) => request(AccountView, 'GET', `/accounts/${personId}`, undefined, { signal }),
  retry: false,
});

/** A link for a new password of another person; the answer is the only place it stands. */
export function useActivate(personId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request(ActivationLink, 'POST', `/accounts/${personId}/activation`),
    meta: { ownError: true },
    onSettled: () => client.invalidateQueries({ queryKey: accountQuery(personId).queryKey }),
  });
}

/** Ends every login of another person. */
export function useEndLoginsOf(personId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request(Done, 'DELETE', `/accounts/${personId}/logins`),
    onSettled: () => client.invalidateQueries({ queryKey: accountQuery(personId).queryKey }),
  });
}

/** Changes language or theme at once on screen and keeps it with the person. */
export function useSavePreferences() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (preferences: Preferences) => request(Preferences, 'PATCH', '/people/me', preferences),
    onMutate: async (preferences) => {
      if (preferences.theme) changeTheme(preferences.theme);
      if (preferences.language) await changeLanguage(preferences.language);
      client.setQueryData(meQuery.queryKey, (me) => me && { ...me, ...preferences });
    },
  });
}

const SIGNED_IN = 'zhixing.signedIn';

/** Remembers that somebody signed in here: only then a lost login is said to have expired. */
export function markSignedIn(signedIn: boolean): void {
  if (signedIn) localStorage.setItem(SIGNED_IN, '1');
  else localStorage.removeItem(SIGNED_IN);
}

/** The login page that leads back to where the person is now. */
export function loginPath(from: string): string {
  const query = new URLSearchParams();
  if (from !== '/' && !from.startsWith('/login')) query.set('next', from);
  if (localStorage.getItem(SIGNED_IN)) query.set('expired', '1');
  const written = query.toString();
  return written ? `/login?${written}` : '/login';
}

/** The page on which an administrator gets a second factor, which leads back to where they were going. */
export const enrolmentPath = (from: string): string => (from === '/' ? '/second-factor' : `/second-factor?${new URLSearchParams({ next: from }).toString()}`);
