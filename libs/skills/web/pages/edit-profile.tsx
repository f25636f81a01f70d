import { type RoleProfileView, skillsPages } from '@zhixing/skills/contract';
import { localized, Notice, PageHeader, QueryView, Skeleton, toast } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { ProfileForm } from '../administration/profile-form.tsx';
import { fieldsOfProfile } from '../administration/profile-form.rules.ts';
import { profileQuery, useEditProfile } from '../api.ts';
import { profilePath } from '../paths.ts';

/** A role profile, edited; what another person saved in between is never written over. */
export default function EditProfilePage() {
  const { id = '' } = useParams();
  const query = useQuery(profileQuery(id));
  return <QueryView query={query} loading={<Skeleton lines={10} />}>{(profile) => <Edit key={profile.revision} profile={profile} />}</QueryView>;
}

function Edit({ profile }: { profile: RoleProfileView }) {
  const { t } = useTranslation('skills');
  const navigate = useNavigate();
  const edit = useEditProfile(profile.id);
  return (
    <>
      <PageHeader title={localized(profile.name)} context={localized(profile.description)} back={{ to: profilePath(profile.id), label: localized(skillsPages.profiles.title) }} />
      {profile.can.edit
        ? (
          <ProfileForm
            fixed start={fieldsOfProfile(profile)} pending={edit.isPending} error={edit.error}
            onSend={({ id: _, ...changes }) => edit.mutate({ changes, revision: profile.revision }, { onSuccess: () => { toast.success(t('profileForm.saved')); void navigate(profilePath(profile.id)); } })}
          />
        )
        : <Notice look="info" title={t('administration.readOnly')} />}
    </>
  );
}
