import { LiveMessage } from '@zhixing/platform/contract';
import { useEffect, useRef } from 'react';
import { withQuery } from './http.ts';

type Listener = (message: LiveMessage) => void;

/** Milliseconds: until a hidden tab stops listening; before a refused stream is asked for again, doubled each time up to the last. */
const HIDDEN = 30_000;
const REFUSED = 5_000;
const REFUSED_MOST = 300_000;

/** Who hears what. The whole tab has one stream: browsers open six connections to a host at most. */
const listeners = new Map<string, Set<Listener>>();
let source: EventSource | undefined;
let opened = '';
let heard: string | undefined;
let refusals = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

function listenLater(pause: number): void {
  clearTimeout(timer);
  timer = setTimeout(listen, pause);
}

/** Brings the stream in line with what is wanted; a new one begins after what the last one heard. */
function listen(): void {
  const wanted = document.hidden ? '' : [...listeners.keys()].sort().join(',');
  if (wanted === opened) return;
  source?.close();
  source = undefined;
  opened = wanted;
  if (listeners.size === 0) heard = undefined; // the next one to listen may be another person
  if (!wanted) return;
  const stream = new EventSource(`/api/v1${withQuery('/events', { topics: wanted, after: heard })}`);
  source = stream;
  stream.onopen = () => { refusals = 0; };
  stream.onmessage = ({ data, lastEventId }: MessageEvent<string>) => {
    heard = lastEventId;
    const message = LiveMessage.safeParse(JSON.parse(data)).data;
    if (message) listeners.get(`${message.topic}:${message.key}`)?.forEach((hear) => hear(message));
  };
  stream.onerror = () => {
    if (stream.readyState !== EventSource.CLOSED || stream !== source) return; // a lost connection: the browser tries again by itself
    opened = '';
    listenLater(Math.min(REFUSED * 2 ** refusals++, REFUSED_MOST));
  };
}

if (typeof document !== 'undefined') document.addEventListener('visibilitychange', () => listenLater(document.hidden ? HIDDEN : 0));

/**
 * Hears news of these topics (`team:ID`, `job:ID`) while the page is open and in sight; a lost stream comes back and brings what was missed.
 * Only a help: a page that hears nothing is as right as it was when it was read.
 */
export function useLive(topics: readonly string[], onMessage: Listener): void {
  const latest = useRef(onMessage);
  useEffect(() => {
    latest.current = onMessage;
  });
  const wanted = topics.join(',');
  useEffect(() => {
    const names = wanted ? wanted.split(',') : [];
    const hear: Listener = (message) => latest.current(message);
    for (const name of names) listeners.set(name, (listeners.get(name) ?? new Set()).add(hear));
    listenLater(0);
    return () => {
      for (const name of names) {
        listeners.get(name)?.delete(hear);
        if (!listeners.get(name)?.size) listeners.delete(name);
      }
      listenLater(0);
    };
  }, [wanted]);
}
