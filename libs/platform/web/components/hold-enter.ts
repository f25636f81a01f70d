import type { KeyboardEvent } from 'react';

/** On a form's `onKeyDownCapture`: Enter that only confirms hanzi of an input method must not submit. */
export function holdEnterWhileComposing(event: KeyboardEvent): void {
  // 229: Safari ends the composition before it reports the Enter that ended it
  if (event.key === 'Enter' && (event.nativeEvent.isComposing || event.keyCode === 229)) event.preventDefault();
}
