import { control, Field } from '@zhixing/platform/web';

/** Why, in a few lines of one's own. */
export function ReasonField({ id, label, hint, wrong, value, max = 500, onChange }: { id: string; label: string; hint?: string; wrong?: string | undefined; value: string; max?: number; onChange: (value: string) => void }) {
  return (
    <Field id={id} label={label} {...(hint && { hint })} {...(wrong && { error: wrong })}>
      <textarea {...control(id, wrong, hint)} rows={3} maxLength={max} lang="zh-CN" value={value} onChange={(event) => onChange(event.target.value)} />
    </Field>
  );
}
