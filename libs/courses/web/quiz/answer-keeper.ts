import type { PaperQuestion, SaveAnswers, SavedAnswers } from '@zhixing/courses/contract';

/** An answer as this device knows it. */
export interface KeptAnswer { choices: string[]; sequence: number }

/** `retrying`: nothing is lost, the network is; `refused`: the server does not take answers any more. */
export type SaveState = 'saved' | 'saving' | 'retrying' | 'refused';

/** What the paper shows of its keeper; a new object after each change. */
export interface KeeperSnapshot { answers: Record<string, KeptAnswer>; state: SaveState; unsaved: number }

interface Surroundings {
  send: (answers: SaveAnswers['answers']) => Promise<SavedAnswers>;
  /** The drawer for answers the server has not confirmed; survives a reload. */
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Worth another try: the network or the server's side failed. */
  temporary: (error: unknown) => boolean;
  /** The server confirmed these. */
  onSaved?: (answers: Record<string, KeptAnswer>) => void;
  wait?: (run: () => void, milliseconds: number) => unknown;
}

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 15_000;

/**
 * Keeps the answers of one try until the server has them. Every change of an answer raises its sequence, is written to this device
 * first and then sent; of two saves of a question the higher sequence stands. One request at a time, so that order is plain; what
 * changed meanwhile goes with the next. After a failed network it tries again with growing pauses.
 */
export class AnswerKeeper {
  #answers: Record<string, KeptAnswer> = {};
  #pending = new Map<string, KeptAnswer>();
  #state: SaveState = 'saved';
  #snapshot: KeeperSnapshot;
  #listeners = new Set<() => void>();
  #sending: Promise<void> | undefined;
  #failures = 0;
  #pausing = false;
  #stopped = false;
  readonly #key: string;
  readonly #around: Surroundings;

  constructor(attemptId: string, questions: Pick<PaperQuestion, 'id' | 'answer' | 'sequence'>[], around: Surroundings) {
    this.#key = `zhixing.answers.${attemptId}`;
    this.#around = around;
    for (const question of questions) this.#answers[question.id] = { choices: question.answer, sequence: question.sequence };
    for (const [id, kept] of Object.entries(this.#read())) {
      // the server has something newer, from another device: the kept one is history
      if (kept.sequence <= (this.#answers[id]?.sequence ?? Infinity)) continue;
      this.#answers[id] = kept;
      this.#pending.set(id, kept);
    }
    this.#snapshot = this.#look();
    if (this.#pending.size === 0) this.#around.storage.removeItem(this.#key);
  }

  /** The paper is on screen: sends what an earlier page left unconfirmed. */
  start(): void {
    this.#stopped = false;
    void this.flush();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  snapshot = (): KeeperSnapshot => this.#snapshot;

  /** The person chose; an empty list clears the answer. */
  answer(questionId: string, choices: string[]): void {
    if (this.#state === 'refused') return;
    const kept = { choices, sequence: (this.#answers[questionId]?.sequence ?? 0) + 1 };
    this.#answers = { ...this.#answers, [questionId]: kept };
    this.#pending.set(questionId, kept);
    this.#write();
    void this.flush();
  }

  /** The paper was read again; answers given on another device since then are taken over. */
  learn(questions: Pick<PaperQuestion, 'id' | 'answer' | 'sequence'>[]): void {
    for (const { id, answer, sequence } of questions) {
      if (sequence <= (this.#answers[id]?.sequence ?? 0)) continue;
      this.#answers = { ...this.#answers, [id]: { choices: answer, sequence } };
      this.#pending.delete(id);
    }
    this.#write();
    this.#publish();
  }

  /** Sends what is not saved yet; resolves to whether all of it is. Called by itself after each answer. */
  async flush(): Promise<boolean> {
    while (this.#pending.size > 0 && !this.#stopped && this.#state !== 'refused') {
      this.#sending ??= this.#send().finally(() => (this.#sending = undefined));
      await this.#sending;
      if (this.#failures > 0) break;
    }
    return this.#pending.size === 0;
  }

  /** The paper left the screen; what is not saved stays on this device. */
  stop(): void {
    this.#stopped = true;
    this.#listeners.clear();
  }

  async #send(): Promise<void> {
    const batch = [...this.#pending].slice(0, 100);
    if (this.#failures === 0) this.#turn('saving');
    try {
      const { saved } = await this.#around.send(batch.map(([questionId, kept]) => ({ questionId, ...kept })));
      this.#failures = 0;
      this.#confirm(batch, new Map(saved.map(({ questionId, sequence }) => [questionId, sequence])));
      this.#turn(this.#pending.size > 0 ? 'saving' : 'saved');
    } catch (error) {
      if (!this.#around.temporary(error)) return this.#turn('refused');
      this.#failures += 1;
      this.#turn('retrying');
      this.#pause(Math.min(FIRST_WAIT * 2 ** (this.#failures - 1), LONGEST_WAIT));
    }
  }

  /** One pause at a time, however many answers fail to go out. */
  #pause(milliseconds: number): void {
    if (this.#pausing) return;
    this.#pausing = true;
    (this.#around.wait ?? setTimeout)(() => {
      this.#pausing = false;
      void this.retry();
    }, milliseconds);
  }

  /** Tries at once, whatever the pause; the browser says the network is back. */
  async retry(): Promise<void> {
    if (this.#failures === 0 || this.#sending || this.#stopped) return;
    await (this.#sending = this.#send().finally(() => (this.#sending = undefined)));
    if (this.#failures === 0) await this.flush();
  }

  #confirm(batch: [string, KeptAnswer][], stored: Map<string, number>): void {
    const confirmed: Record<string, KeptAnswer> = {};
    for (const [id, sent] of batch) {
      const now = this.#answers[id]!;
      const sequence = stored.get(id) ?? 0;
      if (sequence > sent.sequence && now.sequence <= sequence) {
        // another device wrote meanwhile; what the person sees here is the newer wish, so it goes out once more, above that
        const again = { choices: now.choices, sequence: sequence + 1 };
        this.#answers = { ...this.#answers, [id]: again };
        this.#pending.set(id, again);
      } else if (now.sequence === sent.sequence) {
        this.#pending.delete(id);
        confirmed[id] = sent;
      }
    }
    this.#write();
    this.#around.onSaved?.(confirmed);
  }

  #turn(state: SaveState): void {
    this.#state = state;
    this.#publish();
  }

  #publish(): void {
    this.#snapshot = this.#look();
    for (const listener of this.#listeners) listener();
  }

  #look(): KeeperSnapshot {
    return { answers: this.#answers, state: this.#state, unsaved: this.#pending.size };
  }

  #write(): void {
    if (this.#pending.size === 0) this.#around.storage.removeItem(this.#key);
    else this.#around.storage.setItem(this.#key, JSON.stringify(Object.fromEntries(this.#pending)));
    this.#publish();
  }

  #read(): Record<string, KeptAnswer> {
    try {
      return JSON.parse(this.#around.storage.getItem(this.#key) ?? '{}') as Record<string, KeptAnswer>;
    } catch {
      return {}; // another version of this page wrote it
    }
  }
}
