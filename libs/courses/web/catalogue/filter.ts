import { CourseKind, Domain, Duration, LearningState, Level } from '@zhixing/courses/contract';
import { listOf } from '@zhixing/platform/contract';
import { SkillId } from '@zhixing/skills/contract';
import { z } from 'zod';

const SORTS = ['newest', 'title', 'minutes'] as const;
const VIEWS = ['grid', 'list'] as const;

/** What stands in the catalogue's address. */
export const CatalogueAddress = z.object({
  q: z.string().trim().max(100).default(''),
  domain: listOf(Domain),
  level: listOf(Level),
  kind: listOf(CourseKind),
  duration: listOf(Duration),
  state: listOf(LearningState),
  skill: listOf(SkillId),
  sort: z.enum(SORTS).default('newest'),
  view: z.enum(VIEWS).default('grid'),
});
export type CatalogueAddress = z.infer<typeof CatalogueAddress>;

/** The filters beside the search, in their order, with their values; skills are those that courses lead to. */
export const FILTERS = [
  { name: 'domain', values: Domain.options },
  { name: 'skill', values: null },
  { name: 'level', values: [1, 2, 3] },
  { name: 'duration', values: Duration.options },
  { name: 'kind', values: CourseKind.options },
  { name: 'state', values: LearningState.options },
] as const;
export type FilterName = (typeof FILTERS)[number]['name'];

/** How the catalogue may be sorted; the first needs no word in the address. */
export const SORT_ORDERS = SORTS;

/** An address without any filter. */
export const NO_FILTER = { q: undefined, domain: [], level: [], kind: [], duration: [], state: [], skill: [] };

/** The filters that are set, one entry for each value. */
export function activeFilters(address: CatalogueAddress): { name: FilterName; value: string | number }[] {
  return FILTERS.flatMap(({ name }) => (address[name] as (string | number)[]).map((value) => ({ name, value })));
}

/** The filter's values with one added or taken away. */
export function toggled(address: CatalogueAddress, name: FilterName, value: string | number): Partial<CatalogueAddress> {
  const values = address[name] as (string | number)[];
  return { [name]: values.includes(value) ? values.filter((one) => one !== value) : [...values, value] };
}
