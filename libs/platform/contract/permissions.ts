/** What a room lets people do: permission -> the roles that hold it. `everyone` = every signed-in person. */
export type PermissionCatalogue = Record<string, readonly string[]>;

/** Held by every signed-in person, whatever the roles. */
export const EVERYONE = 'everyone';

/** Names the permissions of a room, keeping their literal types. */
export const definePermissions = <const T extends PermissionCatalogue>(permissions: T): T => permissions;

/** What the kernel's own routes ask for. */
export const platformPermissions = definePermissions({ 'file:own': [EVERYONE], 'job:own': [EVERYONE], 'live:own': [EVERYONE], 'search:read': [EVERYONE], 'view:own': [EVERYONE] });
