import { rolePages } from '@zhixing/people/contract';

export const ROLES_PATH = rolePages.roles.path;
