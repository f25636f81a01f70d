import { Injectable } from '@nestjs/common';
import type { Role, RoleRequestList } from '@zhixing/people/contract';
import { type Actor, AppError, audit, Database, decodeCursor, first, type MessageTemplate, notify, page, type Reader, type Transaction } from '@zhixing/platform/api';
import type { PageQuery } from '@zhixing/platform/contract';
import { v7 as uuid } from 'uuid';
import { PeopleService } from './people.service.ts';
import { APPROVE, DECLINE, REQUESTS, ROLE_REQUEST } from './role-requests.queries.ts';
import { ROLE_WORDS, roleMessages } from './roles.messages.ts';
import { IdCursor, RolesService } from './roles.service.ts';
import { type RequestRow, requestView } from './roles.view.ts';

/** What a decision leaves behind. */
interface Decided {
  person_id: string;
  role: Role;
  requested_by: string;
}

/** Administrator roles that were asked for: a second administrator approves or declines within seven days. */
@Injectable()
export class RoleRequestsService {
  constructor(
    private readonly database: Database,
    private readonly roles: RolesService,
    private readonly people: PeopleService,
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
      const granted = await first<Decided & { scope_department_id: string | null }>(tx, APPROVE, [id, actor.personId, grantId]);
      if (!granted) throw await this.refusal(tx, actor, id);
      const facts = { role: granted.role, person: granted.person_id, scope: granted.scope_department_id, request: id };
      await audit(tx, actor, { action: 'role.approve', object: { type: 'role_grant', id: grantId }, facts });
      await this.tell(tx, actor, roleMessages.approved, id, granted);
      await notify(tx, { template: roleMessages.received, to: [granted.person_id], subject: { type: 'role_grant', id: grantId }, values: { role: ROLE_WORDS[granted.role] }, link: '/me' });
    });
  }

  /** Turns a request down, or takes one's own back. @throws AppError not_found, closed, people.request_expired */
  async decline(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const declined = await first<Decided>(tx, DECLINE, [id, actor.personId]);
      if (!declined) throw await this.refusal(tx, null, id);
      await audit(tx, actor, { action: 'role.decline', object: { type: 'role_request', id }, facts: { role: declined.role, person: declined.person_id } });
      await this.tell(tx, actor, roleMessages.declined, id, declined);
    });
  }

  /** Tells whoever asked what was decided, unless they took it back themself. */
  private async tell(tx: Transaction, actor: Actor, template: MessageTemplate, id: string, { person_id, role, requested_by }: Decided): Promise<void> {
    if (requested_by === actor.personId) return;
    const cards = await this.people.cards([person_id, actor.personId], tx);
    const values = { role: ROLE_WORDS[role], person: cards.get(person_id)?.displayName ?? '', decider: cards.get(actor.personId)?.displayName ?? '' };
    await notify(tx, { template, to: [requested_by], subject: { type: 'role_request', id }, values, link: '/system/roles?tab=requests' });
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
