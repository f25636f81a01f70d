import SearchOutlined from '@ant-design/icons/SearchOutlined';
import { useQuery } from '@tanstack/react-query';
import { holdEnterWhileComposing, sentenceOf } from '@zhixing/platform/web';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { searchPath, searchQuery } from './search.ts';
import styles from './search-dialog.module.css';

const PAUSE = 150;
const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The search over everything: a field in the bar that opens a dialog, also by Ctrl-K or `/` (WAI-ARIA combobox with a list: arrows choose, Enter opens, Escape closes). */
export function Search() {
  const { t } = useTranslation('shell');
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]');
      const wanted = (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) || (event.key === '/' && !typing);
      if (!wanted || event.isComposing || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <>
      <button type="button" className={styles.open} aria-haspopup="dialog" aria-keyshortcuts="Control+K /" onClick={() => setOpen(true)}>
        <SearchOutlined aria-hidden /><span className={styles.hint}>{t('search.hint')}</span><kbd aria-hidden lang="en" className={styles.key}>{isApple ? '⌘K' : 'Ctrl K'}</kbd>
      </button>
      {open && <SearchDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function SearchDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('shell');
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useId();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const [active, setActive] = useState(0);
  const composing = useRef(false);
  const query = useQuery(searchQuery(asked));
  const groups = (asked && query.data?.groups) || [];
  const paths = [...groups.flatMap((group) => group.items.map((item) => item.path)), ...(asked ? [searchPath(asked)] : [])];

  useEffect(() => { dialog.current?.showModal(); }, []);
  useEffect(() => {
    const timer = setTimeout(() => { if (!composing.current) { setAsked(typed.trim()); setActive(0); } }, PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  const optionId = (place: number) => `${list}-${place}`;
  useEffect(() => { document.getElementById(optionId(active))?.scrollIntoView({ block: 'nearest' }); });

  const go = (path: string) => {
    onClose();
    void navigate(path);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing.current) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setActive((now) => (now + (event.key === 'ArrowDown' ? 1 : paths.length - 1)) % Math.max(paths.length, 1));
    else if (event.key === 'Enter') go(typed.trim() === asked && paths[active] ? paths[active] : searchPath(typed.trim()));
    else return;
    event.preventDefault();
  };
  let place = 0;
  const option = (path: string, children: React.ReactNode, className = styles.hit) => {
    const own = place++;
    return (
      <div key={own} id={optionId(own)} role="option" aria-selected={own === active} className={`${className} ${own === active ? styles.active : ''}`} onPointerMove={() => setActive(own)} onClick={() => go(path)}>
        {children}
      </div>
    );
  };

  return (
    <dialog ref={dialog} className={styles.dialog} aria-label={t('search.title')} onClose={onClose} onClick={(event) => event.target === event.currentTarget && onClose()}>
      <div className={styles.inside} onKeyDownCapture={holdEnterWhileComposing}>
        <div className={styles.field}>
          <SearchOutlined aria-hidden className={styles.glass} />
          <input
            type="text" role="combobox" enterKeyHint="search" autoComplete="off" spellCheck={false} maxLength={100} autoFocus
            aria-label={t('search.title')} aria-expanded={paths.length > 0} aria-controls={list} aria-activedescendant={paths.length ? optionId(active) : undefined} aria-autocomplete="list"
            placeholder={t('search.placeholder')} value={typed} onChange={(event) => setTyped(event.target.value)} onKeyDown={onKeyDown}
            onCompositionStart={() => { composing.current = true; }}
            onCompositionEnd={(event) => { composing.current = false; setTyped(`${event.currentTarget.value} `.trimEnd()); setAsked(event.currentTarget.value.trim()); setActive(0); }}
          />
          <button type="button" className={styles.close} onClick={onClose}>{t('search.close')}</button>
        </div>
        <div id={list} role="listbox" aria-label={t('search.found')} className={styles.list} aria-busy={query.isFetching}>
          {groups.map((group) => (
            <div key={group.kind} role="group" aria-label={group.title} className={styles.group}>
              <p className={styles.heading} aria-hidden>{group.title}</p>
              {group.items.map((item) => option(item.path, <><span className={styles.name} lang="zh-CN">{item.title}</span>{item.context && <span className={styles.context} lang="zh-CN">{item.context}</span>}</>))}
            </div>
          ))}
          {asked && option(searchPath(asked), t('search.all', { words: asked }), styles.all)}
        </div>
        <p className={styles.state} role="status">
          {query.error && asked ? sentenceOf(query.error) : asked && query.data && !query.isFetching && groups.length === 0 ? t('search.nothing', { words: asked }) : asked ? '' : t('search.ways')}
        </p>
      </div>
    </dialog>
  );
}
