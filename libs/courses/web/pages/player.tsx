import { QueryView, Skeleton } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { registrationQuery } from '../api.ts';
import { isMissing, NotFound } from '../components/not-found.tsx';
import { Player } from '../player/player.tsx';
import styles from '../player/player.module.css';

// the code for texts is wanted in a moment: it comes beside the data, not after them
void import('../player/article.tsx');

/** The player: outline, one lesson, the way on. */
export default function PlayerPage() {
  const { id = '', key = '' } = useParams();
  const query = useQuery(registrationQuery(id));
  if (isMissing(query.error)) return <div className={styles.waiting}><NotFound /></div>;
  return (
    <QueryView query={query} loading={<div className={styles.waiting}><Skeleton lines={8} /></div>}>
      {(registration) => <Player registration={registration} lessonKey={key} />}
    </QueryView>
  );
}
