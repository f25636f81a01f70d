import DownOutlined from '@ant-design/icons/DownOutlined';
import styles from './select-field.module.css';

/** A short choice (sort, version): the browser's own list, which every phone and screen reader knows. */
export function SelectField<V extends string>({ label, value, options, onChange }: { label: string; value: V; options: readonly { value: V; label: string; lang?: string }[]; onChange: (value: V) => void }) {
  return (
    <label className={styles.field}>
      <span className={styles.label}>{label}</span>
      <span className={styles.box}>
        <select className={styles.select} value={value} onChange={(event) => onChange(event.target.value as V)}>
          {options.map((option) => <option key={option.value} value={option.value} lang={option.lang}>{option.label}</option>)}
        </select>
        <DownOutlined aria-hidden className={styles.arrow} />
      </span>
    </label>
  );
}
