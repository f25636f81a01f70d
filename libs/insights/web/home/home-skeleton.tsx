import { Skeleton, SkeletonBlock } from '@zhixing/platform/web';
import styles from '../pages/home.module.css';

/** The shape of the home page while it loads. */
export function HomeSkeleton() {
  return (
    <>
      <div className={styles.section}><SkeletonBlock height={88} /></div>
      <div className={`${styles.next} ${styles.section}`}>{[1, 2, 3].map((card) => <SkeletonBlock key={card} height={204} />)}</div>
      <Skeleton lines={5} />
    </>
  );
}
