import ArrowLeftOutlined from '@ant-design/icons/ArrowLeftOutlined';
import MenuFoldOutlined from '@ant-design/icons/MenuFoldOutlined';
import MenuUnfoldOutlined from '@ant-design/icons/MenuUnfoldOutlined';
import UnorderedListOutlined from '@ant-design/icons/UnorderedListOutlined';
import type { RegistrationView } from '@zhixing/courses/contract';
import { ProgressBar, Slot } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { coursePath } from '../paths.ts';
import { courseHeader } from '../slots.ts';
import styles from './head.module.css';

/** The head of the player: the way out, the course, how far one is, and the outline's switch. */
export function Head({ registration, outline, onOutline, onSheet }: { registration: RegistrationView; outline: boolean; onOutline: () => void; onSheet: () => void }) {
  const { t } = useTranslation('courses');
  const { course } = registration;
  return (
    <div className={styles.head}>
      <button type="button" className={`${styles.button} ${styles.wide}`} aria-expanded={outline} aria-controls="player-outline" aria-label={t(outline ? 'player.hideOutline' : 'player.showOutline')} title={t(outline ? 'player.hideOutline' : 'player.showOutline')} onClick={onOutline}>
        {outline ? <MenuFoldOutlined aria-hidden /> : <MenuUnfoldOutlined aria-hidden />}
      </button>
      <button type="button" className={`${styles.button} ${styles.narrow}`} aria-haspopup="dialog" aria-label={t('player.showOutline')} onClick={onSheet}><UnorderedListOutlined aria-hidden /></button>
      <Link to={coursePath(course.id)} className={styles.back}><ArrowLeftOutlined aria-hidden className={styles.arrow} /><span className="zx-only-read">{t('player.backTo')}</span><span className={styles.title} lang="zh-CN">{course.title}</span></Link>
      <Slot of={courseHeader} props={{ courseId: course.id, registrationId: registration.id }} />
      <div className={styles.progress}>
        <span className={styles.required}>{t('player.required', { done: registration.requiredDone, total: registration.requiredTotal })}</span>
        <div className={styles.bar}><ProgressBar percent={registration.percent} label={t('progressOf', { title: course.title })} /></div>
      </div>
    </div>
  );
}
