import type { Framework, FrameworkDraft } from '@zhixing/skills/contract';
import { SkillAxis, skillsPages } from '@zhixing/skills/contract';
import { formatDay, localized, Notice, PageHeader, Panel, QueryView, Skeleton, StatusTag, TableBox, tableStyles as table } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { PublishDialog } from '../administration/publish-dialog.tsx';
import { draftQuery, skillsQuery } from '../api.ts';
import { ADD_PATH, ADD_PROFILE_PATH, editPath } from '../paths.ts';
import styles from './administration.module.css';

/** The framework for its administrators: which skills are drafted anew, publishing them, and the versions so far. */
export default function AdministrationPage() {
  const { t } = useTranslation('skills');
  const navigate = useNavigate();
  const framework = useQuery(skillsQuery());
  const draft = useQuery(draftQuery);
  const [publishing, setPublishing] = useState(false);
  const waiting = draft.data?.items.length ?? 0;
  return (
    <>
      <PageHeader
        title={localized(skillsPages.administration.title)} context={t('administration.context')}
        action={draft.data?.can.edit && (
          <>
            <Button size="large" onClick={() => void navigate(ADD_PROFILE_PATH)}>{t('profileForm.add')}</Button>
            <Button size="large" onClick={() => void navigate(ADD_PATH)}>{t('add.open')}</Button>
            {waiting > 0 && <Button type="primary" size="large" onClick={() => setPublishing(true)}>{t('administration.publish', { version: draft.data.version })}</Button>}
          </>
        )}
      />
      {draft.data && !draft.data.can.edit && <Notice look="info" title={t('administration.readOnly')} />}
      <QueryView query={framework} loading={<Skeleton lines={10} />}>
        {(current) => (
          <QueryView query={draft} loading={<Skeleton lines={10} />}>
            {(drafted) => (
              <div className={styles.panels}>
                <Skills framework={current} draft={drafted} />
                <Versions framework={current} />
              </div>
            )}
          </QueryView>
        )}
      </QueryView>
      {draft.data && <PublishDialog draft={draft.data} open={publishing} onClose={() => setPublishing(false)} />}
    </>
  );
}

function Skills({ framework, draft }: { framework: Framework; draft: FrameworkDraft }) {
  const { t } = useTranslation('skills');
  const drafted = new Map(draft.items.map((item) => [item.skill.id, item]));
  const skills = [...framework.items, ...draft.items.filter((item) => item.added).map((item) => item.skill)];
  return (
    <div className={styles.axes}>
      {SkillAxis.options.map((axis) => (
        <Panel key={axis} title={t(`axis.${axis}`)} flush>
          <ul>
            {skills.filter((skill) => skill.axis === axis).map((skill) => (
              <li key={skill.id} className={styles.skill}>
                <span className={styles.words}><Link to={editPath(skill.id)}>{localized(skill.name)}</Link><span className={styles.quiet}>{localized(skill.description)}</span></span>
                {drafted.has(skill.id) && <StatusTag look="draft">{t('administration.drafted')}</StatusTag>}
              </li>
            ))}
          </ul>
        </Panel>
      ))}
    </div>
  );
}

function Versions({ framework }: { framework: Framework }) {
  const { t } = useTranslation('skills');
  return (
    <Panel title={t('administration.versions')} flush>
      <TableBox label={t('administration.versions')}>
        <table className={table.table}>
          <thead><tr><th scope="col" className={table.number}>{t('framework.version')}</th><th scope="col">{t('administration.publishedAt')}</th><th scope="col">{t('administration.publishedBy')}</th><th scope="col" className={table.number}>{t('administration.changed')}</th><th scope="col">{t('administration.note')}</th></tr></thead>
          <tbody>
            {framework.versions.map(({ number, publishedAt, publishedBy, changed, note }) => (
              <tr key={number}>
                <td className={table.number}>{number}</td>
                <td>{formatDay(publishedAt)}</td>
                <td>{publishedBy ? <span lang="zh-CN">{publishedBy.displayName}</span> : t('framework.shipped')}</td>
                <td className={table.number}>{changed}</td>
                <td lang="zh-CN">{note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </Panel>
  );
}
