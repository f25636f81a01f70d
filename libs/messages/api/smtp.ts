import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { ChannelFailure } from './channel.ts';

/** Who sends to whom, as the server is told. */
export interface Envelope {
  from: string;
  to: string[];
}

/** Seconds a server may stay silent at one step, unless the address says `?timeout=`. */
const SILENCE = 20;
/** How many such silences the whole may take. */
const STEPS = 6;

/** What a failed step of the library tells. */
interface StepError extends Error {
  responseCode?: number;
  command?: string;
}

/** `smtp://user:password@host:587?timeout=20`; `smtps` = TLS from the first byte, else STARTTLS where the server has it. */
function optionsOf(address: string) {
  const url = new URL(address);
  const secure = url.protocol === 'smtps:';
  const silence = Number(url.searchParams.get('timeout') ?? SILENCE) * 1000;
  return {
    auth: url.username ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } : undefined,
    silence,
    connection: { host: url.hostname, port: Number(url.port) || (secure ? 465 : 587), secure, connectionTimeout: silence, greetingTimeout: silence, socketTimeout: silence, dnsTimeout: silence, socketCloseTimeout: 0 },
  };
}

/**
 * Gives one mail to a server, over a connection of its own. The library's own `sendMail` does not say when the text begins to leave; here `handOver` is awaited
 * after the server has accepted sender and recipient and asked for it (RFC 5321, 354).
 * @throws ChannelFailure, after two minutes at the latest
 */
export async function sendBySmtp(address: string, envelope: Envelope, bytes: Buffer, handOver: () => Promise<void>): Promise<void> {
  const { auth, silence, connection: options } = optionsOf(address);
  const connection = new SMTPConnection(options);
  const failed = Promise.withResolvers<never>();
  connection.on('error', failed.reject);
  connection.on('end', () => failed.reject(new Error('The connection ended')));
  const step = <T>(run: (done: (error?: Error | null, result?: T) => void) => void): Promise<T | undefined> =>
    Promise.race([failed.promise, new Promise<T | undefined>((resolve, reject) => run((error, result) => (error ? reject(error) : resolve(result))))]);
  const timer = setTimeout(() => failed.reject(new Error('The server takes too long')), silence * STEPS);
  let handedOver = false;
  const text = Readable.from((async function* () {
    await handOver();
    handedOver = true;
    yield bytes;
  })());
  try {
    await step((done) => connection.connect(done));
    if (auth) await step((done) => connection.login(auth, done));
    await step((done) => connection.send(envelope, text, done));
  } catch (error) {
    const { message, responseCode, command = '' } = error as StepError;
    const refused = responseCode !== undefined && /^(MAIL FROM|RCPT TO|DATA)$/.test(command);
    throw new ChannelFailure(message, refused ? 'letter' : 'channel', handedOver && responseCode === undefined);
  } finally {
    clearTimeout(timer);
    failed.promise.catch(() => undefined); // the end that follows is no failure
    connection.close();
  }
}
