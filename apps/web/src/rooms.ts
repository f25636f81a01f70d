import { access } from '@zhixing/access/web';
import type { WebRoom } from '@zhixing/platform/web';

/** The rooms of the web, in the order of their rows. A new room is one line here. */
export const rooms: WebRoom[] = [
  access,
];
