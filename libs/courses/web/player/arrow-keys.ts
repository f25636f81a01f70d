import { useEffect } from 'react';
import { useNavigate } from 'react-router';

// where arrows already mean something: fields, choices, boxes that scroll sideways, dialogs
const OWN_ARROWS = 'input, select, textarea, [contenteditable], [role=menu], [role=tablist], [data-scrolls], dialog';

/** Left and right lead to the lesson before and after. */
export function useArrowKeys(previous: string | null, next: string | null): void {
  const navigate = useNavigate();
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (event.target instanceof Element && event.target.closest(OWN_ARROWS)) return;
      if (document.querySelector('dialog[open]')) return;
      const to = event.key === 'ArrowLeft' ? previous : event.key === 'ArrowRight' ? next : null;
      if (to) void navigate(to);
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [navigate, previous, next]);
}
