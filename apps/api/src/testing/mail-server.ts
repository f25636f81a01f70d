import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A mail that arrived: its text as it came over the line. */
export interface ArrivedMail {
  to: string[];
  text: string;
}

/** A real SMTP server that keeps what it gets, and can be told to behave badly. */
export class MailServer {
  readonly mails: ArrivedMail[] = [];
  /** `silent` = says nothing from the start, `refuse` = no mail to anybody, `mute` = takes the text and never answers. */
  mood: 'good' | 'silent' | 'refuse' | 'mute' = 'good';
  private readonly server: SMTPServer;

  private constructor() {
    this.server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      closeTimeout: 1,
      onConnect: (_session, done) => void (this.mood === 'silent' || done()),
      onRcptTo: (_address, _session, done) => done(this.mood === 'refuse' ? Object.assign(new Error('Mailbox unavailable'), { responseCode: 550 }) : null),
      onData: (stream, session, done) => {
        void text(stream).then((received) => {
          if (this.mood === 'mute') return;
          this.mails.push({ to: session.envelope.rcptTo.map((one) => one.address), text: received });
          done();
        }, () => undefined); // the client hung up
      },
    });
    this.server.on('error', () => undefined); // a client that hangs up is what the tests are about
  }

  static async start(): Promise<MailServer> {
    const mail = new MailServer();
    mail.server.listen(0, '127.0.0.1');
    await once(mail.server.server, 'listening');
    return mail;
  }

  /** `timeout` = seconds of silence a client bears. */
  url(timeout: number): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}?timeout=${timeout}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
