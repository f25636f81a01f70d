import CloseOutlined from '@ant-design/icons/CloseOutlined';
import SearchOutlined from '@ant-design/icons/SearchOutlined';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './search-box.module.css';

const PAUSE = 300;

/** Finds people by name, pinyin, initials or staff number when typing pauses, never in the middle of a pinyin composition. */
export function SearchBox({ value, onSearch }: { value: string; onSearch: (q: string) => void }) {
  const { t } = useTranslation('insights');
  const [typed, setTyped] = useState(value);
  const [asked, setAsked] = useState(value);
  const composing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // the address changed by other means: "clear" in the empty state, the way back
  if (value !== asked) {
    setAsked(value);
    if (value !== typed.trim()) setTyped(value);
  }
  const ask = (next: string, pause = 0) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onSearch(next.trim()), pause);
  };
  return (
    <form role="search" className={styles.search} onSubmit={(event) => { event.preventDefault(); if (!composing.current) ask(typed); }}>
      <SearchOutlined aria-hidden className={styles.glass} />
      <input
        type="search" enterKeyHint="search" className={styles.input} aria-label={t('team.search')} placeholder={t('team.searchPlaceholder')} maxLength={50} autoComplete="off" spellCheck={false} value={typed}
        onChange={(event) => { setTyped(event.target.value); if (!composing.current) ask(event.target.value, PAUSE); }}
        onCompositionStart={() => { composing.current = true; clearTimeout(timer.current); }}
        onCompositionEnd={(event) => { composing.current = false; ask(event.currentTarget.value, PAUSE); }}
      />
      {typed && <button type="button" className={styles.clear} aria-label={t('matrix.clear')} onClick={() => { setTyped(''); ask(''); }}><CloseOutlined aria-hidden /></button>}
    </form>
  );
}
