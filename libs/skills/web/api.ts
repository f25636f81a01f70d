import {
  type AddProfile, type AddSkill, type AssessSkill, type EditProfile, type EditSkill, EvidenceList, Framework, FrameworkDraft, PersonSkills, PublishedFramework, RoleProfileList, RoleProfileView, SkillView,
} from '@zhixing/skills/contract';
import { Done } from '@zhixing/platform/contract';
import { request, withQuery } from '@zhixing/platform/web';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

/** The framework as a version told it; the current one without a number. */
export const skillsQuery = (version?: number) => queryOptions({
  queryKey: ['skills', 'framework', version ?? null],
  queryFn: ({ signal }) => request(Framework, 'GET', withQuery('/skills', { version }), undefined, { signal }),
});

/** A skill with its anchors. */
export const skillQuery = (id: string, version?: number) => queryOptions({
  queryKey: ['skills', 'framework', version ?? null, id],
  queryFn: ({ signal }) => request(SkillView, 'GET', withQuery(`/skills/${id}`, { version }), undefined, { signal }),
});

export const profilesQuery = queryOptions({
  queryKey: ['skills', 'profiles'],
  queryFn: ({ signal }) => request(RoleProfileList, 'GET', '/role-profiles', undefined, { signal }),
});

export const profileQuery = (id: string) => queryOptions({
  queryKey: ['skills', 'profiles', id],
  queryFn: ({ signal }) => request(RoleProfileView, 'GET', `/role-profiles/${id}`, undefined, { signal }),
});

/** A person's state at every skill, with the way to their target; `me` = one's own. */
export const personSkillsQuery = (personId: string) => queryOptions({
  queryKey: ['skills', 'person', personId],
  queryFn: ({ signal }) => request(PersonSkills, 'GET', `/people/${personId}/skills`, undefined, { signal }),
});

/** A person's evidence, newest first. */
export const evidenceQuery = (personId: string) => infiniteQueryOptions({
  queryKey: ['skills', 'person', personId, 'evidence'],
  queryFn: ({ pageParam, signal }) => request(EvidenceList, 'GET', withQuery(`/people/${personId}/evidence`, { limit: 10, cursor: pageParam }), undefined, { signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last) => last.nextCursor ?? undefined,
});

/** What waits to be published as the next version of the framework. */
export const draftQuery = queryOptions({
  queryKey: ['skills', 'draft'],
  queryFn: ({ signal }) => request(FrameworkDraft, 'GET', '/skills/draft', undefined, { signal }),
});

/** Aims at a profile; null = at none. */
export function useChooseTarget() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (profileId: string | null) => request(Done, 'PUT', '/skills/target', { profileId }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['skills', 'person'] }),
  });
}

/** Adds a role profile. */
export function useAddProfile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (profile: AddProfile) => request(RoleProfileView, 'POST', '/role-profiles', profile),
    meta: { ownError: true },
    onSuccess: () => client.invalidateQueries({ queryKey: ['skills', 'profiles'] }),
  });
}

/** Edits a role profile; fails with 412 when somebody changed it since `revision` was read. */
export function useEditProfile(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ changes, revision }: { changes: EditProfile; revision: number }) => request(RoleProfileView, 'PATCH', `/role-profiles/${id}`, changes, { revision }),
    meta: { ownError: true },
    onSuccess: () => Promise.all(['profiles', 'person'].map((part) => client.invalidateQueries({ queryKey: ['skills', part], refetchType: 'none' }))),
  });
}

/** Assesses oneself; `key` makes a repeat harmless. */
export function useAssess() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...body }: AssessSkill & { key: string }) => request(Done, 'POST', '/evidence', body, { idempotencyKey: key }),
    meta: { ownError: true },
    onSuccess: () => client.invalidateQueries({ queryKey: ['skills', 'person'] }),
  });
}

/** Drafts a skill that the framework does not have. */
export function useAddSkill() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (skill: AddSkill) => request(FrameworkDraft, 'POST', '/skills', skill),
    meta: { ownError: true },
    onSuccess: (draft) => client.setQueryData(draftQuery.queryKey, draft),
  });
}

/** Stores a skill's draft; fails with 412 when somebody changed it since `revision` was read (0 = there was none). */
export function useEditSkill(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ skill, revision }: { skill: EditSkill; revision: number }) => request(FrameworkDraft, 'PUT', `/skills/${id}/draft`, skill, { revision }),
    meta: { ownError: true },
    onSuccess: (draft) => client.setQueryData(draftQuery.queryKey, draft),
  });
}

/** Throws a skill's draft away. Read again when next wanted, and not before: the page it was on is being left. */
export function useDiscardSkill() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request(FrameworkDraft, 'DELETE', `/skills/${id}/draft`),
    onSuccess: () => client.invalidateQueries({ queryKey: draftQuery.queryKey, refetchType: 'none' }),
  });
}

/** Makes all drafts the next version. */
export function usePublishFramework() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, note }: { version: number; note: string }) => request(PublishedFramework, 'POST', `/skills/versions/${version}/publish`, { note }),
    meta: { ownError: true },
    onSuccess: () => client.invalidateQueries({ queryKey: ['skills'] }),
  });
}
