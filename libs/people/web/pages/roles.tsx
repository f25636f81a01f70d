import { PageHeader, QueryView, SkeletonCards, TabLinks, useSearchParameters } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { rolesQuery } from '../roles/api.ts';
import { Requests } from '../roles/request-list.tsx';
import { Reviews } from '../roles/review-list.tsx';
import { Roles } from '../roles/role-list.tsx';

const TABS = ['roles', 'requests', 'reviews'] as const;
const Tab = z.object({ tab: z.enum(TABS).default('roles') });

/** Roles and what they permit, requests for administrator roles, quarterly reviews. */
export default function RolesPage() {
  const { t } = useTranslation('people');
  const [{ tab }] = useSearchParameters(Tab);
  const query = useQuery(rolesQuery);
  const waiting = query.data?.waiting;
  const tabs = TABS.map((key) => ({ key, label: t(`roles.tab.${key}`), count: key === 'requests' && waiting ? waiting : undefined }));
  return (
    <>
      <PageHeader title={t('roles.title')} context={t('roles.context')}><TabLinks label={t('roles.tabs')} parameter="tab" current={tab} tabs={tabs} /></PageHeader>
      {tab === 'roles' && <QueryView query={query} loading={<SkeletonCards count={6} />}>{({ items }) => <Roles roles={items} />}</QueryView>}
      {tab === 'requests' && <Requests />}
      {tab === 'reviews' && <Reviews />}
    </>
  );
}
