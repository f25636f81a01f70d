import { Enrolment, type GiveCode, Me, type Proof, RecoveryCodes, SecondFactorView } from '@zhixing/access/contract';
import { Done } from '@zhixing/platform/contract';
import { request } from '@zhixing/platform/web';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { accountQuery, loginsQuery } from './api.ts';

/** The second step of signing in; the page itself says what went wrong. */
export const useGiveCode = () => useMutation({ mutationFn: (body: GiveCode) => request(Me, 'POST', '/auth/second-factor', body), meta: { ownError: true } });

/** My second factor, if any. */
export const secondFactorQuery = queryOptions({
  queryKey: ['access', 'second-factor'],
  queryFn: ({ signal }) => request(SecondFactorView, 'GET', '/auth/second-factor', undefined, { signal }),
});

/** Both change with a second factor: other logins end. */
function useChanged() {
  const client = useQueryClient();
  return () => Promise.all([secondFactorQuery, loginsQuery].map(({ queryKey }) => client.invalidateQueries({ queryKey })));
}

/** A new key for the app; nothing holds before its first code. */
export const useOffer = () => useMutation({ mutationFn: (proof: Proof) => request(Enrolment, 'POST', '/auth/second-factor/enrolment', proof), meta: { ownError: true }, gcTime: 0 });

/** The first code; answers with recovery codes. */
export const useConfirm = () => useMutation({
  mutationFn: (body: GiveCode) => request(RecoveryCodes, 'POST', '/auth/second-factor/confirmation', body), meta: { ownError: true }, gcTime: 0, onSuccess: useChanged(),
});

/** New recovery codes in place of the old ones. */
export const useRenewCodes = () => useMutation({
  mutationFn: (proof: Proof) => request(RecoveryCodes, 'POST', '/auth/second-factor/recovery-codes', proof), meta: { ownError: true }, gcTime: 0, onSuccess: useChanged(),
});

/** From then on the password alone signs me in. */
export const useRemoveSecondFactor = () => useMutation({
  mutationFn: (proof: Proof) => request(Done, 'POST', '/auth/second-factor/removal', proof), meta: { ownError: true }, onSuccess: useChanged(),
});

/** Takes another person's lost second factor away. */
export function useResetSecondFactor(personId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request(Done, 'DELETE', `/accounts/${personId}/second-factor`),
    onSettled: () => client.invalidateQueries({ queryKey: accountQuery(personId).queryKey }),
  });
}
