import { v7 as uuid } from 'uuid';

/** A repeatable source of chance for the demo bank (mulberry32): the same seed tells the same story. */
export class DemoRandom {
  constructor(private state: number) {}

  /** In [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number, both ends included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  pick<T>(from: readonly T[]): T {
    return from[this.int(0, from.length - 1)]!;
  }

  /** A UUIDv7 of that moment. */
  id(at: Date): string {
    return uuid({ msecs: at.getTime(), random: Uint8Array.from({ length: 16 }, () => this.int(0, 255)), seq: this.int(0, 0xffffffff) });
  }
}
