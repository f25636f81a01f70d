import { Injectable } from '@nestjs/common';
import { type Actor, Database, type Finder, type SearchSource, statement } from '@zhixing/platform/api';
import type { SearchHit } from '@zhixing/platform/contract';
import { visible } from './visibility.ts';

const plain = (text: string): string => String.raw`regexp_replace(${text}, '\s+', '', 'g')`;

/** Courses that a person of departments $1 sees and whose text holds the plain words $2, spaces aside, at most $3: those with the words in the title first, the newest first. */
const FIND_COURSES = statement(
  'courses.find',
  `select c.id, c.title, c.summary
     from courses.course c
    where ${visible('$1')} and platform.zh_bigrams(c.search_text) @> platform.zh_bigrams($2) and strpos(${plain('c.search_text')}, $2) > 0
    order by strpos(${plain('lower(c.title)')}, $2) > 0 desc, c.published_at desc, c.id
    limit $3`,
);

/** Finds courses by title, summary, and by pinyin and initials of the title. */
@Injectable()
export class CourseFinder implements Finder {
  constructor(private readonly database: Database) {}

  async find(actor: Actor, words: string, limit: number): Promise<SearchHit[]> {
    const rows = await this.database.rows<{ id: string; title: string; summary: string }>(FIND_COURSES, [actor.departmentIds, words, limit]);
    return rows.map(({ id, title, summary }) => ({ id, title, context: summary, path: `/courses/${id}` }));
  }
}

export const courseSource: SearchSource = { kind: 'courses', title: { zh: '课程', en: 'Courses' }, permission: 'course:read', by: CourseFinder };
