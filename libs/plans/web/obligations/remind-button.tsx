import BellOutlined from '@ant-design/icons/BellOutlined';
import type { OverseenObligation } from '@zhixing/plans/contract';
import { toast } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type RemindedPeople, useRemind } from './api.ts';

/** Reminds the people of these rows and says how it went, with the reason for whoever was reminded lately. */
export function RemindButton({ rows, size, label, onDone }: { rows: Pick<OverseenObligation, 'id' | 'person' | 'target'>[]; size?: 'large' | 'middle'; label?: string; onDone?: () => void }) {
  const { t } = useTranslation('plans');
  const remind = useRemind();
  const tell = ({ reminded, refused }: RemindedPeople) => {
    if (reminded > 0) toast.success(t('remind.done', { count: reminded }));
    for (const why of refused) toast.info(why);
    onDone?.();
  };
  const one = rows.length === 1 ? rows[0] : undefined;
  return (
    <Button icon={<BellOutlined aria-hidden />} {...(size && { size })} loading={remind.isPending} onClick={() => remind.mutate(rows.map((row) => row.id), { onSuccess: tell })}>
      {label ?? t('remind.one')}{!label && one && <span className="zx-only-read" lang="zh-CN"> {one.person.displayName} {one.target.title}</span>}
    </Button>
  );
}
