import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import PlusOutlined from '@ant-design/icons/PlusOutlined';
import type { AudienceCondition, AudienceRule } from '@zhixing/platform/contract';
import { control, localized, Select } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { conditionsQuery } from '../assignments/api.ts';
import styles from './audience.module.css';
import { ConditionFields } from './condition-fields.tsx';
import { type ConditionKind, EMPTY, groupOf, isCondition, isKnown, negate, negationOf, ruleOf, type ValueOf } from './rule.ts';

/** Groups inside of the outermost one. */
const DEEPEST = 1;

/** A rule as a group of conditions joined by AND or OR, each of which may stand under NOT; inside of it one more level of groups. */
export function AudienceBuilder({ rule, level = 0, onChange }: { rule: AudienceRule; level?: number; onChange: (rule: AudienceRule) => void }) {
  const { t } = useTranslation('plans');
  const kinds = useKinds();
  const { join, rules } = groupOf(rule);
  const put = (next: AudienceRule[]) => onChange(ruleOf({ join, rules: next }));
  const replace = (at: number, next: AudienceRule) => put(rules.map((one, place) => (place === at ? next : one)));
  const first = kinds[0]?.kind ?? 'people.department';
  return (
    <div role="group" aria-label={t(level === 0 ? 'audience.rule' : 'audience.group')} className={`${styles.group} ${level > 0 ? styles.inner : ''}`}>
      <label className={styles.join}>
        <span>{t('audience.match')}</span>
        <Select {...control('')} id={undefined} value={join} onChange={(event) => onChange(ruleOf({ join: event.target.value as 'all' | 'any', rules }))}>
          <option value="all">{t('audience.all')}</option>
          <option value="any">{t('audience.any')}</option>
        </Select>
      </label>
      {rules.length === 0 && <p className={styles.nothing}>{t(join === 'all' ? 'audience.everybody' : 'audience.nobody')}</p>}
      <ol className={styles.rules}>
        {rules.map((one, at) => {
          const { negated, inner } = negationOf(one);
          return (
            // the place is what a rule of a list is known by: two may be alike
            <li key={at} className={styles.rule}>
              {at > 0 && <span className={styles.joint}>{t(`audience.joint.${join}`)}</span>}
              <div className={styles.ruleHead}>
                <Select {...control('')} id={undefined} aria-label={t('audience.negation')} value={negated ? 'not' : 'is'} onChange={(event) => replace(at, negate(inner, event.target.value === 'not'))}>
                  <option value="is">{t('audience.is')}</option>
                  <option value="not">{t('audience.not')}</option>
                </Select>
                {isCondition(inner)
                  ? <KindSelect kinds={kinds} condition={inner} onChange={(next) => replace(at, negate(next, negated))} />
                  : <span className={styles.groupWord}>{t('audience.group')}</span>}
                <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('audience.remove', { place: at + 1 })} onClick={() => put(rules.filter((_, place) => place !== at))} />
              </div>
              {isCondition(inner) ? <Value condition={inner} kinds={kinds} onChange={(value) => replace(at, negate({ ...inner, value }, negated))} /> : <AudienceBuilder rule={inner} level={level + 1} onChange={(next) => replace(at, negate(next, negated))} />}
            </li>
          );
        })}
      </ol>
      <div className={styles.adds}>
        <Button icon={<PlusOutlined aria-hidden />} disabled={rules.length >= 20} onClick={() => put([...rules, { kind: first, value: isKnown(first) ? EMPTY[first] : {} }])}>{t('audience.add')}</Button>
        {level < DEEPEST && <Button icon={<PlusOutlined aria-hidden />} disabled={rules.length >= 20} onClick={() => put([...rules, { any: [] }])}>{t('audience.addGroup')}</Button>}
      </div>
    </div>
  );
}

interface Kind { kind: string; title: string }

/** The conditions that the bank's rooms offer and this page has fields for, in words. */
function useKinds(): Kind[] {
  return (useQuery(conditionsQuery).data?.items ?? []).filter(({ kind }) => isKnown(kind)).map(({ kind, title }) => ({ kind, title: localized(title) }));
}

function KindSelect({ kinds, condition, onChange }: { kinds: Kind[]; condition: AudienceCondition; onChange: (condition: AudienceCondition) => void }) {
  const { t } = useTranslation('plans');
  const choose = (kind: string) => onChange({ kind, value: isKnown(kind) ? EMPTY[kind] : {} });
  return (
    <Select {...control('')} id={undefined} aria-label={t('audience.condition')} value={condition.kind} onChange={(event) => choose(event.target.value)}>
      {!kinds.some(({ kind }) => kind === condition.kind) && <option value={condition.kind} lang="en">{condition.kind}</option>}
      {kinds.map(({ kind, title }) => <option key={kind} value={kind}>{title}</option>)}
    </Select>
  );
}

function Value({ condition: { kind, value }, kinds, onChange }: { condition: AudienceCondition; kinds: Kind[]; onChange: (value: unknown) => void }) {
  const { t } = useTranslation('plans');
  if (!isKnown(kind)) return <p className={styles.nothing}>{t('audience.elsewhere')}</p>;
  return <ConditionFields kind={kind} value={value as ValueOf<ConditionKind>} label={kinds.find((one) => one.kind === kind)?.title ?? ''} onChange={onChange} />;
}
