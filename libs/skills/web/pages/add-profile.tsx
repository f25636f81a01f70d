import { skillsPages } from '@zhixing/skills/contract';
import { localized, Notice, PageHeader, QueryView, Skeleton, toast } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ProfileForm } from '../administration/profile-form.tsx';
import { NO_PROFILE } from '../administration/profile-form.rules.ts';
import { draftQuery, useAddProfile } from '../api.ts';
import { profilePath } from '../paths.ts';

/** A role profile of the bank's own. */
export default function AddProfilePage() {
  const { t } = useTranslation('skills');
  const navigate = useNavigate();
  const add = useAddProfile();
  const draft = useQuery(draftQuery);
  return (
    <>
      <PageHeader title={t('profileForm.add')} context={t('profileForm.addContext')} back={{ to: skillsPages.profiles.path, label: localized(skillsPages.profiles.title) }} />
      <QueryView query={draft} loading={<Skeleton lines={10} />}>
        {({ can }) => (can.edit
          ? <ProfileForm fixed={false} start={NO_PROFILE} pending={add.isPending} error={add.error} onSend={(profile) => add.mutate(profile, { onSuccess: ({ id }) => { toast.success(t('profileForm.saved')); void navigate(profilePath(id)); } })} />
          : <Notice look="info" title={t('administration.readOnly')} />)}
      </QueryView>
    </>
  );
}
