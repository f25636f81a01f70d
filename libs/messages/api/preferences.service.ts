import { Inject, Injectable } from '@nestjs/common';
import type { Channel, ChannelChoice, MessagePreferences, SaveMessagePreferences } from '@zhixing/messages/contract';
import { type Actor, AppError, CONFIG, type Config, Database, first, type Reader } from '@zhixing/platform/api';
import type { Language } from '@zhixing/platform/contract';
import { HOUSE_QUIET, type Quiet } from './delivery.rules.ts';
import { MUTE, MUTES, QUIET, SAVE_QUIET, UNMUTE } from './messages.queries.ts';
import { inLanguage, Templates } from './templates.ts';

/** In which ways a person wants to hear of what. */
@Injectable()
export class PreferencesService {
  constructor(
    private readonly database: Database,
    private readonly templates: Templates,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async of(actor: Actor, language: Language, reader: Reader = this.database): Promise<MessagePreferences> {
    const persons = [[actor.personId]];
    const { from, until } = (await first<Quiet>(reader, QUIET, persons)) ?? HOUSE_QUIET;
    const mutes = new Set((await reader.rows<{ group: string; channel: string }>(MUTES, persons)).map((one) => `${one.group} ${one.channel}`));
    const groups = this.templates.groups.map(({ group, mandatory, mail }) => {
      const choice = (channel: Channel): ChannelChoice => (mandatory ? 'mandatory' : mutes.has(`${group.name} ${channel}`) ? 'off' : 'on');
      return { name: group.name, label: inLanguage(group.label, language), app: choice('app'), mail: mail ? choice('mail') : 'none' as const };
    });
    return { mail: this.config.mail !== undefined, quietFrom: from, quietUntil: until, groups };
  }

  /** Stores all choices anew. Not audited: they concern nobody else. @throws AppError invalid for a group that is unknown or cannot be muted */
  async save(actor: Actor, { quietFrom, quietUntil, muted }: SaveMessagePreferences, language: Language): Promise<MessagePreferences> {
    const free = new Set(this.templates.groups.filter((one) => !one.mandatory).map((one) => one.group.name));
    const refused = muted.flatMap(({ group }, at) => (free.has(group) ? [] : [{ path: `muted.${at}.group`, message: 'cannot be muted' }]));
    if (refused.length) throw new AppError('invalid', {}, refused);
    return this.database.transaction(async (tx) => {
      await tx.rows(SAVE_QUIET, [actor.personId, quietFrom, quietUntil]);
      await tx.rows(UNMUTE, [actor.personId]);
      await tx.rows(MUTE, [actor.personId, muted.map((one) => one.group), muted.map((one) => one.channel)]);
      return this.of(actor, language, tx);
    });
  }
}
