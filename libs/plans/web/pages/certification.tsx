import EditOutlined from '@ant-design/icons/EditOutlined';
import { type CertificationView, CycleState, type Holder, plansPages } from '@zhixing/plans/contract';
import { EmptyState, ExportButton, formatDay, LoadMore, localized, PageHeader, Panel, PersonLine, QueryView, SearchField, SelectField, Skeleton, toast, useSearchParameters } from '@zhixing/platform/web';
import { frameworkPath } from '@zhixing/skills/web';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLinkClickHandler, useParams } from 'react-router';
import { z } from 'zod';
import list from '../assignments/assignments-table.module.css';
import { certificationQuery, holdersQuery, useRetireCertification, useRevokeCycle } from '../certifications/api.ts';
import styles from '../certifications/certifications.module.css';
import { CycleStateTag, periodOf, untilOf } from '../certifications/words.tsx';
import { FormDialog } from '../components/form-dialog.tsx';
import { ReasonDialog } from '../components/reason-dialog.tsx';
import { editCertificationPath } from '../paths.ts';

const Address = z.object({ q: z.string().trim().max(60).default(''), state: CycleState.optional() });

/** One certification: what it rests on, who must hold it, and who does. */
export default function CertificationPage() {
  const { t } = useTranslation('plans');
  const { id = '' } = useParams();
  const query = useQuery(certificationQuery(id));
  const view = query.data;
  return (
    <>
      <PageHeader
        title={view?.title ?? t('certification.title')} {...(view && { titleLanguage: 'zh-CN' as const })} back={{ to: plansPages.certificationAdministration.path, label: t('certification.all') }}
        context={view && <>{t(`certification.kind.${view.kind}`)} · {periodOf(view.months)}{view.retired && <> · {t('certification.retired')}</>}</>} action={view?.can.edit && <Actions view={view} />}
      />
      <QueryView query={query} loading={<Panel title={t('certification.title')} hideTitle><Skeleton lines={8} /></Panel>}>
        {(shown) => <div className={styles.stack}><Facts view={shown} /><Holders view={shown} /></div>}
      </QueryView>
    </>
  );
}

function Actions({ view }: { view: CertificationView }) {
  const { t } = useTranslation('plans');
  const to = editCertificationPath(view.id);
  const edit = useLinkClickHandler<HTMLElement>(to);
  const retire = useRetireCertification(view.id);
  const [asking, setAsking] = useState(false);
  return (
    <div className={styles.actions}>
      <Button aria-haspopup="dialog" onClick={() => setAsking(true)}>{t('certification.retire')}</Button>
      <Button type="primary" icon={<EditOutlined aria-hidden />} href={to} onClick={edit}>{t('certification.edit')}</Button>
      {asking && (
        <FormDialog title={t('certification.retireTitle', { title: view.title })} send={t('certification.retire')} danger pending={retire.isPending} error={retire.error} onSend={() => retire.mutate(undefined, { onSuccess: () => { toast.success(t('certification.isRetired')); setAsking(false); } })} onClose={() => setAsking(false)}>
          <p>{t('certification.retireWhat')}</p>
        </FormDialog>
      )}
    </div>
  );
}

function Facts({ view }: { view: CertificationView }) {
  const { t } = useTranslation('plans');
  return (
    <Panel title={t('certification.facts')}>
      <div className={styles.stack}>
        {view.description && <p lang="zh-CN">{view.description}</p>}
        <p>{view.course ? <>{t('certification.byCourse')} <Link to={`/courses/${view.course.id}`} lang="zh-CN">{view.course.title}</Link></> : <>{t('certification.byDocument')} <span lang="zh-CN">{view.issuer}</span></>}{view.months !== null && <> · {t('certification.windowDays', { count: view.windowDays })}</>}</p>
        <p className={styles.small}>{t(view.requiredOf.length > 0 ? 'certification.requiredOf' : 'certification.requiredOfNone')}</p>
        {view.requiredOf.length > 0 && <ul className={styles.positions}>{view.requiredOf.map((one) => <li key={one.id} lang="zh-CN">{one.name}</li>)}</ul>}
        <p className={styles.small}>{t(view.skills.length > 0 ? 'certification.evidenceOf' : 'certification.evidenceOfNone')}</p>
        {view.skills.length > 0 && <ul className={styles.positions}>{view.skills.map((one) => <li key={one.skill}><Link to={frameworkPath(one.skill)}>{localized(one.name)}</Link> · {t('paths.edit.levelOf', { level: one.level })}</li>)}</ul>}
      </div>
    </Panel>
  );
}

function Holders({ view }: { view: CertificationView }) {
  const { t } = useTranslation('plans');
  const [{ q, state }, change] = useSearchParameters(Address);
  const query = useInfiniteQuery(holdersQuery(view.id, { state: state ? [state] : [], ...(q && { q }) }));
  const [revoking, setRevoking] = useState<Holder>();
  const revoke = useRevokeCycle();
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel title={t('certification.holders')} extra={<ExportButton personal kind="certification-holders" parameters={{ certificationId: view.id }} label={t('certification.export')} />} flush>
      <div className={styles.inset}>
        <div className={list.filters} style={{ marginBottom: 0 }}>
          <div className={list.search}><SearchField value={q} label={t('certification.search')} placeholder={t('certification.search')} onSearch={(next) => change({ q: next || undefined })} /></div>
          <SelectField label={t('column.state')} value={state ?? ''} options={[{ value: '', label: t('list.any') }, ...CycleState.options.map((one) => ({ value: one, label: t(`certification.state.${one}`) }))]} onChange={(next) => change({ state: next || undefined })} />
        </div>
      </div>
      <QueryView query={query} loading={<div className={styles.inset}><Skeleton lines={5} /></div>} empty={() => rows.length === 0 && <EmptyState drawing={q || state ? 'search' : 'team'} title={t(q || state ? 'certification.noneFound' : 'certification.noHolders')} />}>
        {() => (
          <>
            <ul className={styles.rows}>
              {rows.map((one) => (
                <li key={one.cycleId} className={styles.row}>
                  <PersonLine person={one.person} showNumber />
                  <div className={styles.words}>
                    <p>{t('certification.dates', { from: formatDay(one.validFrom), until: untilOf(one.validUntil) })}</p>
                    <p className={styles.small}>{t('certification.cycleNumber', { number: one.number })}{one.reference && <> · <span lang="en">{one.reference}</span></>}{one.gapDays > 0 && <> · {t('certification.gap', { count: one.gapDays })}</>}</p>
                  </div>
                  <div className={styles.actions}><CycleStateTag state={one.state} plain />{one.state !== 'expired' && <Button danger aria-haspopup="dialog" onClick={() => setRevoking(one)}>{t('certification.revoke')}<span className="zx-only-read" lang="zh-CN"> {one.person.displayName}</span></Button>}</div>
                </li>
              ))}
            </ul>
            <div className={styles.inset}><LoadMore query={query} shown={rows.length} /></div>
          </>
        )}
      </QueryView>
      {revoking && (
        <ReasonDialog
          title={t('certification.revokeTitle', { name: revoking.person.displayName })} label={t('certification.revokeReason')} hint={t('certification.revokeHint')} send={t('certification.revoke')} danger pending={revoke.isPending} error={revoke.error}
          onSend={(reason) => revoke.mutate({ cycleId: revoking.cycleId, reason }, { onSuccess: () => { toast.success(t('certification.isRevoked')); setRevoking(undefined); } })} onClose={() => setRevoking(undefined)}
        />
      )}
    </Panel>
  );
}
