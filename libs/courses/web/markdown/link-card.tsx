import ExportOutlined from '@ant-design/icons/ExportOutlined';
import CodeOutlined from '@ant-design/icons/CodeOutlined';
import GlobalOutlined from '@ant-design/icons/GlobalOutlined';
import PictureOutlined from '@ant-design/icons/PictureOutlined';
import PlayCircleOutlined from '@ant-design/icons/PlayCircleOutlined';
import { useTranslation } from 'react-i18next';
import styles from './link-card.module.css';

const KINDS = { video: PlayCircleOutlined, notebook: CodeOutlined, page: GlobalOutlined, picture: PictureOutlined } as const;

/** 外部资源: something that is not stored here. It says where it leads before one goes there, and nothing of it is loaded. */
export function LinkCard({ url, kind, title }: { url: string; kind: string; title: string }) {
  const { t } = useTranslation('courses');
  const known = (kind in KINDS ? kind : 'page') as keyof typeof KINDS;
  const Icon = KINDS[known];
  return (
    <a href={url} target="_blank" rel="noopener noreferrer" className={styles.card}>
      <span className={styles.icon}><Icon aria-hidden /></span>
      <span className={styles.words}>
        <span className={styles.title}>{title || url}</span>
        <span className={styles.where} lang={document.documentElement.lang}>{t(`reading.outside.${known}`)} · <span lang="en">{new URL(url).host}</span></span>
        <span className={styles.warning} lang={document.documentElement.lang}>{t('reading.outside.leads')}</span>
      </span>
      <ExportOutlined aria-hidden className={styles.out} />
    </a>
  );
}
