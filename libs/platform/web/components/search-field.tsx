import CloseOutlined from '@ant-design/icons/CloseOutlined';
import SearchOutlined from '@ant-design/icons/SearchOutlined';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './search-field.module.css';

const PAUSE = 300;

/** A search field that asks when typing pauses, never in the middle of a pinyin composition. */
export function SearchField({ value, label, placeholder, maxLength = 100, size = 'large', onSearch }: {
  value: string;
  label: string;
  placeholder: string;
  maxLength?: number;
  /** `small` stands in the head of a panel; on a phone both are as tall as a finger needs. */
  size?: 'large' | 'small';
  onSearch: (value: string) => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  const asked = useRef(value);
  const composing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const ask = (next: string, pause = 0) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (next.trim() === asked.current) return;
      asked.current = next.trim();
      onSearch(asked.current);
    }, pause);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  // the address changed by other means: a cleared filter, the way back
  useEffect(() => {
    if (value === asked.current) return;
    asked.current = value;
    setTyped(value);
  }, [value]);

  return (
    <form role="search" className={`${styles.search} ${size === 'small' ? styles.small : ''}`} onSubmit={(event) => { event.preventDefault(); if (!composing.current) ask(typed); }}>
      <SearchOutlined aria-hidden className={styles.glass} />
      <input
        type="search" enterKeyHint="search" className={styles.input} aria-label={label} placeholder={placeholder} maxLength={maxLength} autoComplete="off" spellCheck={false} value={typed}
        onChange={(event) => { setTyped(event.target.value); if (!composing.current) ask(event.target.value, PAUSE); }}
        onCompositionStart={() => { composing.current = true; clearTimeout(timer.current); }}
        onCompositionEnd={(event) => { composing.current = false; ask(event.currentTarget.value, PAUSE); }}
      />
      {typed && <button type="button" className={styles.clear} aria-label={t('clearSearch')} onClick={() => { setTyped(''); ask(''); }}><CloseOutlined aria-hidden /></button>}
    </form>
  );
}
