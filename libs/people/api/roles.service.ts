import { Injectable } from '@nestjs/common';
import { type CreatedGrant, type CreateGrant, type GrantList, type GrantParams, type GrantsQuery, needsApproval, Role, type RoleList } from '@zhixing/people/contract';
import { type Actor, AppError, audit, Database, decodeCursor, first, notify, page, Permissions, type Reader, type Transaction } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { PeopleService } from './people.service.ts';
import { APPROVERS } from './role-requests.queries.ts';
import { ROLE_WORDS, roleMessages } from './roles.messages.ts';
import { END, GRANT, GRANTS, HOLDERS, LOCK_ENDINGS, OBSTACLE, REQUEST, STANDS, WAITING } from './roles.queries.ts';
import { type GrantRow, grantView, mayGrant } from './roles.view.ts';

export const IdCursor = z.tuple([z.uuid()]);

/** What a grant gives, as SQL parameters take it. */
interface Wanted {
  personId: string;
  role: Role;
  scopeDepartmentId: string | null;
  until: string | null;
}

/** Who holds which role. Administrator roles are asked for here and granted by a second administrator (RoleRequestsService). */
@Injectable()
export class RolesService {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly people: PeopleService,
  ) {}

  /** Every role with what it permits beyond what everybody may, and how many hold it. */
  async roles(): Promise<RoleList> {
    const [holders, waiting] = await Promise.all([this.database.rows<{ role: string; holders: number }>(HOLDERS), first<{ waiting: number }>(this.database, WAITING)]);
    const everybody = this.permissions.of([]);
    const items = Role.options.map((role) => ({
      role,
      permissions: [...this.permissions.of([role])].filter((name) => !everybody.has(name)),
      holders: holders.find((row) => row.role === role)?.holders ?? 0,
    }));
    return { items, waiting: waiting!.waiting };
  }

  /** Who holds a role or held it, the newest grant first. */
  async grants(actor: Actor, role: Role, { state, cursor, limit }: GrantsQuery): Promise<GrantList> {
    const [after] = decodeCursor(IdCursor, cursor) ?? [null];
    const rows = await this.database.rows<GrantRow>(GRANTS, [role, after, limit, state === 'ended']);
    return { ...page(rows, limit, (row) => [row.id], grantView), can: { grant: mayGrant(actor) } };
  }

  /**
   * Grants a role to somebody else at once, or asks for an administrator role.
   * @throws AppError not_found for a person who is not active or a department that is not open; invalid for a day that is past; people.own_role, people.role_held, people.roles_exclude
   */
  async grant(actor: Actor, role: Role, body: CreateGrant): Promise<CreatedGrant> {
    const wanted: Wanted = { personId: body.personId, role, scopeDepartmentId: body.scopeDepartmentId ?? null, until: body.until ?? null };
    if (wanted.scopeDepartmentId && role !== 'ld_admin') throw new AppError('invalid', {}, [{ path: 'scopeDepartmentId', message: 'this role has no scope' }]);
    const asked = needsApproval(role);
    if (!asked && body.personId === actor.personId) throw new AppError('people.own_role');
    return this.database.transaction(async (tx) => {
      const values = [uuid(), wanted.personId, role, wanted.scopeDepartmentId, wanted.until, actor.personId];
      const created = await first<{ id: string }>(tx, asked ? REQUEST : GRANT, asked ? [...values, body.reason] : values);
      if (!created) throw await this.obstacle(tx, wanted, asked);
      const facts = { role, person: wanted.personId, scope: wanted.scopeDepartmentId, until: wanted.until };
      await audit(tx, actor, { action: asked ? 'role.request' : 'role.grant', object: { type: asked ? 'role_request' : 'role_grant', id: created.id }, facts });
      if (asked) await this.askOthers(tx, actor, wanted, created.id, body.reason);
      else await notify(tx, { template: roleMessages.received, to: [wanted.personId], subject: { type: 'role_grant', id: created.id }, values: { role: ROLE_WORDS[role] }, link: '/me' });
      return { state: asked ? 'requested' : 'granted', id: created.id };
    });
  }

  /** Tells those who may decide about a request. */
  private async askOthers(tx: Transaction, actor: Actor, { personId, role }: Wanted, id: string, reason: string): Promise<void> {
    const approvers = await tx.rows<{ id: string }>(APPROVERS, [[actor.personId, personId]]);
    const cards = await this.people.cards([personId, actor.personId], tx);
    const values = { role: ROLE_WORDS[role], person: cards.get(personId)?.displayName ?? '', requester: cards.get(actor.personId)?.displayName ?? '', reason };
    await notify(tx, { template: roleMessages.requested, to: approvers.map((one) => one.id), subject: { type: 'role_request', id }, values, link: '/system/roles?tab=requests' });
  }

  /** Why a role cannot be given. */
  async obstacle(reader: Reader, { personId, role, scopeDepartmentId, until }: Wanted, asking: boolean): Promise<AppError> {
    const { code } = (await first<{ code: string | null }>(reader, OBSTACLE, [asking, personId, role, scopeDepartmentId, until]))!;
    return code === 'invalid' ? new AppError(code, {}, [{ path: 'until', message: 'past' }]) : new AppError(code ?? 'conflict');
  }

  /** Ends a grant now; the person's next request is without it. @throws AppError not_found; people.security_administrators when fewer than two would remain */
  async end(actor: Actor, params: GrantParams): Promise<void> {
    await this.database.transaction((tx) => this.endWithin(tx, actor, params));
  }

  async endWithin(tx: Transaction, actor: Actor, { id, role }: GrantParams): Promise<void> {
    await tx.rows(LOCK_ENDINGS);
    const ended = await first<{ person_id: string; scope_department_id: string | null }>(tx, END, [id, role, actor.personId]);
    if (!ended) throw new AppError((await first(tx, STANDS, [id, role])) ? 'people.security_administrators' : 'not_found');
    await audit(tx, actor, { action: 'role.end', object: { type: 'role_grant', id }, facts: { role, person: ended.person_id, scope: ended.scope_department_id } });
  }
}
