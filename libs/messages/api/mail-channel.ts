import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config, MailSettings } from '@zhixing/platform/api';
import { createTransport } from 'nodemailer';
import { ChannelFailure, type Letter, type OutgoingChannel } from './channel.ts';
import type { RecipientRow } from './deliveries.queries.ts';
import { type Envelope, sendBySmtp } from './smtp.ts';

/** Writes letters out as RFC 5322 mail; nothing of a letter is read as a file or an address. */
const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows', disableFileAccess: true, disableUrlAccess: true });

/** Mail: by the server of `SMTP_URL`, or as `.eml` files while developing. */
export class MailChannel implements OutgoingChannel {
  readonly name = 'mail';
  readonly perMinute: number;
  readonly perDay: number;
  private readonly domain: string;

  constructor(
    { publicUrl }: Config,
    private readonly settings: MailSettings,
  ) {
    this.perMinute = settings.perMinute;
    this.perDay = settings.perDay;
    this.domain = new URL(publicUrl).hostname;
  }

  addressOf({ mail }: RecipientRow): string | null {
    return mail;
  }

  async send(letter: Letter, handOver: () => Promise<void>): Promise<void> {
    const { bytes, envelope } = await this.compose(letter);
    const { to } = this.settings;
    if ('server' in to) await sendBySmtp(to.server, envelope, bytes, handOver);
    else await this.keep(to.folder, letter.id, bytes, handOver);
  }

  private async compose({ id, to, name, subject, text, at }: Letter): Promise<{ bytes: Buffer; envelope: Envelope }> {
    const mail = { from: this.settings.from, to: { name, address: to }, subject, text, date: at, messageId: `<${id}@${this.domain}>`, headers: { 'Auto-Submitted': 'auto-generated' } };
    const { message, envelope } = await composer.sendMail(mail);
    if (!envelope.from || !Buffer.isBuffer(message)) throw new ChannelFailure('The sender is not an address', 'channel');
    return { bytes: message, envelope: { from: envelope.from, to: [to] } };
  }

  private async keep(folder: string, id: string, bytes: Buffer, handOver: () => Promise<void>): Promise<void> {
    await handOver();
    const name = join(folder, `${id}.eml`);
    try {
      await mkdir(folder, { recursive: true });
      await writeFile(`${name}.part`, bytes);
      await rename(`${name}.part`, name);
    } catch (error) {
      throw new ChannelFailure((error as Error).message, 'channel');
    }
  }
}
