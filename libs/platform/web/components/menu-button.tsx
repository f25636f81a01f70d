import CheckOutlined from '@ant-design/icons/CheckOutlined';
import { type ComponentType, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import styles from './menu-button.module.css';

/** A line of the menu: leads somewhere (`to`) or does something (`onSelect`); with `checked` it is one of several choices. */
export interface MenuEntry { key: string; label: string; icon?: ComponentType<{ className?: string }>; to?: string; onSelect?: () => void; checked?: boolean; lang?: string }

/** A button that opens a short menu (WAI-ARIA menu button): arrows move, Escape returns to the button, a click elsewhere closes. */
export function MenuButton({ label, className = '', head, entries, children }: {
  /** The button's name to a screen reader. */
  label: string;
  className?: string;
  /** Facts above the entries. */
  head?: ReactNode;
  entries: MenuEntry[];
  /** What the button shows. */
  children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useId();
  const navigate = useNavigate();

  useEffect(() => {
    if (!open) return;
    lines(box.current)[0]?.focus();
    const closeOutside = (event: PointerEvent) => box.current?.contains(event.target as Node) || setOpen(false);
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [open]);

  const select = (entry: MenuEntry) => {
    setOpen(false);
    button.current?.focus();
    entry.onSelect?.();
    if (entry.to) void navigate(entry.to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' && !open) setOpen(true);
    else if (!open) return;
    else if (event.key === 'Tab') return setOpen(false);
    else if (event.key === 'Escape') { setOpen(false); button.current?.focus(); }
    else if (!move(lines(box.current), event.key)) return;
    event.preventDefault();
  };

  return (
    <div ref={box} className={styles.box} onKeyDown={onKeyDown}>
      <button ref={button} type="button" className={`${styles.button} ${className}`} title={label} aria-haspopup="menu" aria-expanded={open} aria-controls={open ? menu : undefined} onClick={() => setOpen(!open)}>
        {children}
        <span className="zx-only-read">{label}</span>
      </button>
      {open && (
        <div className={`${styles.popup} ${head ? styles.wide : ''}`}>
          {head && <div className={styles.head}>{head}</div>}
          <ul id={menu} role="menu" aria-label={label}>
            {entries.map((entry) => (
              <li key={entry.key} role="none">
                <button
                  type="button" tabIndex={-1} className={styles.entry} onClick={() => select(entry)} lang={entry.lang}
                  {...(entry.checked === undefined ? { role: 'menuitem' } : { role: 'menuitemradio', 'aria-checked': entry.checked })}
                >
                  {entry.icon && <entry.icon className={styles.icon} />}
                  <span className={styles.label}>{entry.label}</span>
                  {entry.checked && <CheckOutlined aria-hidden className={styles.check} />}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

const lines = (box: HTMLElement | null): HTMLElement[] => [...(box?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];

/** Moves the focus by an arrow key; false when the key means nothing here. */
function move(entries: HTMLElement[], key: string): boolean {
  const now = entries.indexOf(document.activeElement as HTMLElement);
  const target = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: -1 }[key];
  if (target === undefined) return false;
  entries.at(target % entries.length)?.focus();
  return true;
}
