import type { Compliance, SkillCoverage, Team, TeamAsOf } from '@zhixing/insights/contract';
import { formatMinutes, formatMonthDay, formatNumber, formatPercent, formatShortNumber } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { Figures } from '../components/figures.tsx';
import { Formula } from './formula.tsx';
import { teamCertificationsPath } from './member-path.ts';

/** Compliance in whole percent, rounded down so that 100 means everybody; null when nobody must do anything. */
const percentOf = ({ people, compliant }: Compliance): number | null => (people === 0 ? null : Math.floor((100 * compliant) / people));

/** How far the target roles are covered, in whole percent rounded down; null when nobody has one. */
const coverageOf = ({ wanted, held }: SkillCoverage): number | null => (wanted === 0 ? null : Math.floor((100 * held) / wanted));

/** The figures of the scope: what is mandatory, then what is learned; each says what exactly it counts, and those that can be told of a day gone by how they were then. */
export function TeamFigures({ team, now, before }: { team: Pick<Team, 'compliance' | 'figures'>; now: TeamAsOf | undefined; before: TeamAsOf | undefined }) {
  const { t } = useTranslation('insights');
  const { compliance, figures } = team;
  const percent = percentOf(compliance);
  const then = before && percentOf(before.compliance);
  const skills = now?.skills;
  const expiring = now?.certifications.expiring;
  const coverage = skills && coverageOf(skills);
  const coverageThen = before && coverageOf(before.skills);
  const day = before && formatMonthDay(before.on);
  const trend = (unit: 'points' | 'items', now: number, was: number) =>
    t(now === was ? 'team.trend.same' : `team.trend.${unit}.${now > was ? 'up' : 'down'}`, { day, was: unit === 'points' ? formatPercent(was) : formatNumber(was), amount: formatNumber(Math.abs(now - was)) });
  const figure = (key: 'compliance' | 'overdue' | 'expiring' | 'skills' | 'attention' | 'finishedThisMonth' | 'minutesThisMonth') => ({ key, label: t(`team.figure.${key}`), about: <Formula label={t(`team.figure.${key}`)}>{t(`team.hint.${key}`)}</Formula> });
  return (
    <Figures
      label={t('team.figures')}
      figures={[
        {
          ...figure('compliance'), value: percent === null ? '—' : formatPercent(percent),
          hint: compliance.people === 0 ? t('team.noneOwe') : t(compliance.excused > 0 ? 'team.ofPeopleExcused' : 'team.ofPeople', { ...compliance, count: compliance.excused }),
          change: percent !== null && then != null ? trend('points', percent, then) : before && t('team.trend.none', { day }),
        },
        { ...figure('overdue'), value: formatShortNumber(compliance.overdue), warned: compliance.overdue > 0, change: before && trend('items', compliance.overdue, before.compliance.overdue) },
        ...(expiring === undefined || (expiring === 0 && !now!.certifications.lapsed) ? [] : [{ ...figure('expiring'), to: teamCertificationsPath(now!.scope), value: formatShortNumber(expiring), warned: expiring > 0, ...(now!.certifications.lapsed > 0 && { hint: t('team.lapsed', { count: now!.certifications.lapsed }) }), change: before && trend('items', expiring, before.certifications.expiring) }]),
        ...(coverage == null ? [] : [{ ...figure('skills'), value: formatPercent(coverage), hint: t('team.targets', { count: skills!.people }), change: coverageThen != null && trend('points', coverage, coverageThen) }]),
        { ...figure('attention'), value: formatShortNumber(figures.attention) },
        { ...figure('finishedThisMonth'), value: formatShortNumber(figures.finishedThisMonth), change: before && t('team.then', { day, value: formatNumber(before.finished) }) },
        { ...figure('minutesThisMonth'), value: formatMinutes(figures.minutesThisMonth), change: before && t('team.then', { day, value: formatMinutes(before.minutes) }) },
      ]}
    />
  );
}
