import { accessErrors, accessPages, accessPermissions } from '@zhixing/access/contract';
import type { Room } from '@zhixing/platform/api';
import { accessEntities } from './access.entities.ts';
import { accessActs } from './acts.ts';
import { AccessModule } from './access.module.ts';
import { accessMessages } from './messages.ts';
import { accessPersonalData, accessRetention } from './personal-data.ts';
import { seedAccess } from './demo.ts';

export { AccessModule } from './access.module.ts';
export { AccountsService } from './accounts.service.ts';
export { LoginsService } from './logins.service.ts';
export { DEMO_LOGINS, DEMO_PASSWORD } from './demo.ts';
export { hashPassword } from './passwords.ts';

export const accessRoom: Room = { name: 'access', module: AccessModule, entities: accessEntities, permissions: accessPermissions, pages: accessPages, errors: accessErrors, acts: accessActs, personalData: accessPersonalData, retention: accessRetention, messages: Object.values(accessMessages), demo: seedAccess };
