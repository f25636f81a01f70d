import { LiveMessage } from '@zhixing/platform/contract';
import { useEffect, useRef } from 'react';

/**
 * Hears news of these topics (`team:ID`, `job:ID`) while the page is open; the browser reconnects by itself and gets what it missed.
 * Only a help: a page that hears nothing is as right as it was when it was read.
 */
export function useLive(topics: readonly string[], onMessage: (message: LiveMessage) => void): void {
  const hear = useRef(onMessage);
  useEffect(() => {
    hear.current = onMessage;
  });
  const wanted = topics.join(',');
  useEffect(() => {
    if (!wanted) return;
    const source = new EventSource(`/api/v1/events?topics=${encodeURIComponent(wanted)}`);
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const message = LiveMessage.safeParse(JSON.parse(data));
      if (message.success) hear.current(message.data);
    };
    return () => source.close();
  }, [wanted]);
}
