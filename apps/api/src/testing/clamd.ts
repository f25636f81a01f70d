import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** The test file of the anti-virus industry, in two parts so that no scanner takes offence at this file. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** A server that speaks as much of clamd as we use: INSTREAM, which finds the EICAR file. */
export class Clamd {
  /** `silent` = reads and never answers, `busy` = says that it cannot, `limit` = hangs up after so many bytes, as clamd does past its StreamMaxLength. */
  mood: 'good' | 'silent' | 'busy' | 'limit' = 'good';
  /** Files it was asked about. */
  asked = 0;
  private readonly server: Server;
  private readonly open = new Set<Socket>();

  private constructor() {
    this.server = createServer((socket) => {
      this.open.add(socket.on('error', () => undefined).on('close', () => this.open.delete(socket)));
      void this.serve(socket).catch(() => socket.destroy());
    });
  }

  static async start(): Promise<Clamd> {
    const clamd = new Clamd();
    clamd.server.listen(0, '127.0.0.1');
    await once(clamd.server, 'listening');
    return clamd;
  }

  /** `timeout` = seconds of silence a client bears. */
  url(timeout: number): string {
    return `clamd://127.0.0.1:${(this.server.address() as AddressInfo).port}?timeout=${timeout}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.open) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(socket: Socket): Promise<void> {
    const command = 'zINSTREAM\0';
    let received: Buffer = Buffer.alloc(0);
    for await (const chunk of socket as AsyncIterable<Buffer>) {
      received = Buffer.concat([received, chunk]);
      if (received.length < command.length + 4) continue;
      if (received.subarray(0, command.length).toString() !== command) throw new Error('not a command of ours');
      const { file, ended } = parts(received.subarray(command.length));
      if (this.mood === 'limit' && file.length > 1000) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
      if (!ended) continue;
      this.asked++;
      if (this.mood === 'silent') continue;
      socket.end(this.mood === 'busy' ? 'ERROR\0' : file.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
      return;
    }
  }
}

/** The bytes of the parts that are there as a whole, and whether the last one was. */
function parts(stream: Buffer): { file: Buffer; ended: boolean } {
  const found: Buffer[] = [];
  for (let at = 0; at + 4 <= stream.length; ) {
    const length = stream.readUInt32BE(at);
    if (!length) return { file: Buffer.concat(found), ended: true };
    if (at + 4 + length > stream.length) break;
    found.push(stream.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return { file: Buffer.concat(found), ended: false };
}
