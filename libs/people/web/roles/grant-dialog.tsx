import { CreateGrant, type DepartmentNode, needsApproval, type Role, SCOPED_ROLES } from '@zhixing/people/contract';
import { control, Field, holdEnterWhileComposing, Notice, Refusal, Select, Sheet, toast } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { candidatesQuery, departmentsQuery, useGrant } from './api.ts';
import { type Choice, ChoiceList } from './choice-list.tsx';
import styles from './dialog.module.css';

/** Gives a role to a person, for a part of the bank where the role has one; an administrator role is asked for here and approved by somebody else. */
export function GrantDialog({ role, open, onClose }: { role: Role; open: boolean; onClose: () => void }) {
  const { t } = useTranslation('people');
  return (
    <Sheet open={open} side="middle" title={t('roles.grantTitle', { role: t(`roles.role.${role}`) })} onClose={onClose}>
      <GrantForm role={role} onClose={onClose} />
    </Sheet>
  );
}

/** The people the words find. */
function useCandidates(q: string): Choice[] | undefined {
  const { t } = useTranslation('people');
  return useQuery(candidatesQuery(q)).data?.items.map((person) => ({
    id: person.id, name: `${person.displayName} ${person.staffNumber}`, context: t('roles.place', { position: person.position ?? '', department: person.department?.name ?? '' }),
  }));
}

/** At most so many departments are offered. */
const OFFERED = 8;

/** The departments whose names hold the words, each with what is above it. */
function useDepartments(q: string): Choice[] | undefined {
  const { data } = useQuery(departmentsQuery);
  if (!data || !q) return undefined;
  const byId = new Map(data.items.map((node) => [node.id, node]));
  const above = (node: DepartmentNode | undefined): string[] => (node ? [...above(byId.get(node.parentId ?? '')), node.name] : []);
  return data.items.filter((node) => node.name.includes(q)).slice(0, OFFERED).map((node) => ({ id: node.id, name: node.name, context: above(byId.get(node.parentId ?? '')).join(' / ') }));
}

function GrantForm({ role, onClose }: { role: Role; onClose: () => void }) {
  const { t } = useTranslation('people');
  const grant = useGrant(role);
  const [person, setPerson] = useState<Choice>();
  const [scoped, setScoped] = useState(false);
  const [department, setDepartment] = useState<Choice>();
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<string[]>([]);
  const asks = needsApproval(role);
  const wrong = (field: string) => (missing.includes(field) ? t(`roles.missing.${field}`) : undefined);

  const send = (event: FormEvent) => {
    event.preventDefault();
    const body = CreateGrant.safeParse({ personId: person?.id, scopeDepartmentId: scoped ? department?.id : undefined, until: until || undefined, reason });
    const fields = [...(body.error?.issues.map((issue) => String(issue.path[0])) ?? []), ...(scoped && !department ? ['scopeDepartmentId'] : [])];
    setMissing(fields);
    if (!body.success || fields.length > 0) return;
    grant.mutate(body.data, {
      onSuccess: ({ state }) => {
        toast.success(t(`roles.created.${state}`));
        onClose();
      },
    });
  };
  return (
    <form className={styles.form} noValidate onSubmit={send} onKeyDownCapture={holdEnterWhileComposing}>
      {asks && <Notice look="info" title={t('roles.secondNeeded')} />}
      <ChoiceList name="grant-person" legend={t('roles.person')} placeholder={t('roles.personHint')} nothing={t('roles.nobodyFound')} error={wrong('personId')} chosen={person} onChoose={setPerson} useChoices={useCandidates} />
      {(SCOPED_ROLES as readonly Role[]).includes(role) && (
        <Field id="grant-scope" label={t('roles.scope')} hint={t('roles.scopeHint')}>
          <Select {...control('grant-scope', undefined, true)} value={scoped ? 'department' : 'bank'} onChange={(event) => setScoped(event.target.value === 'department')}>
            <option value="bank">{t('roles.wholeBank')}</option>
            <option value="department">{t('roles.oneDepartment')}</option>
          </Select>
        </Field>
      )}
      {scoped && <ChoiceList name="grant-department" legend={t('roles.department')} placeholder={t('roles.departmentHint')} nothing={t('roles.noDepartment')} error={wrong('scopeDepartmentId')} chosen={department} onChoose={setDepartment} useChoices={useDepartments} />}
      <Field id="grant-until" label={t('roles.until')} hint={t('roles.untilHint')} error={wrong('until')}>
        <input {...control('grant-until', wrong('until'), true)} type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
      </Field>
      <Field id="grant-reason" label={t('roles.reason')} error={wrong('reason')}>
        <textarea {...control('grant-reason', wrong('reason'))} rows={2} maxLength={300} lang="zh-CN" value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      {grant.isError && <Refusal error={grant.error} />}
      <div className={styles.buttons}>
        <Button size="large" onClick={onClose}>{t('roles.cancel')}</Button>
        <Button size="large" type="primary" htmlType="submit" loading={grant.isPending}>{t(asks ? 'roles.ask' : 'roles.grant')}</Button>
      </div>
    </form>
  );
}
