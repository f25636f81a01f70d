import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, Database } from '@zhixing/platform/api';
import type { Letter } from './channel.ts';
import { type ClaimedRow, CONTENTS, type RecipientRow } from './deliveries.queries.ts';
import { Templates, type Worded } from './templates.ts';

const WORDS = {
  'zh-CN': { digest: (count: number) => `知行：您有 ${count} 条新消息`, hello: (name: string) => `${name}，您好：`, why: '您收到这封邮件，是因为知行有消息要告诉您。选择接收哪些邮件：' },
  en: { digest: (count: number) => `Zhixing: ${count} ${count === 1 ? 'message' : 'messages'} for you`, hello: (name: string) => `Dear ${name},`, why: 'Zhixing sent you this mail. Choose which ones you get:' },
};

/** Writes the letter of a delivery: one message, or all of a digest, each with the link to what it is about. */
@Injectable()
export class Letters {
  constructor(
    private readonly database: Database,
    private readonly templates: Templates,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async write(delivery: ClaimedRow, { display_name: name, language }: RecipientRow, address: string): Promise<Letter> {
    const contents = await this.database.rows<Worded & { link: string }>(CONTENTS, [delivery.id]);
    const told = contents.map((one) => ({ ...this.templates.words(one, language), link: this.config.publicUrl + one.link }));
    const words = WORDS[language];
    const paragraphs = told.map(({ title, body, link }) => `${delivery.message_id ? '' : `■ ${title}\n`}${body}\n${link}`);
    const text = [words.hello(name), ...paragraphs, `--\n${words.why}\n${this.config.publicUrl}/notifications/settings`].join('\n\n');
    return { id: delivery.id, to: address, name, subject: delivery.message_id ? told[0]!.title : words.digest(told.length), text, at: delivery.created_at };
  }
}
