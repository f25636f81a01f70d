import type { AttemptView } from '@zhixing/courses/contract';
import { RequestError } from '@zhixing/platform/web';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { attemptQuery, saveAnswers } from '../api.ts';
import { AnswerKeeper } from './answer-keeper.ts';

const temporary = (error: unknown) => error instanceof RequestError && (error.temporary || error.code === 'too_many_requests');

/** The keeper of an open try's answers, for as long as its paper is on screen. */
export function useKeeper(attempt: AttemptView) {
  const client = useQueryClient();
  const [keeper] = useState(() => new AnswerKeeper(attempt.id, attempt.questions, {
    storage: localStorage,
    temporary,
    send: (answers) => saveAnswers(attempt.id, answers),
    // the paper in memory keeps up, for the way back to it
    onSaved: (saved) => client.setQueryData(attemptQuery(attempt.id).queryKey, (known) => known && {
      ...known,
      questions: known.questions.map((question) => {
        const kept = saved[question.id];
        return kept && kept.sequence > question.sequence ? { ...question, answer: kept.choices, sequence: kept.sequence } : question;
      }),
    }),
  }));
  const kept = useSyncExternalStore(keeper.subscribe, keeper.snapshot);

  useEffect(() => {
    const online = () => void keeper.retry();
    window.addEventListener('online', online);
    keeper.start();
    return () => {
      window.removeEventListener('online', online);
      keeper.stop();
    };
  }, [keeper]);
  useEffect(() => keeper.learn(attempt.questions), [keeper, attempt.questions]);
  useEffect(() => {
    // it was submitted elsewhere, or the registration ended: the server knows which
    if (kept.state === 'refused') void client.invalidateQueries({ queryKey: attemptQuery(attempt.id).queryKey });
  }, [client, attempt.id, kept.state]);
  return { keeper, ...kept };
}

/** The questions marked for later; known to this device only. */
export function useMarks(attemptId: string) {
  const key = `zhixing.marks.${attemptId}`;
  const [marks, setMarks] = useState<string[]>(() => {
    try {
      return JSON.parse(localStorage.getItem(key) ?? '[]') as string[];
    } catch {
      return [];
    }
  });
  const keep = (next: string[]) => {
    setMarks(next);
    if (next.length > 0) localStorage.setItem(key, JSON.stringify(next));
    else localStorage.removeItem(key);
  };
  return {
    marks,
    toggle: (questionId: string) => keep(marks.includes(questionId) ? marks.filter((one) => one !== questionId) : [...marks, questionId]),
    forget: () => keep([]),
  };
}
