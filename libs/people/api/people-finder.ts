import { Injectable } from '@nestjs/common';
import type { Actor, Finder, SearchSource } from '@zhixing/platform/api';
import type { SearchHit } from '@zhixing/platform/contract';
import { PeopleService } from './people.service.ts';

/** Finds people who work here, for everybody, by name, pinyin, initials, staff number and mail. */
@Injectable()
export class PeopleFinder implements Finder {
  constructor(private readonly people: PeopleService) {}

  async find(actor: Actor, words: string, limit: number): Promise<SearchHit[]> {
    const { items } = await this.people.find(words, { limit });
    const base = actor.permissions.has('people:read') ? '/system/people' : '/people';
    return items.map(({ id, displayName, staffNumber, department, position }) => ({ id, title: displayName, context: `${staffNumber} · ${department.name} · ${position}`, path: `${base}/${id}` }));
  }
}

export const peopleSource: SearchSource = { kind: 'people', title: { zh: '员工', en: 'People' }, permission: 'person:find', by: PeopleFinder };
