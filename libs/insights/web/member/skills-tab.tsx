import { useMe } from '@zhixing/access/web';
import { PersonSkillsPanel } from '@zhixing/skills/web';

/** On a person's page of administration, for those who administer learning there; others may not see skills. */
export default function SkillsTab({ personId }: { personId: string }) {
  const me = useMe();
  return me.permissions.includes('skill:write') || me.person.id === personId ? <PersonSkillsPanel personId={personId} /> : null;
}
