import { Worker } from 'node:worker_threads';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { certificateDocument, type PaperDocument, type Print } from './document.ts';
import type { PdfAnswer, PdfQuestion } from './pdf-thread.ts';

/** Beside this file: in the sources as TypeScript, in the bundle as JavaScript. */
const THREAD = new URL(import.meta.url.endsWith('.ts') ? './pdf-thread.ts' : './pdf-thread.js', import.meta.url);

/** The thread and its two fonts of 10 MB are let go after a quiet minute. */
const IDLE = 60_000;

interface Waiting { resolve: (bytes: Buffer) => void; reject: (error: Error) => void }

/**
 * Paper as PDF, the same bytes for the same document. A certificate takes 60 to 130 ms of computing, measured on two cores,
 * so a thread of its own draws them one after the other; requests meanwhile go on.
 */
@Injectable()
export class PdfPrinter implements OnModuleDestroy {
  private thread: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;
  private idle: NodeJS.Timeout | undefined;

  /** A certificate. */
  print(print: Print): Promise<Buffer> {
    return this.draw(certificateDocument(print));
  }

  /** Any document. */
  draw(document: PaperDocument): Promise<Buffer> {
    clearTimeout(this.idle);
    this.thread ??= this.start();
    const id = ++this.asked;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.thread!.postMessage({ id, document } satisfies PdfQuestion);
    });
  }

  async onModuleDestroy(): Promise<void> {
    clearTimeout(this.idle);
    await this.thread?.terminate();
  }

  private start(): Worker {
    const thread = new Worker(THREAD, { execArgv: [] });
    thread.on('message', (answer: PdfAnswer) => this.answered(answer));
    thread.on('error', (error) => this.ended(thread, error as Error));
    thread.on('exit', () => this.ended(thread, new Error('the thread that draws paper ended')));
    thread.unref();
    return thread;
  }

  private answered(answer: PdfAnswer): void {
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if ('bytes' in answer) waiting?.resolve(Buffer.from(answer.bytes));
    else waiting?.reject(new Error(answer.failed));
    if (!this.waiting.size) this.idle = setTimeout(() => this.rest(), IDLE).unref();
  }

  private rest(): void {
    const { thread } = this;
    this.thread = null;
    void thread?.terminate();
  }

  /** The next request begins a new one. */
  private ended(thread: Worker, error: Error): void {
    if (this.thread !== thread) return;
    this.thread = null;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}
