import { localized } from '@zhixing/platform/web';
import { skillsQuery } from '@zhixing/skills/web';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FilterName } from './filter.ts';

/** What the values of filters are called; skills by the framework, in whose order `skills` holds their ids. */
export function useFilterWords(): { skills: string[]; word: (name: FilterName, value: string | number) => string } {
  const { t } = useTranslation('courses');
  const skills = useQuery(skillsQuery()).data?.items ?? [];
  const names = new Map(skills.map(({ id, name }) => [id, localized(name)]));
  return { skills: [...names.keys()], word: (name, value) => (name === 'skill' ? (names.get(String(value)) ?? '…') : t(`${name}.${value}`)) };
}
