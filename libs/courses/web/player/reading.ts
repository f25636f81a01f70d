import type { LessonView, RegistrationView } from '@zhixing/courses/contract';
import { RequestError, sentenceOf } from '@zhixing/platform/web';
import { useEffect, useRef, useState } from 'react';
import { v7 } from 'uuid';
import { useReportEvent } from '../api.ts';

/** Seconds between two signs of life; the server counts at most 15 between them. */
const BEAT = 10;
/** Without a key, a touch or a scroll for this long nobody is reading. */
const IDLE = 60_000;

const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'scroll', 'touchmove'] as const;

/** The server counts whole seconds only, so what it says may last one more; a small difference on the way is not worth a jump on screen. */
function follow(now: number, remaining: number): number {
  if (remaining === 0) return 0;
  return now > 2 && Math.abs(now - remaining) <= 2 ? now : remaining + 1;
}

/** Lessons still take events: while learning, and after passing (what is optional is left); not after failing or giving up. */
export const isLive = ({ status }: Pick<RegistrationView, 'status'>): boolean => status === 'open' || status === 'passed';

/** Where the reading of a lesson stands; `left` counts down between the server's answers, which alone decide. */
export interface Reading {
  left: number;
  /** Nobody reads, so nothing counts. */
  paused: boolean;
  marking: boolean;
  /** Why "mark done" was refused. */
  refusal: string | null;
  /** Resolves to the registration's status when the server accepted. */
  markDone: () => Promise<string | undefined>;
}

/** Tells the server that the lesson is open, then every ten seconds that it is being read: visible, and with a sign of life in the last minute. */
export function useReading(registrationId: string, lesson: LessonView, live: boolean): Reading {
  const { mutateAsync: report } = useReportEvent(registrationId, lesson.key);
  const [left, setLeft] = useState(lesson.remainingSeconds);
  const [paused, setPaused] = useState(false);
  const [marking, setMarking] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const opening = useRef<Promise<unknown>>(undefined);
  const count = useRef(left);
  useEffect(() => {
    count.current = left;
  }, [left]);

  useEffect(() => {
    if (!live) return;
    let [sign, seconds, stopped] = [performance.now(), 0, false];
    const alive = () => { sign = performance.now(); };
    const send = (kind: 'opened' | 'heartbeat') => report({ id: v7(), kind }).then(
      ({ remainingSeconds }) => setLeft((now) => follow(now, remainingSeconds)),
      // a lost sign of life costs ten seconds of credit, no more; but a registration that ended takes no more of them
      (error: unknown) => { if (error instanceof RequestError && error.code === 'courses.registration_closed') stopped = true; },
    );
    opening.current = send('opened');
    const clock = setInterval(() => {
      const reading = document.visibilityState === 'visible' && performance.now() - sign < IDLE;
      setPaused(!reading);
      if (!reading || stopped) return;
      seconds += 1;
      // the last second is the server's to give: the count ends when it says so
      if (seconds % BEAT === 0 || count.current === 1) void send('heartbeat');
      setLeft((now) => (now > 1 ? now - 1 : now));
    }, 1_000);
    for (const name of SIGNS) window.addEventListener(name, alive, { passive: true });
    return () => {
      clearInterval(clock);
      for (const name of SIGNS) window.removeEventListener(name, alive);
    };
  }, [report, live]);

  const markDone = async () => {
    setMarking(true);
    setRefusal(null);
    try {
      await opening.current;
      const { progress } = await report({ id: v7(), kind: 'marked_done' });
      return progress.status;
    } catch (error) {
      if (error instanceof RequestError && error.code === 'courses.too_early') setLeft(Number(error.values.seconds) || lesson.remainingSeconds);
      setRefusal(sentenceOf(error));
      return undefined;
    } finally {
      setMarking(false);
    }
  };
  return { left, paused, marking, refusal, markDone };
}
