export { Digests } from './digests.ts';
export { Sender } from './sender.ts';
