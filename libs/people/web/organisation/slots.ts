import { defineSlot } from '@zhixing/platform/web';

/** Further panels on a person's page of administration, below their facts. */
export const personTabs = defineSlot<{ personId: string }>('person.tabs');
