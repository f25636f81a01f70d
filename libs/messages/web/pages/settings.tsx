import { type Channel, type ChannelChoice, type MessagePreferences, messagesPages } from '@zhixing/messages/contract';
import { PageHeader, Panel, QueryView, Skeleton, toast } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Switch } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { preferencesQuery, useSaveMessagePreferences } from '../api.ts';
import styles from './settings.module.css';

const CHANNELS = ['app', 'mail'] as const satisfies Channel[];

/** In which ways the person wants to hear of what, and when not. Every change is stored at once. */
export default function SettingsPage() {
  const { t } = useTranslation('messages');
  const query = useQuery(preferencesQuery);
  return (
    <>
      <PageHeader title={t('settings.title')} context={t('settings.context')} back={{ to: messagesPages.notifications.path, label: t('title') }} />
      <QueryView query={query} loading={<Panel title={t('settings.groups')}><Skeleton lines={5} /></Panel>}>{(chosen) => <Choices chosen={chosen} />}</QueryView>
    </>
  );
}

function Choices({ chosen }: { chosen: MessagePreferences }) {
  const { t } = useTranslation('messages');
  const save = useSaveMessagePreferences();
  const { quietFrom, quietUntil, groups } = save.isPending ? { ...chosen, ...applied(chosen, save.variables) } : chosen;
  const store = (change: Partial<Pick<MessagePreferences, 'quietFrom' | 'quietUntil' | 'groups'>>) => {
    const next = { quietFrom, quietUntil, groups, ...change };
    save.mutate({ quietFrom: next.quietFrom, quietUntil: next.quietUntil, muted: mutedOf(next.groups) }, { onSuccess: () => toast.success(t('settings.saved')) });
  };
  const choose = (group: string, channel: Channel, on: boolean) => store({ groups: groups.map((one) => (one.name === group ? { ...one, [channel]: on ? 'on' : 'off' } : one)) });
  const channels = CHANNELS.filter((channel) => channel === 'app' || chosen.mail);
  return (
    <div className={styles.panels}>
      <Panel title={t('settings.groups')} context={t(chosen.mail ? 'settings.groupsHint' : 'settings.noMail')} flush>
        <table className={styles.table}>
          <thead><tr><th scope="col">{t('settings.group')}</th>{channels.map((channel) => <th key={channel} scope="col">{t(`channel.${channel}`)}</th>)}</tr></thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.name}>
                <th scope="row">{group.label}</th>
                {channels.map((channel) => (
                  <td key={channel}>
                    <Choice choice={group[channel]} label={t('settings.choice', { group: group.label, channel: t(`channel.${channel}`) })} busy={save.isPending} onChoose={(on) => choose(group.name, channel, on)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
      {chosen.mail && (
        <Panel title={t('settings.quiet')} context={t('settings.quietHint')}>
          <div className={styles.times}>
            <Time label={t('settings.from')} value={quietFrom} onStore={(value) => store({ quietFrom: value })} />
            <Time label={t('settings.until')} value={quietUntil} onStore={(value) => store({ quietUntil: value })} />
          </div>
        </Panel>
      )}
    </div>
  );
}

function Choice({ choice, label, busy, onChoose }: { choice: ChannelChoice; label: string; busy: boolean; onChoose: (on: boolean) => void }) {
  const { t } = useTranslation('messages');
  if (choice === 'none' || choice === 'mandatory') return <span className={styles.fixed}>{t(`settings.${choice}`)}</span>;
  return <Switch aria-label={label} checked={choice === 'on'} disabled={busy} onChange={onChoose} />;
}

/** A time of day, stored when the field is left. */
function Time({ label, value, onStore }: { label: string; value: string; onStore: (value: string) => void }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <input key={value} id={id} type="time" className={styles.time} defaultValue={value} required onBlur={({ target }) => target.value && target.value !== value && onStore(target.value)} />
    </div>
  );
}

const mutedOf = (groups: MessagePreferences['groups']) => groups.flatMap((group) => CHANNELS.filter((channel) => group[channel] === 'off').map((channel) => ({ group: group.name, channel })));

/** The choices as they will be once stored. */
function applied({ groups }: MessagePreferences, { muted, ...times }: { quietFrom: string; quietUntil: string; muted: { group: string; channel: Channel }[] }) {
  const choice = (name: string, channel: Channel, before: ChannelChoice): ChannelChoice =>
    before === 'none' || before === 'mandatory' ? before : muted.some((one) => one.group === name && one.channel === channel) ? 'off' : 'on';
  return { ...times, groups: groups.map((group) => ({ ...group, app: choice(group.name, 'app', group.app), mail: choice(group.name, 'mail', group.mail) })) };
}
