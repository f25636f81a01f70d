import RightOutlined from '@ant-design/icons/RightOutlined';
import type { LoginPage, LoginRequest } from '@zhixing/access/contract';
import { Avatar } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import styles from './demo-people.module.css';

/** One card per demo person: who it is and what to try; a click signs in as that person. */
export function DemoPeople({ demo, busy, onEnter }: { demo: LoginPage['demo']; busy: boolean; onEnter: (request: LoginRequest) => void }) {
  const { t, i18n } = useTranslation('access');
  return (
    <section className={styles.demo} aria-labelledby="demo-people">
      <h2 id="demo-people" className={styles.title}>{t('signIn.demoTitle')}<span className={styles.hint}>{t('signIn.demoHint')}</span></h2>
      <ul className={styles.cards}>
        {demo.people.map((person) => {
          const tryThis = i18n.language === 'en' ? person.tryThis.en : person.tryThis.zh;
          return (
            <li key={person.login}>
              <button type="button" className={styles.card} disabled={busy} onClick={() => onEnter({ login: person.login, password: demo.password! })}>
                <Avatar name={person.displayName} departmentId={person.department} size={40} />
                <span className={styles.words}>
                  <span className={styles.who} lang="zh-CN"><strong>{person.displayName}</strong><span>{person.position}</span></span>
                  <span className={styles.tryThis}>{tryThis}</span>
                </span>
                <RightOutlined aria-hidden className={styles.go} />
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
