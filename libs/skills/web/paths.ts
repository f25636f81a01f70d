import { withQuery } from '@zhixing/platform/web';
import { skillsPages } from '@zhixing/skills/contract';

/** A skill in the framework, as a version told it. */
export const frameworkPath = (skillId: string, version?: number): string => withQuery(skillsPages.framework.path, { skill: skillId, version });

/** A role profile. */
export const profilePath = (id: string): string => `${skillsPages.profiles.path}/${id}`;

/** The forms of role profiles. */
export const ADD_PROFILE_PATH = '/administration/role-profiles/new';
export const editProfilePath = (id: string): string => `/administration/role-profiles/${id}`;

/** The form of a skill that the framework does not have. */
export const ADD_PATH = `${skillsPages.administration.path}/new`;

/** The form of a skill's draft. */
export const editPath = (skillId: string): string => `${skillsPages.administration.path}/${skillId}`;
