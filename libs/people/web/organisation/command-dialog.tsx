import { Sheet, Skeleton } from '@zhixing/platform/web';
import { lazy, Suspense } from 'react';
import type { CommandForm } from './command.ts';

// the fields that pick people and departments are heavy, and most visits only look
const CommandFields = lazy(() => import('./command-fields.tsx'));

/** Asks for what a command needs and sends it; why it was refused stands in the dialog. */
export function CommandDialog({ form, onClose }: { form: CommandForm | undefined; onClose: () => void }) {
  return (
    <Sheet open={form !== undefined} side="middle" title={form?.title ?? ''} onClose={onClose}>
      {form && <Suspense fallback={<Skeleton lines={4} />}><CommandFields form={form} onClose={onClose} /></Suspense>}
    </Sheet>
  );
}
