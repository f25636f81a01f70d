import type { CourseSkill } from '@zhixing/courses/contract';
import type { EvidenceOffer } from '@zhixing/skills/api';

/** SQL: the skills of course `c` with their levels, in the author's order, as a CourseSkill[]. */
export const COURSE_SKILLS = `(select coalesce(json_agg(json_build_object('skill', k.skill_id, 'level', k.level) order by k.place), '[]') from courses.course_skill k where k.course_id = c.id)`;

/** A finished registration with what its course leads to; `on` = the day, today when absent. */
export interface FinishedCourse {
  id: string;
  person_id: string;
  course_id: string;
  title: string;
  skills: CourseSkill[];
  on?: string;
}

/** What finishing a course is evidence of, at the levels it is mapped to at that moment. */
export const courseEvidence = ({ id, person_id, course_id, title, skills, on }: FinishedCourse): EvidenceOffer[] =>
  skills.map(({ skill, level }) => ({ personId: person_id, skillId: skill, level, source: { kind: 'course', id }, artefact: { title, link: `/courses/${course_id}` }, ...(on && { on }) }));
