import { AuditArchive } from './audit-archive.ts';
import { AuditChain } from './audit-chain.ts';
import { ExportRunner } from './export-runner.ts';
import { first, statement } from './database.ts';
import { PageFinder } from './page-finder.ts';
import { platformEvents } from './platform.events.ts';
import { platformPersonalData, platformRetention } from './platform.personal.ts';
import { platformMessages } from './platform.messages.ts';
import type { Room } from './room.ts';
import { subscriber } from './subscriber.ts';
import { Sweep } from './sweep.ts';

const OWN_JOB = statement('platform.own_job', 'select 1 from platform.job where id = $1 and person_id = $2');
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The kernel's own part of the lists that rooms fill. */
export const platformList: Pick<Room, 'subscribers' | 'tasks' | 'liveTopics' | 'search' | 'messages' | 'personalData' | 'retention'> = {
  personalData: platformPersonalData,
  retention: platformRetention,
  subscribers: [subscriber('platform.run_export', platformEvents['platform.job_ordered'], ExportRunner)],
  tasks: [
    { name: 'platform.sweep', cron: '7 * * * *', by: Sweep },
    { name: 'platform.seal_audit', cron: '* * * * *', by: AuditChain },
    { name: 'platform.archive_audit', cron: '40 2 2 * *', by: AuditArchive },
  ],
  liveTopics: [{ name: 'job', may: async (actor, key, reader) => UUID.test(key) && Boolean(await first(reader, OWN_JOB, [key, actor.personId])) }],
  search: [{ kind: 'pages', title: { zh: '页面', en: 'Pages' }, permission: 'search:read', by: PageFinder }],
  messages: Object.values(platformMessages),
};
