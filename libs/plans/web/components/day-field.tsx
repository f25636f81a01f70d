import { control, Field } from '@zhixing/platform/web';

/** A calendar day. */
export function DayField({ id, label, hint, wrong, value, min, onChange }: { id: string; label: string; hint?: string; wrong?: string | undefined; value: string; min?: string; onChange: (value: string) => void }) {
  return (
    <Field id={id} label={label} {...(hint && { hint })} {...(wrong && { error: wrong })}>
      <input {...control(id, wrong, hint)} type="date" min={min} value={value} onChange={(event) => onChange(event.target.value)} />
    </Field>
  );
}
