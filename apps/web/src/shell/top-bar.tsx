import LogoutOutlined from '@ant-design/icons/LogoutOutlined';
import { useLogout, useMe, useSavePreferences } from '@zhixing/access/web';
import { Avatar, LanguageSwitch, localized, Mark, MenuButton, PersonLine, Slot, ThemeSwitch, topBar } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Drawer } from './drawer.tsx';
import { useMenu } from './menu.ts';
import { Search } from './search-dialog.tsx';
import styles from './top-bar.module.css';

/** The bar over every page: where home is, how the interface looks, who is signed in. */
export function TopBar() {
  const { t } = useTranslation('shell');
  const { person } = useMe();
  const { beyondTabs, personal } = useMenu();
  const save = useSavePreferences();
  const logout = useLogout();
  return (
    <header className={styles.bar}>
      {beyondTabs && <Drawer />}
      <Link to="/" className={styles.brand} title={t('home')}><Mark /><span>{t('platform:wordmark')}</span></Link>
      <Search />
      <div className={styles.tools}>
        <LanguageSwitch onChoose={(language) => save.mutate({ language })} />
        <ThemeSwitch onChoose={(theme) => save.mutate({ theme })} />
        <Slot of={topBar} props={{ personId: person.id }} />
        <MenuButton
          label={t('person')} className={styles.person}
          head={<PersonLine person={person} size={40} />}
          entries={[
            ...personal.map((item) => ({ key: item.key, label: localized(item.title), icon: item.icon, to: item.path })),
            { key: 'out', label: t('signOut'), icon: LogoutOutlined, onSelect: () => logout.mutate() },
          ]}
        >
          <Avatar name={person.displayName} departmentId={person.department.id} />
          <span className={styles.name} lang="zh-CN">{person.displayName}</span>
        </MenuButton>
      </div>
    </header>
  );
}
