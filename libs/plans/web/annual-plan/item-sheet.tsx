import type { PlanItem, PlanView } from '@zhixing/plans/contract';
import { formatDay, formatNumber, Refusal, Sheet, toast } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ReasonDialog } from '../components/reason-dialog.tsx';
import { assignmentPath, classPath } from '../paths.ts';
import { useCancelItem, useEditItem, useRecordOutcome, useUnlink } from './api.ts';
import styles from './annual-plan.module.css';
import { ItemDialog } from './item-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { OutcomeDialog } from './outcome-dialog.tsx';
import { hours, ItemStatusTag, money } from './words.tsx';

type Dialog = 'edit' | 'cancel' | 'restore' | 'link' | 'outcome';

/** One item: what is planned, what fulfils it, what became of it, and what can be done. Dialogs take the place of the sheet. */
export function ItemSheet({ plan, item, onClose }: { plan: PlanView; item: PlanItem; onClose: () => void }) {
  const { t } = useTranslation('plans');
  const [dialog, setDialog] = useState<Dialog>();
  const back = () => setDialog(undefined);
  const edit = useEditItem(plan.id);
  const cancel = useCancelItem(plan.id);
  const approved = plan.state === 'approved';
  const turn = (cancelled: boolean, reason?: string) => cancel.mutate({ itemId: item.id, cancelled, ...(reason && { reason }) }, {
    onSuccess: () => {
      // what a reason is asked for has no way back but another reason
      if (cancelled && !approved) toast.undo(t('annual.removed', { title: item.title }), () => cancel.mutate({ itemId: item.id, cancelled: false }));
      else toast.success(t(cancelled ? 'annual.removed' : 'annual.restored', { title: item.title }));
      onClose();
    },
    onError: (error) => approved || toast.error(error.message),
  });
  if (dialog === 'edit') {
    return (
      <ItemDialog
        from={item} title={t('annual.editItem')} send={t('annual.save')} approved={approved} pending={edit.isPending} error={edit.error}
        onSend={(body) => edit.mutate({ itemId: item.id, revision: item.revision, body }, { onSuccess: () => { toast.success(t('annual.saved')); back(); } })} onClose={back}
      />
    );
  }
  if (dialog === 'link') return <LinkDialog plan={plan} item={item} onClose={back} />;
  if (dialog === 'outcome') return <OutcomeDialog plan={plan} item={item} onClose={back} />;
  if (dialog === 'cancel' || dialog === 'restore') {
    const off = dialog === 'cancel';
    return <ReasonDialog danger={off} title={t(off ? 'annual.removeTitle' : 'annual.restore')} label={t('annual.reason')} hint={t('annual.reasonHint')} send={t(off ? 'annual.remove' : 'annual.restore')} pending={cancel.isPending} error={cancel.error} onSend={(reason) => turn(off, reason)} onClose={back} />;
  }
  const live = item.status !== 'cancelled';
  return (
    <Sheet
      open side="middle" title={item.title} onClose={onClose}
      footer={plan.can.edit && (live
        ? <><Button danger size="large" loading={cancel.isPending} onClick={() => (approved ? setDialog('cancel') : turn(true))}>{t('annual.remove')}</Button><Button size="large" type="primary" onClick={() => setDialog('edit')}>{t('annual.editItem')}</Button></>
        : <Button size="large" loading={cancel.isPending} onClick={() => (approved ? setDialog('restore') : turn(false))}>{t('annual.restore')}</Button>)}
    >
      <p className={styles.line}><ItemStatusTag status={item.status} late={item.late} /><span className={styles.small}>{t(`annual.kind.${item.kind}`)} · {t('annual.month', { month: item.month })}</span></p>
      <Facts plan={plan} item={item} />
      <Links plan={plan} item={item} onLink={() => setDialog('link')} />
      {item.links.length === 0 && approved && live && <OutcomePart plan={plan} item={item} onRecord={() => setDialog('outcome')} />}
    </Sheet>
  );
}

