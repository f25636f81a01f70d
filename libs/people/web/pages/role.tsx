import { type GrantView, Role } from '@zhixing/people/contract';
import { EmptyState, formatDay, LoadMore, PageHeader, Panel, QueryView, TabLinks, useSearchParameters } from '@zhixing/platform/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import { z } from 'zod';
import { grantsQuery } from '../roles/api.ts';
import { EndDialog } from '../roles/end-dialog.tsx';
import { GrantDialog } from '../roles/grant-dialog.tsx';
import { ROLES_PATH } from '../roles/paths.ts';
import { PersonName, RolePersonLine } from '../roles/role-person.tsx';
import styles from '../roles/rows.module.css';

const STATES = ['standing', 'ended'] as const;
const Address = z.object({ state: z.enum(STATES).default('standing') });

/** Who holds a role: since when, given by whom, for which part of the bank, until when. */
export default function RolePage() {
  const role = Role.safeParse(useParams().role);
  return role.success ? <Grants key={role.data} role={role.data} /> : <Navigate to={ROLES_PATH} replace />;
}

function Grants({ role }: { role: Role }) {
  const { t } = useTranslation('people');
  const [{ state }] = useSearchParameters(Address);
  const query = useInfiniteQuery(grantsQuery(role, state));
  const [granting, setGranting] = useState(false);
  const [ending, setEnding] = useState<GrantView>();
  const mayGrant = query.data?.pages[0]?.can.grant;
  return (
    <>
      <PageHeader
        title={t(`roles.role.${role}`)} context={t(`roles.purpose.${role}`)} back={{ to: ROLES_PATH, label: t('roles.title') }}
        action={mayGrant && <Button type="primary" onClick={() => setGranting(true)}>{t('roles.grant')}</Button>}
      >
        <TabLinks label={t('roles.grants')} parameter="state" current={state} tabs={STATES.map((key) => ({ key, label: t(`roles.grantState.${key}`) }))} />
      </PageHeader>
      <Panel title={t('roles.grants')} hideTitle flush className={styles.panel}>
        <QueryView query={query} empty={(data) => data.pages[0]?.items.length === 0 && <EmptyState drawing="team" title={t(`roles.nobody.${state}`)} />}>
          {(data) => {
            const rows = data.pages.flatMap((page) => page.items);
            return (
              <>
                <ul>{rows.map((grant) => <Row key={grant.id} grant={grant} onEnd={state === 'standing' && mayGrant ? () => setEnding(grant) : undefined} />)}</ul>
                {(query.hasNextPage || data.pages.length > 1) && <LoadMore query={query} shown={rows.length} />}
              </>
            );
          }}
        </QueryView>
      </Panel>
      <GrantDialog role={role} open={granting} onClose={() => setGranting(false)} />
      <EndDialog grant={ending} onClose={() => setEnding(undefined)} />
    </>
  );
}

function Row({ grant, onEnd }: { grant: GrantView; onEnd?: () => void }) {
  const { t } = useTranslation('people');
  return (
    <li className={styles.row}>
      <div className={styles.who}><RolePersonLine person={grant.person} /></div>
      <div className={styles.what}>
        <p className={styles.line}>{grant.scope ? <span lang="zh-CN">{grant.scope.name}</span> : t('roles.wholeBank')}{grant.scope && t('roles.andBelow')}</p>
        <p className={styles.small}>
          {t('roles.sinceBy', { day: formatDay(grant.since) })}<PersonName person={grant.grantedBy} nobody={t('roles.atSetUp')} />
          {grant.approvedBy && <> · {t('roles.approvedBy')}<PersonName person={grant.approvedBy} nobody="" /></>}
          {grant.until && <> · {t(onEnd ? 'roles.untilDay' : 'roles.endedOn', { day: formatDay(grant.until) })}</>}
          {grant.endedBy && <> · {t('roles.endedBy')}<PersonName person={grant.endedBy} nobody="" /></>}
        </p>
      </div>
      <div className={styles.actions}>{onEnd && <Button aria-label={t('roles.endThis', { name: grant.person.displayName, number: grant.person.staffNumber })} onClick={onEnd}>{t('roles.end')}</Button>}</div>
    </li>
  );
}
