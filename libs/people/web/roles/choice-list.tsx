import { SearchField } from '@zhixing/platform/web';
import { useState } from 'react';
import styles from './dialog.module.css';

/** One of what a search finds. What was chosen stays in the list, whatever is searched for next. */
export interface Choice {
  id: string;
  name: string;
  context: string;
}

/** Search, then choose: a field over a list of radio buttons. The caller turns the words into choices. */
export function ChoiceList({ name, legend, placeholder, nothing, error, chosen, onChoose, useChoices }: {
  name: string;
  legend: string;
  placeholder: string;
  /** Said when the words find nothing. */
  nothing: string;
  error?: string;
  chosen: Choice | undefined;
  onChoose: (choice: Choice) => void;
  useChoices: (q: string) => Choice[] | undefined;
}) {
  const [q, setQ] = useState('');
  const found = useChoices(q);
  const rows = [...(chosen ? [chosen] : []), ...(found ?? []).filter((one) => one.id !== chosen?.id)];
  return (
    <fieldset className={styles.choices} aria-describedby={error && `${name}-error`}>
      <legend>{legend}</legend>
      <SearchField value={q} size="small" label={legend} placeholder={placeholder} onSearch={setQ} />
      {rows.length > 0 && (
        <div className={styles.list}>
          {rows.map((choice) => (
            <label key={choice.id} className={styles.choice}>
              <input type="radio" name={name} checked={choice.id === chosen?.id} onChange={() => onChoose(choice)} />
              <span className={styles.words} lang="zh-CN"><span>{choice.name}</span><span className={styles.note}>{choice.context}</span></span>
            </label>
          ))}
        </div>
      )}
      {q && found?.length === 0 && <p role="status" className={styles.note}>{nothing}</p>}
      {error && <p id={`${name}-error`} role="alert" className={styles.error}>{error}</p>}
    </fieldset>
  );
}
