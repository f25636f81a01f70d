import { Children, isValidElement, type KeyboardEvent, type ReactElement, type ReactNode, useId, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { chooseTab, useChosenTabs } from './tab-choice.ts';
import styles from './tabs.module.css';

type Tab = ReactElement<{ 'data-label': string; children?: ReactNode }>;

/** One text in several forms (PyTorch, TensorFlow). A choice holds for all tabs of that label; arrows move inside (WAI-ARIA tabs). */
export function Tabs({ children }: { children: ReactNode }) {
  const { t } = useTranslation('courses');
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const tabs = Children.toArray(children).filter((child): child is Tab => isValidElement(child));
  const labels = tabs.map((tab) => tab.props['data-label']);
  const chosen = useChosenTabs().find((label) => labels.includes(label)) ?? labels[0];
  if (tabs.length === 1) return <section aria-label={labels[0]} className={styles.tabs}><p className={styles.alone}>{labels[0]}</p><div className={styles.panel}>{tabs[0]!.props.children}</div></section>;

  const choose = (label: string) => {
    const top = () => list.current?.getBoundingClientRect().top ?? 0;
    const before = top();
    flushSync(() => chooseTab(label));
    // tabs further up changed their height too: what was pressed stays under the finger
    window.scrollBy(0, top() - before);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const now = labels.indexOf(chosen!);
    const target = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: -1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    choose(labels.at(target % labels.length)!);
    list.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus({ preventScroll: true });
  };
  return (
    <div className={styles.tabs}>
      <div ref={list} role="tablist" aria-label={t('reading.tabs')} className={styles.list} onKeyDown={onKeyDown}>
        {labels.map((label, place) => (
          <button
            key={label} type="button" role="tab" id={`${id}-tab-${place}`} aria-controls={`${id}-panel-${place}`} aria-selected={label === chosen} tabIndex={label === chosen ? 0 : -1}
            className={`${styles.tab} ${label === chosen ? styles.current : ''}`} onClick={() => choose(label)}
          >
            {label}
          </button>
        ))}
      </div>
      {tabs.map((tab, place) => (
        <div key={labels[place]} role="tabpanel" id={`${id}-panel-${place}`} aria-labelledby={`${id}-tab-${place}`} hidden={labels[place] !== chosen} tabIndex={0} className={styles.panel}>
          {tab.props.children}
        </div>
      ))}
    </div>
  );
}
