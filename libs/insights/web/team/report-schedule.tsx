import MailOutlined from '@ant-design/icons/MailOutlined';
import { useQuery } from '@tanstack/react-query';
import type { ReportSchedule } from '@zhixing/insights/contract';
import { QueryView, Refusal, SelectField, Sheet, Skeleton, toast } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reportScheduleQuery, useSaveReportSchedule } from '../api.ts';
import styles from './team.module.css';

const EVERY = ['never', 'month', 'week'] as const;
const SCOPES = ['direct', 'line'] as const;

/** Has the report of the team come by itself; read when it is opened. */
export function ReportScheduleButton() {
  const { t } = useTranslation('insights');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="text" icon={<MailOutlined aria-hidden />} aria-haspopup="dialog" onClick={() => setOpen(true)}>{t('schedule.open')}</Button>
      {open && <ScheduleSheet onClose={() => setOpen(false)} />}
    </>
  );
}

function ScheduleSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('insights');
  const query = useQuery(reportScheduleQuery);
  const save = useSaveReportSchedule();
  const [changed, setChanged] = useState<ReportSchedule>();
  const chosen = changed ?? query.data;
  const store = () => chosen && save.mutate(chosen, { onSuccess: ({ every }) => { toast.success(t(`schedule.saved.${every}`)); onClose(); } });
  return (
    <Sheet
      open side="middle" title={t('schedule.title')} onClose={onClose}
      footer={<><Button size="large" onClick={onClose}>{t('schedule.cancel')}</Button><Button size="large" type="primary" disabled={!chosen} loading={save.isPending} onClick={store}>{t('schedule.save')}</Button></>}
    >
      <QueryView query={query} loading={<Skeleton lines={3} />}>
        {(stored) => {
          const { every, scope } = changed ?? stored;
          return (
            <div className={styles.schedule}>
              <p>{t('schedule.why')}</p>
              <SelectField label={t('schedule.every')} value={every} options={EVERY.map((value) => ({ value, label: t(`schedule.${value}`) }))} onChange={(value) => setChanged({ every: value, scope })} />
              {every !== 'never' && <SelectField label={t('team.scope')} value={scope} options={SCOPES.map((value) => ({ value, label: t(`team.${value}`) }))} onChange={(value) => setChanged({ every, scope: value })} />}
              {save.error && <Refusal error={save.error} />}
            </div>
          );
        }}
      </QueryView>
    </Sheet>
  );
}
