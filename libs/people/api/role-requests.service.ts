import { Injectable } from '@nestjs/common';
import type { RoleRequestList } from '@zhixing/people/contract';
import { type Actor, AppError, audit, Database, decodeCursor, first, page, type Reader } from '@zhixing/platform/api';
import type { PageQuery } from '@zhixing/platform/contract';
import { v7 as uuid } from 'uuid';
import { APPROVE, DECLINE, REQUESTS, ROLE_REQUEST } from './role-requests.queries.ts';
import { IdCursor, RolesService } from './roles.service.ts';
import { type RequestRow, requestView } from './roles.view.ts';

/** Administrator roles that were asked for: a second administrator approves or declines within seven days. */
@Injectable()
export class RoleRequestsService {
  constructor(
    private readonly database: Database,
    private readonly roles: RolesService,
  ) {}

  /** All requests, the newest first, with what the actor may do about each. */
  async requests(actor: Actor, { cursor, limit }: PageQuery): Promise<RoleRequestList> {
    const [after] = decodeCursor(IdCursor, cursor) ?? [null];
    const rows = await this.database.rows<RequestRow>(REQUESTS, [after, limit]);
    return page(rows, limit, (row) => [row.id], (row) => requestView(row, actor));
  }

  /**
   * Grants what was asked for.
   * @throws AppError not_found, closed, people.request_expired, people.second_administrator, people.own_role, and what stands between the person and the role by now
   */
  async approve(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const grantId = uuid();
      const granted = await first<{ person_id: string; role: string; scope_department_id: string | null }>(tx, APPROVE, [id, actor.personId, grantId]);
      if (!granted) throw await this.refusal(tx, actor, id);
      const facts = { role: granted.role, person: granted.person_id, scope: granted.scope_department_id, request: id };
      await audit(tx, actor, { action: 'role.approve', object: { type: 'role_grant', id: grantId }, facts });
    });
  }

  /** Turns a request down, or takes one's own back. @throws AppError not_found, closed, people.request_expired */
  async decline(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const declined = await first<{ person_id: string; role: string }>(tx, DECLINE, [id, actor.personId]);
      if (!declined) throw await this.refusal(tx, null, id);
      await audit(tx, actor, { action: 'role.decline', object: { type: 'role_request', id }, facts: { role: declined.role, person: declined.person_id } });
    });
  }

  /** Why a request cannot be decided; with an approver also why not by them. */
  private async refusal(reader: Reader, approver: Actor | null, id: string): Promise<AppError> {
    const request = await first<RequestRow>(reader, ROLE_REQUEST, [id]);
    if (!request) return new AppError('not_found');
    if (request.state !== 'waiting') return new AppError(request.state === 'expired' ? 'people.request_expired' : 'closed');
    if (request.person_id === approver?.personId) return new AppError('people.own_role');
    if (request.requested_by.id === approver?.personId) return new AppError('people.second_administrator');
    return this.roles.obstacle(reader, { personId: request.person_id, role: request.role, scopeDepartmentId: request.scope_department_id, until: request.until }, false);
  }
}
