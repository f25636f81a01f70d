import type { DepartmentHistory, DepartmentNode } from '@zhixing/people/contract';
import { formatNumber, Panel, QueryView } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { departmentQuery } from './api.ts';
import type { CommandForm } from './command.ts';
import type { DepartmentForms } from './department-forms.tsx';
import styles from './department-panel.module.css';
import { peopleOfPath } from './paths.ts';
import { Timeline } from './timeline.tsx';

/** The department chosen in the tree: how many work there, what may be done, where it stood before. */
export function DepartmentPanel({ node, edit, forms, open }: { node: DepartmentNode; edit: boolean; forms: DepartmentForms; open: (form: CommandForm) => void }) {
  const { t } = useTranslation('people');
  const history = useQuery(departmentQuery(node.id));
  return (
    <section aria-label={node.name} className={styles.panels}>
      <Panel title={t('departments.chosen')}>
        <h3 lang="zh-CN" className={styles.name}>{node.name} <span lang="en" className={styles.code}>{node.code}</span></h3>
        <p className={styles.count}>{t('departments.counts', { people: formatNumber(node.people), below: formatNumber(node.below) })} <Link to={peopleOfPath(node.id)}>{t('departments.seePeople')}</Link></p>
        {edit && (
          <div className={styles.actions}>
            {node.parentId && <Button onClick={() => open(forms.move(node))}>{t('departments.move')}</Button>}
            <Button onClick={() => open(forms.rename(node))}>{t('departments.rename')}</Button>
            {node.parentId && <Button onClick={() => open(forms.merge(node))}>{t('departments.merge')}</Button>}
            {node.parentId && node.below === 0 && <Button danger onClick={() => open(forms.close(node))}>{t('departments.close')}</Button>}
          </div>
        )}
      </Panel>
      <Panel title={t('departments.history')}>
        <QueryView query={history}>{(data) => <Places history={data} />}</QueryView>
      </Panel>
    </section>
  );
}

function Places({ history }: { history: DepartmentHistory }) {
  return <Timeline rows={history.places.map((place) => ({ key: place.from, from: place.from, until: place.until, what: <span lang="zh-CN">{place.parent ? `${place.parent.name} / ${place.name}` : place.name}</span> }))} />;
}
