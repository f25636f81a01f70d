import DesktopOutlined from '@ant-design/icons/DesktopOutlined';
import MobileOutlined from '@ant-design/icons/MobileOutlined';
import type { LoginView } from '@zhixing/access/contract';
import { formatInstant, formatRelativeDay, StatusTag, toast } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useEndLogins } from '../api.ts';
import styles from './logins.module.css';

/** My logins, this device first; each of the others can be ended, or all of them at once. */
export function Logins({ items }: { items: LoginView[] }) {
  const { t } = useTranslation('access');
  const end = useEndLogins();
  const ordered = [...items].sort((one, two) => Number(two.current) - Number(one.current));
  const others = items.some((login) => !login.current);
  return (
    <>
      <ul className={styles.list}>
        {ordered.map((login) => {
          const device = login.device === '—' ? t('profile.unknownDevice') : login.device;
          const Icon = /iOS|Android|HarmonyOS/.test(login.device) ? MobileOutlined : DesktopOutlined;
          return (
            <li key={login.id} className={styles.row}>
              <Icon aria-hidden className={styles.icon} />
              <div className={styles.words}>
                <p className={styles.device}>{device}{login.current && <StatusTag look="done">{t('profile.current')}</StatusTag>}</p>
                <p className={styles.facts}><span>{login.address}</span><span>{t('profile.since', { time: formatInstant(login.createdAt) })}</span><span>{t('profile.seen', { day: formatRelativeDay(login.seenAt) })}</span></p>
              </div>
              {!login.current && (
                <Button
                  size="small" aria-label={t('profile.endThis', { device, address: login.address })} loading={end.isPending && end.variables === login.id}
                  onClick={() => end.mutate(login.id, { onSuccess: () => toast.success(t('profile.ended')) })}
                >
                  {t('profile.end')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <div className={styles.foot}>
        {others
          ? <Button danger loading={end.isPending && end.variables === undefined} onClick={() => end.mutate(undefined, { onSuccess: () => toast.success(t('profile.endedOthers')) })}>{t('profile.endOthers')}</Button>
          : <p className={styles.only}>{t('profile.onlyThis')}</p>}
      </div>
    </>
  );
}
