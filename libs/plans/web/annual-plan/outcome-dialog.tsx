import { Outcome, type PlanItem, type PlanView } from '@zhixing/plans/contract';
import { control, Field, toast } from '@zhixing/platform/web';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from '../components/day-field.tsx';
import { FormDialog } from '../components/form-dialog.tsx';
import { today } from '../days.ts';
import { useRecordOutcome } from './api.ts';
import styles from './annual-plan.module.css';

const WORDS = { people: 'outcomePeople', hours: 'outcomeHours', cost: 'outcomeCost' } as const;
const KEYS = ['people', 'hours', 'cost'] as const;

/** Says what became of an item that nothing in the system fulfils; what was planned stands there to begin with. */
export function OutcomeDialog({ plan, item, onClose }: { plan: PlanView; item: PlanItem; onClose: () => void }) {
  const { t } = useTranslation('plans');
  const id = useId();
  const record = useRecordOutcome(plan.id, item.id);
  const [on, setOn] = useState(today);
  const [numbers, setNumbers] = useState({ people: String(item.people), hours: String(item.people * item.hours), cost: String(item.budget) });
  const [checked, setChecked] = useState(false);
  const parsed = Outcome.safeParse({ on, ...Object.fromEntries(KEYS.map((key) => [key, numbers[key].trim() === '' ? Number.NaN : Number(numbers[key])])) });
  const wrong = new Set(checked && !parsed.success ? parsed.error.issues.map(({ path }) => String(path[0])) : []);
  const send = () => {
    setChecked(true);
    if (parsed.success) record.mutate(parsed.data, { onSuccess: () => { toast.success(t('annual.outcomeSaved')); onClose(); } });
  };
  return (
    <FormDialog title={t('annual.outcomeTitle')} send={t('annual.outcome')} pending={record.isPending} error={record.error} onSend={send} onClose={onClose}>
      <p className={styles.small}>{t('annual.outcomeWhy')}</p>
      <DayField id={`${id}-on`} label={t('annual.outcomeOn')} value={on} wrong={wrong.has('on') ? t('annual.wrong.on') : undefined} onChange={setOn} />
      <div className={styles.triple}>
        {KEYS.map((key) => {
          const error = wrong.has(key) ? t(`annual.wrong.${key === 'cost' ? 'budget' : key}`) : undefined;
          return <Field key={key} id={`${id}-${key}`} label={t(`annual.${WORDS[key]}`)} {...(error && { error })}><input {...control(`${id}-${key}`, error)} type="number" inputMode="numeric" min={0} value={numbers[key]} onChange={(event) => setNumbers({ ...numbers, [key]: event.target.value })} /></Field>;
        })}
      </div>
    </FormDialog>
  );
}
