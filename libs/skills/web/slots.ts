import { defineSlot } from '@zhixing/platform/web';

/** Beside each gap of one's own skill card: what other rooms offer to close it. */
export const closeGap = defineSlot<{ skillId: string; name: string }>('skills.closeGap');
