import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config } from './config.ts';
import { AppError } from './errors.ts';

/** One part of the stream. */
const CHUNK = 64 * 1024;

/**
 * The virus scanner before the storage: a ClamAV daemon, over its INSTREAM command. Without SCANNER_URL nothing is scanned. Own code, because the library for it
 * (clamscan) reads ahead of the daemon without bound and waits for ever for one that falls silent.
 */
@Injectable()
export class Scanner {
  private readonly logger = new Logger('scanner');

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Lets clean bytes pass. @throws AppError `files.infected`; `unavailable` when the scanner does not say that they are clean */
  async check(path: string): Promise<void> {
    if (!this.config.scanner) return;
    const answer = await this.ask(path).catch((cause: unknown) => {
      throw Object.assign(new AppError('unavailable'), { cause });
    });
    if (answer === 'stream: OK') return;
    const [, signature] = /^stream: (.+) FOUND$/.exec(answer) ?? [];
    if (!signature) throw Object.assign(new AppError('unavailable'), { cause: new Error(`The scanner said ${JSON.stringify(answer)}`) });
    this.logger.warn(`An upload was refused: ${signature}`);
    throw new AppError('files.infected');
  }

  /** What the daemon says of the file; it may say so before it has seen all of it. */
  private async ask(path: string): Promise<string> {
    const { host, port, silence } = this.config.scanner!;
    const socket = connect({ host, port });
    socket.setTimeout(silence, () => socket.destroy(new Error('The scanner is silent')));
    try {
      // not waited for: a daemon that hangs up early leaves the sending undecided
      void this.send(path, socket).catch((cause: Error) => socket.destroy(cause));
      return (await text(socket)).replaceAll('\0', '').trim();
    } finally {
      socket.destroy();
    }
  }

  /** The file as INSTREAM wants it: each part after its length, a length of zero at the end. */
  private async send(path: string, socket: Socket): Promise<void> {
    const parts = async function* (chunks: AsyncIterable<Buffer>) {
      yield 'zINSTREAM\0';
      for await (const chunk of chunks) {
        const length = Buffer.alloc(4);
        length.writeUInt32BE(chunk.length);
        yield length;
        yield chunk;
      }
      yield Buffer.alloc(4);
    };
    // one that has seen enough hangs up; its answer counts
    await pipeline(createReadStream(path, { highWaterMark: CHUNK }), parts, socket, { end: false }).catch((error: NodeJS.ErrnoException) => {
      if (!['EPIPE', 'ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE'].includes(error.code ?? '')) throw error;
    });
  }
}
