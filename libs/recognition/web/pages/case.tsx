import { Notice, PageHeader, Panel, PersonLine, QueryView, Skeleton, toast } from '@zhixing/platform/web';
import type { CertificateCase } from '@zhixing/recognition/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { type Choice, DecisionDialog } from '../administration/decision-dialog.tsx';
import { History } from '../administration/history.tsx';
import { caseQuery } from '../api.ts';
import { Paper } from '../components/paper.tsx';
import { StateTag } from '../components/state.tsx';
import { casePath } from '../paths.ts';
import styles from './case.module.css';

/** One certificate with all that was decided about it, and the decisions one can take. */
export default function CasePage() {
  const { t } = useTranslation('recognition');
  const { id = '' } = useParams();
  const query = useQuery(caseQuery(id));
  return (
    <>
      <PageHeader title={t('case.title')} context={query.data && <><span lang="en">{query.data.number}</span> <StateTag state={query.data.state} /></>} back={{ to: '/administration/certificates', label: t('list.title') }} />
      <QueryView query={query} loading={<Skeleton lines={10} />}>{(certificate) => <Case key={certificate.id} certificate={certificate} />}</QueryView>
    </>
  );
}

/** What may be decided now: a doubt is settled before anything else. */
function choicesOf({ id, state, replacedBy, reviews }: CertificateCase): Choice[] {
  if (state === 'revoked') return replacedBy ? [] : [{ name: 'reissue', path: `/certificates/${id}/reissue` }];
  const open = reviews.find(({ outcome }) => outcome === null);
  const revoke: Choice = { name: 'revoke', path: `/certificates/${id}/revoke`, revokes: true };
  if (!open) return [{ name: 'review', path: `/certificates/${id}/reviews` }, revoke];
  const path = `/certificate-reviews/${open.id}/decide`;
  return [{ name: 'keep', path, outcome: 'keep' }, { ...revoke, path, outcome: 'revoke' }];
}

function Case({ certificate }: { certificate: CertificateCase }) {
  const { t } = useTranslation('recognition');
  const navigate = useNavigate();
  const [choice, setChoice] = useState<Choice>();
  const { person, holder, underReview } = certificate;
  const choices = choicesOf(certificate);
  const done = (id: string) => {
    setChoice(undefined);
    toast.success(t('decide.done'));
    if (id !== certificate.id) void navigate(casePath(id));
  };
  return (
    <div className={styles.columns}>
      <div className={styles.parts}>
        {underReview && <Notice look="warned" title={t('case.underReview')} />}
        <Paper certificate={certificate} />
      </div>
      <div className={styles.parts}>
        <Panel title={t('case.holder')}>{person ? <PersonLine person={person} showNumber size={40} /> : <span lang="zh-CN">{holder}</span>}</Panel>
        {choices.length > 0 && (
          <Panel title={t('case.decide')} context={t('case.decideContext')}>
            <div className={styles.buttons}>
              {choices.map((one) => <Button key={one.name} danger={one.revokes} type={one.name === 'reissue' ? 'primary' : 'default'} onClick={() => setChoice(one)}>{t(`decide.${one.name}.title`)}</Button>)}
            </div>
          </Panel>
        )}
        <History certificate={certificate} />
      </div>
      <DecisionDialog choice={choice} onClose={() => setChoice(undefined)} onDone={done} />
    </div>
  );
}
