import type { ReactNode } from 'react';
import type { Command } from './api.ts';

/** A field of a command: what stays empty is not sent. */
export interface CommandField {
  name: string;
  label: string;
  kind: 'text' | 'day' | 'department' | 'person' | 'choice';
  hint?: string;
  optional?: boolean;
  initial?: string;
  options?: { value: string; label: string; lang?: string }[];
  /** What choosing nothing means, when not "as before". */
  nothing?: string;
  /** A department that may not be picked. */
  without?: string;
}

export type Values = Record<string, string | undefined>;

/** A command of the organisation as the page asks for it. */
export interface CommandForm {
  title: string;
  fields: CommandField[];
  /** What the button says. */
  submit: string;
  danger?: boolean;
  /** What will happen, from what has been filled in so far. */
  impact?: (values: Values) => ReactNode;
  command: (values: Values) => Command;
  /** Said when it is done. */
  done: string;
  /** Where it leads, with the id of what was made. */
  then?: (made: { id: string }) => void;
  /** The command that takes it back, where there is one. */
  undo?: (values: Values) => Command;
}
