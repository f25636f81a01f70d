/** How a short message is shown; the app hangs antd's message here, so that code outside of components can speak. */
export interface ToastHost {
  success(sentence: string): void;
  error(sentence: string): void;
  info(sentence: string): void;
  /** Says for five seconds what was done, with a button that undoes it. */
  undo(sentence: string, onUndo: () => void): void;
}

let host: ToastHost | undefined;

/** Names the place where toasts appear. */
export function setToastHost(next: ToastHost): void {
  host = next;
}

/** Short messages that pass; never the only copy of what a person must know. */
export const toast: ToastHost = {
  success: (sentence) => host?.success(sentence),
  error: (sentence) => host?.error(sentence),
  info: (sentence) => host?.info(sentence),
  undo: (sentence, onUndo) => host?.undo(sentence, onUndo),
};
