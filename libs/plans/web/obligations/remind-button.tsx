import BellOutlined from '@ant-design/icons/BellOutlined';
import type { OverseenObligation } from '@zhixing/plans/contract';
import { formatMonthDay, toast } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type RemindedOf, type RemindedPeople, useRemind } from './api.ts';

/** Whom a reminder is for, and of what. */
type Remindable = Pick<OverseenObligation, 'id'> & { person: { displayName: string }; target: { title: string } };

/** Reminds the people of these rows and says how it went, with the reason for whoever was reminded lately. With `againOn` that was done already, and the button says from which day on it may be done again. Needs the texts of `plans`. */
export function RemindButton({ of = 'obligations', rows, size, label, againOn, onDone }: { of?: RemindedOf; rows: Remindable[]; size?: 'large' | 'middle'; label?: string; againOn?: string | null; onDone?: () => void }) {
  const { t } = useTranslation('plans');
  const remind = useRemind(of);
  const tell = ({ reminded, refused }: RemindedPeople) => {
    if (reminded > 0) toast.success(t('remind.done', { count: reminded }));
    for (const why of refused) toast.info(why);
    onDone?.();
  };
  const one = rows.length === 1 ? rows[0] : undefined;
  if (againOn) return <Button disabled icon={<BellOutlined aria-hidden />} {...(size && { size })}>{t('remind.again', { day: formatMonthDay(againOn) })}{one && <span className="zx-only-read" lang="zh-CN"> {one.person.displayName} {one.target.title}</span>}</Button>;
  return (
    <Button icon={<BellOutlined aria-hidden />} {...(size && { size })} loading={remind.isPending} onClick={() => remind.mutate(rows.map((row) => row.id), { onSuccess: tell })}>
      {label ?? t('remind.one')}{!label && one && <span className="zx-only-read" lang="zh-CN"> {one.person.displayName} {one.target.title}</span>}
    </Button>
  );
}
