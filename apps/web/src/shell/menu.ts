import { useMe } from '@zhixing/access/web';
import type { NavigationItem } from '@zhixing/platform/web';
import { rooms } from '../rooms.ts';

const GROUPS = ['learning', 'team', 'administration', 'system'] as const;
const ORDER = [...GROUPS, 'person'];
const everything = rooms.flatMap((room) => room.navigation).sort((one, two) => ORDER.indexOf(one.group) - ORDER.indexOf(two.group) || one.order - two.order);

/** What this person's menu holds: groups with entries for the left side, tabs for the foot of a phone, `personal` entries for the menu under their name. */
export function useMenu() {
  const { permissions } = useMe();
  const allowed = everything.filter((item) => permissions.includes(item.permission));
  const groups = GROUPS.map((name) => ({ name, items: allowed.filter((item) => item.group === name) })).filter((group) => group.items.length > 0);
  const personal = allowed.filter((item) => item.group === 'person');
  return { groups, personal, tabs: allowed.filter((item) => item.phone), beyondTabs: groups.some((group) => group.items.some((item) => !item.phone)) };
}

/** The entry a path belongs to: the longest one that contains it, so that `/courses` is not lit on `/courses-admin`. */
export function entryOf(path: string, items: NavigationItem[]): NavigationItem | undefined {
  return items
    .filter((item) => (item.path === '/' ? path === '/' : path === item.path || path.startsWith(`${item.path}/`)))
    .sort((one, two) => two.path.length - one.path.length)[0];
}
