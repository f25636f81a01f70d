import { AttendanceMark, type AttendanceSheet, type HalfDay, type MarkAttendance } from '@zhixing/plans/contract';
import { formatMonthDay, PersonLine, Refusal, TableBox, tableStyles as table, toast } from '@zhixing/platform/web';
import { Button } from 'antd';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonField } from '../components/reason-field.tsx';
import { useMark } from './api.ts';
import styles from './classes.module.css';
import { halfDayName } from './words.tsx';

const MARKS = AttendanceMark.options;
const STEPS: Record<string, readonly [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const keyOf = (halfDayId: string, personId: string): string => `${halfDayId} ${personId}`;

/** The sheet as a grid with one tab stop: arrows move, 1 to 4 set a mark and go to the person below, Enter takes the next mark. Nothing is stored before "save". */
export function AttendanceGrid({ classId, sheet: { halfDays, rows, closed } }: { classId: string; sheet: AttendanceSheet }) {
  const { t } = useTranslation('plans');
  const id = useId();
  const save = useMark(classId);
  const grid = useRef<HTMLTableElement>(null);
  const [place, setPlace] = useState<readonly [number, number]>([0, 0]);
  const [staged, setStaged] = useState<ReadonlyMap<string, AttendanceMark>>(new Map());
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);

  const stored = (halfDay: HalfDay, row: number): AttendanceMark | undefined => rows[row]!.marks[halfDay.id];
  const shown = (halfDay: HalfDay, row: number): AttendanceMark | undefined => staged.get(keyOf(halfDay.id, rows[row]!.person.id)) ?? stored(halfDay, row);
  const set = (row: number, column: number, mark: AttendanceMark) => {
    const halfDay = halfDays[column]!;
    const next = new Map(staged);
    if (stored(halfDay, row) === mark) next.delete(keyOf(halfDay.id, rows[row]!.person.id));
    else next.set(keyOf(halfDay.id, rows[row]!.person.id), mark);
    setStaged(next);
  };
  const go = (row: number, column: number) => {
    const to = [Math.max(0, Math.min(rows.length - 1, row)), Math.max(0, Math.min(halfDays.length - 1, column))] as const;
    setPlace(to);
    grid.current?.querySelector<HTMLElement>(`[data-place="${to[0]}-${to[1]}"]`)?.focus();
  };
  const press = (event: KeyboardEvent, row: number, column: number) => {
    const step = STEPS[event.key];
    const mark = MARKS[Number(event.key) - 1];
    if (!step && !mark) return;
    event.preventDefault();
    if (step) go(row + step[0], column + step[1]);
    else if (mark) {
      set(row, column, mark);
      go(row + 1, column);
    }
  };
  const take = (row: number, column: number) => {
    setPlace([row, column]);
    const now = shown(halfDays[column]!, row);
    set(row, column, MARKS[(now ? MARKS.indexOf(now) + 1 : 0) % MARKS.length]!);
  };
  const changed = (halfDay: HalfDay) => rows.flatMap(({ person }) => (staged.has(keyOf(halfDay.id, person.id)) ? [{ personId: person.id, mark: staged.get(keyOf(halfDay.id, person.id))! }] : []));
  const corrects = halfDays.some((halfDay) => rows.some((row) => row.marks[halfDay.id] && staged.has(keyOf(halfDay.id, row.person.id))));
  const short = corrects && reason.trim().length < 2;
  const send = () => {
    setAsked(true);
    if (short) return;
    const all: MarkAttendance[] = halfDays.map((halfDay) => ({ halfDayId: halfDay.id, marks: changed(halfDay), reason: corrects ? reason.trim() : '' })).filter((one) => one.marks.length > 0);
    save.mutate(all, { onSuccess: () => { toast.success(t('classes.marksSaved')); setStaged(new Map()); setReason(''); setAsked(false); } });
  };
  return (
    <>
      <TableBox label={t('classes.sheet')}>
        <table ref={grid} className={table.table}>
          <thead><tr><th scope="col">{t('column.person')}</th>{halfDays.map((one) => <th key={one.id} scope="col"><span className={styles.head}><span>{formatMonthDay(one.day)}</span><span>{t(`classes.part.${one.part}`)}</span></span></th>)}</tr></thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={row.person.id}>
                <td><PersonLine person={row.person} showNumber /></td>
                {halfDays.map((halfDay, column) => {
                  const mark = shown(halfDay, at);
                  const words = mark ? t(`classes.mark.${mark}`) : '—';
                  return (
                    <td key={halfDay.id}>
                      {closed ? words : (
                        <button
                          type="button" data-place={`${at}-${column}`} tabIndex={place[0] === at && place[1] === column ? 0 : -1} aria-label={t('classes.cell', { name: row.person.displayName, halfDay: halfDayName(halfDay), mark: mark ? words : t('classes.unmarked') })}
                          className={`${styles.mark} ${mark ? styles[mark] : ''} ${staged.has(keyOf(halfDay.id, row.person.id)) ? styles.changed : ''}`}
                          onKeyDown={(event) => press(event, at, column)} onFocus={() => setPlace([at, column])} onClick={() => take(at, column)}
                        >{words}</button>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      {staged.size > 0 && (
        <div className={`${styles.inset} ${styles.form}`}>
          {corrects && <ReasonField id={`${id}-reason`} label={t('classes.correctionReason')} hint={t('classes.correctionHint')} wrong={asked && short ? t('wrong.reason') : undefined} value={reason} onChange={setReason} />}
          {save.error && <Refusal error={save.error} />}
          <div className={styles.foot}>
            <Button size="large" onClick={() => setStaged(new Map())}>{t('classes.discard')}</Button>
            <Button size="large" type="primary" loading={save.isPending} onClick={send}>{t('classes.saveMarks', { count: staged.size })}</Button>
          </div>
        </div>
      )}
    </>
  );
}
