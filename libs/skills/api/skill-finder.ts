import { Injectable } from '@nestjs/common';
import { type Actor, Database, type Finder, plainWords, romanise, type SearchSource } from '@zhixing/platform/api';
import type { SearchHit } from '@zhixing/platform/contract';
import { SKILLS } from './framework.queries.ts';
import type { SkillSqlRow } from './framework.view.ts';

/** Finds skills by name in both languages, pinyin and initials, then by description. The framework has a few dozen, so they are looked through one by one. */
@Injectable()
export class SkillFinder implements Finder {
  constructor(private readonly database: Database) {}

  async find(actor: Actor, words: string, limit: number): Promise<SearchHit[]> {
    const skills = await this.database.rows<SkillSqlRow>(SKILLS, [null]);
    const holds = (...texts: string[]) => texts.some((text) => plainWords(text).includes(words));
    const named = skills.filter(({ id, name }) => {
      const { pinyin, initials } = romanise(name.zh);
      return holds(id, name.zh, name.en, pinyin, initials);
    });
    const described = skills.filter((skill) => !named.includes(skill) && holds(skill.description.zh, skill.description.en));
    const language = actor.language === 'en' ? 'en' : 'zh';
    return [...named, ...described].slice(0, limit).map(({ id, name, description }) => ({ id, title: name[language], context: description[language], path: `/skills/framework?skill=${id}` }));
  }
}

export const skillSource: SearchSource = { kind: 'skills', title: { zh: '技能', en: 'Skills' }, permission: 'skill:read', by: SkillFinder };
