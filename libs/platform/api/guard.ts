import { applyDecorators, type CanActivate, type ExecutionContext, SerializeOptions, SetMetadata } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import { ApiResponse } from '@nestjs/swagger';
import { EVERYONE, type PermissionCatalogue, Problem } from '@zhixing/platform/contract';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Actor, ActorSource } from './actor.ts';
import { audit } from './audit.ts';
import type { Database } from './database.ts';
import { AppError } from './errors.ts';

export const PERMISSION = 'zhixing:permission';
export const PUBLIC = 'zhixing:public';

/** The handler needs this permission; which rows it may touch is decided by its service. */
export const Allow = (permission: string) => SetMetadata(PERMISSION, permission);

/** The handler answers anybody, signed in or not. */
export const Public = () => SetMetadata(PUBLIC, true);

/** The handler answers with this schema: serializes by it (unknown keys never leave) and documents it. */
export const Returns = (schema: z.ZodType, status = 200) =>
  applyDecorators(
    SerializeOptions({ schema }),
    ApiResponse({ status, standardSchema: schema }),
    ApiResponse({ status: 'default', description: 'application/problem+json', standardSchema: Problem }),
  );

/** All permissions of all rooms, answering which of them a set of roles holds. */
export class Permissions {
  private readonly catalogue: PermissionCatalogue;
  private readonly known = new Map<string, ReadonlySet<string>>();

  constructor(catalogues: PermissionCatalogue[]) {
    this.catalogue = Object.assign({}, ...catalogues);
  }

  get names(): string[] {
    return Object.keys(this.catalogue).sort();
  }

  of(roles: readonly string[]): ReadonlySet<string> {
    const key = [...roles].sort().join();
    let held = this.known.get(key);
    if (!held) {
      held = new Set(this.names.filter((name) => this.catalogue[name]!.some((role) => role === EVERYONE || roles.includes(role))));
      this.known.set(key, held);
    }
    return held;
  }
}

/** First step of every permission: an undeclared route is closed, a declared one needs its permission. Who lacks it is refused, on record; a login on hold is told what it waits for. */
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly actors: ActorSource,
    private readonly permissions: Permissions,
    private readonly database: Database,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, targets)) return true;
    const needed = this.reflector.getAllAndOverride<string>(PERMISSION, targets);
    if (!needed) throw new AppError('forbidden');
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const facts = await this.actors.find(request);
    if (!facts) throw new AppError('unauthenticated');
    const actor: Actor = { ...facts, permissions: this.permissions.of(facts.roles) };
    if (facts.hold && !facts.hold.permissions.includes(needed)) throw new AppError(facts.hold.code);
    if (!actor.permissions.has(needed)) return this.refuse(actor, request, needed);
    request.actor = actor;
    return true;
  }

  /** A closed door somebody tried is worth proving; the route stands there without the ids of its objects. */
  private async refuse(actor: Actor, request: FastifyRequest, permission: string): Promise<never> {
    const route = `${request.method} ${request.routeOptions.url}`;
    await this.database.transaction((tx) => audit(tx, actor, { action: 'access.refuse', object: { type: 'route', id: route }, result: 'refused', facts: { permission } }));
    throw new AppError('forbidden');
  }
}
