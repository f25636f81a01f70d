import { withQuery } from '@zhixing/platform/web';
import { skillsPages } from '@zhixing/skills/contract';

/** A skill in the framework, as a version told it. */
export const frameworkPath = (skillId: string, version?: number): string => withQuery(skillsPages.framework.path, { skill: skillId, version });

/** A role profile. */
export const profilePath = (id: string): string => `${skillsPages.profiles.path}/${id}`;

/** The form of a skill that the framework does not have. */
export const ADD_PATH = `${skillsPages.administration.path}/new`;

/** The form of a skill's draft. */
export const editPath = (skillId: string): string => `${skillsPages.administration.path}/${skillId}`;