function Facts({ plan, item }: { plan: PlanView; item: PlanItem }) {
  const { t } = useTranslation(['plans', 'courses']);
  const both = (planned: string, actual: string) => `${t('plans:annual.plannedOf', { value: planned })} · ${t('plans:annual.actualOf', { value: actual })}`;
  return (
    <dl className={`${styles.facts} ${styles.section}`}>
      <dt>{t('plans:annual.department')}</dt><dd lang="zh-CN">{(item.department ?? plan.department).name}</dd>
      {item.audience && <><dt>{t('plans:annual.field.audience')}</dt><dd lang="zh-CN">{item.audience}</dd></>}
      <dt>{t('plans:annual.field.domain')}</dt><dd>{t(`courses:domain.${item.domain}`)}</dd>
      <dt>{t('plans:annual.field.owner')}</dt><dd lang="zh-CN">{item.owner.displayName}</dd>
      <dt>{t('plans:annual.people')}</dt><dd>{both(formatNumber(item.people), formatNumber(item.actual.people))}</dd>
      <dt>{t('plans:annual.hours')}</dt><dd>{both(formatNumber(item.people * item.hours), hours(item.actual.minutes))}</dd>
      <dt>{t('plans:annual.budget')}</dt><dd className={item.actual.cost > item.budget ? styles.over : ''}>{both(money(item.budget), money(item.actual.cost))}</dd>
      {item.need && <><dt>{t('plans:annual.tab.needs')}</dt><dd lang="zh-CN">{t('plans:annual.fromNeed', { department: item.need.department.name })} · {item.need.by.displayName}</dd></>}
    </dl>
  );
}

function Links({ plan, item, onLink }: { plan: PlanView; item: PlanItem; onLink: () => void }) {
  const { t } = useTranslation('plans');
  const unlink = useUnlink(plan.id, item.id);
  const open = plan.can.link && item.status !== 'cancelled';
  return (
    <section className={styles.section} aria-label={t('annual.links')}>
      <div className={styles.between}><h3>{t('annual.links')}</h3>{open && !item.outcome && <Button aria-haspopup="dialog" onClick={onLink}>{t('annual.link')}</Button>}</div>
      {item.links.length === 0 && !item.outcome && <p className={styles.small}>{t('annual.noLinks')} {t('annual.linksWhy')}</p>}
      <ul>
        {item.links.map((link) => (
          <li key={link.id} className={styles.between}>
            <div className={styles.words}>
              <Link to={link.kind === 'class' ? classPath(link.target.id) : assignmentPath(link.target.id)} lang="zh-CN">{link.target.title}</Link>
              <p className={styles.line}><ItemStatusTag status={link.status} late={false} /><span className={styles.small}>{t(`annual.linkOf.${link.kind}`)} · {t('annual.linkReach', { people: formatNumber(link.actual.people), expected: formatNumber(link.expected) })} · {t('annual.hoursOf', { hours: hours(link.actual.minutes) })} · {money(link.actual.cost)}</span></p>
            </div>
            {open && <Button loading={unlink.isPending && unlink.variables === link.id} onClick={() => unlink.mutate(link.id, { onSuccess: () => toast.success(t('annual.unlinked')) })}>{t('annual.unlink')}<span className="zx-only-read" lang="zh-CN"> {link.target.title}</span></Button>}
          </li>
        ))}
      </ul>
      {unlink.error && <Refusal error={unlink.error} />}
    </section>
  );
}

function OutcomePart({ plan, item, onRecord }: { plan: PlanView; item: PlanItem; onRecord: () => void }) {
  const { t } = useTranslation('plans');
  const record = useRecordOutcome(plan.id, item.id);
  return (
    <section className={styles.section} aria-label={t('annual.outcomeTitle')}>
      <div className={styles.between}>
        <p className={styles.small}>{item.outcome ? t('annual.outcomeRecorded', { day: formatDay(item.outcome.on) }) : t('annual.outcomeWhy')}</p>
        {item.outcome
          ? <Button loading={record.isPending} onClick={() => record.mutate(null, { onSuccess: () => toast.success(t('annual.outcomeGone')) })}>{t('annual.outcomeUndo')}</Button>
          : <Button aria-haspopup="dialog" onClick={onRecord}>{t('annual.outcome')}</Button>}
      </div>
      {record.error && <Refusal error={record.error} />}
    </section>
  );
}
