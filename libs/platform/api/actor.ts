import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Language } from '@zhixing/platform/contract';
import type { FastifyRequest } from 'fastify';

/** Where a request came from, as audit rows keep it. */
export interface Origin {
  address: string;
  requestId: string;
}

/** Who asks: one login of one person, with what they may do at this moment. */
export interface Actor extends Origin {
  personId: string;
  loginId: string;
  roles: readonly string[];
  permissions: ReadonlySet<string>;
  /** For each role held: the departments it reaches, each with all below it; null = the whole bank. */
  scopes: Readonly<Record<string, readonly string[] | null>>;
  /** The person's department and all departments above it, nearest first; audiences are checked against it. */
  departmentIds: readonly string[];
  language: Language;
  /** Why this login may not do yet what its person may; null = it may. */
  hold: Hold | null;
}

/** A login that waits for something: every permission but these is refused with this error. */
export interface Hold {
  code: string;
  permissions: readonly string[];
}

/** What an ActorSource knows of a person before permissions are derived. */
export type ActorFacts = Omit<Actor, 'permissions'>;

/** Turns a request into the person who sent it. Filled by the access room. */
export abstract class ActorSource {
  /** @returns null when the request carries no live login */
  abstract find(request: FastifyRequest): Promise<ActorFacts | null>;

  /** The same login at this moment, for answers that last; asking does not count as use. @returns null when it has ended, is held, or the person may no longer sign in */
  abstract still(actor: ActorFacts): Promise<ActorFacts | null>;

  /** What an active person may see now, for work that goes on without them. */
  abstract person(personId: string): Promise<Omit<ActorFacts, 'loginId' | 'hold' | keyof Origin> | null>;
}

declare module 'fastify' {
  interface FastifyRequest {
    actor?: Actor;
  }
}

/** The signed-in person of a handler behind `@Allow`. */
export const Actor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!actor) throw new Error('@Actor() on a @Public() route');
  return actor;
});

/** Where the request came from, for handlers without an actor. */
export const From = createParamDecorator((_: unknown, context: ExecutionContext): Origin => originOf(context.switchToHttp().getRequest<FastifyRequest>()));

export const originOf = (request: FastifyRequest): Origin => ({ address: request.ip, requestId: request.id });
