import { useQuery } from '@tanstack/react-query';
import { loadTexts } from '@zhixing/platform/web';
import { lazy } from 'react';
import { privacyQuery } from '../api.ts';

const NoticeDialog = lazy(async () => {
  const [module] = await Promise.all([import('./notice-dialog.tsx'), loadTexts('audit')]);
  return module;
});

/** Whoever has not read the privacy notice in force is shown it over any page; for all others one small question and nothing else. */
export default function PrivacyGate() {
  const { data } = useQuery(privacyQuery);
  if (!data || data.acknowledgedAt) return null;
  return <NoticeDialog version={data.version} />;
}
