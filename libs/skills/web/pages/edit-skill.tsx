import { type SkillDefinition, skillsPages } from '@zhixing/skills/contract';
import { localized, Notice, PageHeader, Panel, QueryView, Skeleton } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Differences } from '../administration/differences.tsx';
import { SkillForm } from '../administration/skill-form.tsx';
import { draftQuery, skillQuery } from '../api.ts';
import styles from './administration.module.css';

/** One skill as the next version shall define it, with what that changes. */
export default function EditSkillPage() {
  const { t } = useTranslation('skills');
  const { id = '' } = useParams();
  const draft = useQuery(draftQuery);
  const item = draft.data?.items.find((one) => one.skill.id === id);
  const skill = useQuery({ ...skillQuery(id), enabled: draft.data !== undefined && !item?.added });
  const shown = item?.added ? item.skill : skill.data;
  return (
    <>
      <PageHeader
        title={localized(shown ? shown.name : skillsPages.administration.title)} context={shown && localized(shown.description)}
        back={{ to: skillsPages.administration.path, label: localized(skillsPages.administration.title) }}
      />
      <QueryView query={draft} loading={<Skeleton lines={10} />}>
        {({ version, can }) => {
          const form = (current: SkillDefinition) => (
            <div className={styles.panels}>
              {!can.edit && <Notice look="info" title={t('administration.readOnly')} />}
              {item && <Panel title={t('administration.differences')}><Differences item={item} /></Panel>}
              <SkillForm key={`${version} ${item?.revision ?? 0}`} skill={current} item={item} version={version} edit={can.edit} />
            </div>
          );
          return item?.added ? form(item.skill) : <QueryView query={skill} loading={<Skeleton lines={10} />}>{form}</QueryView>;
        }}
      </QueryView>
    </>
  );
}
