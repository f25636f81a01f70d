import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openApiDocument } from '@zhixing/platform/api';
import { type TestApplication, testApp, type TestClient } from '@zhixing/platform/testing';
import { rooms } from './rooms.ts';
import { CALLERS, type Callers, makeCallers, makeOwned, openReview, type Owned } from './testing/owned.ts';

/** A JSON schema, as far as answers use it. */
interface Schema {
  type?: string;
  format?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}

/** Names of fields that say who somebody is, or where they are. */
const PERSONAL = /^(displayName|staffNumber|mail|address|device|hrKey)$/;

const list = (text: string) => text.trim().split(/\s+/).sort();
const CARD = (at = '') => ['id', 'staffNumber', 'displayName', 'position', 'department.id', 'department.name'].map((key) => at + key).join(' ');
const ROLE_PERSON = (at: string) => ['id', 'staffNumber', 'displayName', 'department', 'active'].map((key) => `${at}.${key}`).join(' ');
const GRANT = (at: string) => `${['id', 'role', 'since', 'until', 'scope.id', 'scope.name'].map((key) => at + key).join(' ')} ${['person', 'grantedBy', 'approvedBy', 'endedBy'].map((one) => ROLE_PERSON(at + one)).join(' ')}`;
const ROW = 'id staffNumber displayName mail position jobLevel department.id department.name state';
const LOGIN = (at: string) => ['id', 'createdAt', 'seenAt', 'expiresAt', 'address', 'device', 'current'].map((key) => at + key).join(' ');
const NEED = (at: string) => `${CARD(`${at}person.`)} ${['registrationId', 'course.id', 'course.title', 'course.domain', 'percent', 'reason.code', 'reason.days', 'reason.times', 'reason.lesson'].map((key) => at + key).join(' ')}`;
const DUE = (at: string) => ['kind', 'obligationId', 'assignment.id', 'assignment.title', 'target.kind', 'target.id', 'target.title', 'status', 'dueOn', 'days', 'remindedAt', 'remindAgainOn'].map((key) => at + key).join(' ');
const COMPLIANCE = 'compliance.people compliance.compliant compliance.excused compliance.overdue';
const ACT = (at: string) => `${['id', 'at', 'personId', 'action.code', 'action.words', 'object.type.code', 'object.type.words', 'object.id', 'object.name', 'result', 'address', 'facts', 'sealed'].map((key) => at + key).join(' ')} ${CARD(`${at}person.`)}`;
const CORRECTION = (at: string) => `${['id', 'about.name', 'about.title', 'text', 'createdAt', 'answer', 'answeredAt'].map((key) => at + key).join(' ')} ${CARD(`${at}person.`)} ${CARD(`${at}answeredBy.`)}`;

const BULK = (at: string) => ['id', 'createdAt', 'createdBy', 'everybody', 'failure', 'finishedAt', 'state', 'can.confirm', 'can.discard', 'can.undo', 'progress.done', 'progress.total', 'undone.at', 'undone.by', 'undone.kept',
  ...['kind', 'from', 'until', 'leave', 'department.id', 'department.name', 'jobLevel.id', 'jobLevel.name', 'position.id', 'position.name', 'manager.id', 'manager.displayName', 'manager.staffNumber'].map((key) => `change.${key}`),
  ...['affected', 'changed', 'departments', 'error', 'missing', 'new', 'same', 'staff'].map((key) => `counts.${key}`)].map((key) => at + key).join(' ');
const CERTIFICATE = (at: string) => `${['id', 'department', 'earnedOn', 'holder', 'issuedAt', 'issuer', 'kind', 'number', 'revoked.grounds', 'revoked.on', 'score', 'state', 'title', 'underReview', 'validUntil', 'verifyAt', 'version'].map((key) => at + key).join(' ')} ${CARD(`${at}person.`)}`;
const HOURS = `items.id items.kind items.minutes items.on items.source items.title ${CARD('items.by.')} minutes.formal minutes.other nextCursor rule.formal rule.hours rule.since year years`;
const OWED = (at: string) => ['id', 'assignedOn', 'assignment.cycle', 'assignment.id', 'assignment.origin', 'assignment.owner.displayName', 'assignment.owner.id', 'assignment.title', 'completedAt', 'dueAt', 'dueOn', 'mandatory',
  'reason', 'registrationId', 'startedAt', 'status', 'target.id', 'target.kind', 'target.minutes', 'target.title', 'zone'].map((key) => at + key).join(' ');
const OVERSEEN = (at: string) => `${OWED(at)} ${CARD(`${at}person.`)} ${at}remindedAt ${at}can.remind`;
const OBLIGATION = `${OVERSEEN('')} can.extend can.waive changes.at changes.by.displayName changes.by.id changes.cause changes.dueOn changes.mandatory changes.reason changes.state
  ${['id', 'until', 'reason', 'requestedAt', 'decision', 'decidedAt', 'decidedBy.id', 'decidedBy.displayName', 'note'].map((key) => `extensions.${key}`).join(' ')}
  ${['id', 'reason', 'expiresOn', 'approvedAt', 'approvedBy.id', 'approvedBy.displayName', 'evidenceFile.id', 'evidenceFile.name', 'evidenceLink', 'revokedAt', 'revokedBy.id', 'revokedBy.displayName', 'revokeReason'].map((key) => `waivers.${key}`).join(' ')}`;
const WORDS = (at: string) => `${at}.en ${at}.zh`;

/** Of every answer that says who somebody is: all the fields it has, for whichever role reads it (`*` = and others, which say nothing of a person). Read by whoever reviews a new one. */
const FIELDS: Record<string, string> = {
  'GET /people/found': `${CARD('items.')} nextCursor`,
  'GET /people/:id/card': `${CARD()} ${CARD('managers.')} managers.kind`,
  'GET /people': `${list(ROW).map((key) => `items.${key}`).join(' ')} nextCursor total`,
  'GET /people/:id': `${ROW} hrKey pseudonymisedAt pinyin revision reports can.edit can.disable employments.from employments.until employments.kind
    memberships.from memberships.until memberships.department.id memberships.department.name memberships.position.id memberships.position.name memberships.jobLevel.id memberships.jobLevel.name
    leaves.id leaves.from leaves.until leaves.kind managers.id managers.from managers.until managers.kind managers.delegated managers.manager.id managers.manager.displayName managers.manager.staffNumber
    delegations.id delegations.from delegations.until delegations.delegate.id delegations.delegate.displayName delegations.delegate.staffNumber`,
  'GET /people/:id/reports': `${CARD('items.')} items.kind`,
  'GET /roles/:role/grants': `${GRANT('items.')} nextCursor can.grant`,
  'GET /role-requests': `items.id items.role items.scope.id items.scope.name items.until items.reason items.state items.requestedAt items.expiresAt items.decidedAt items.can.approve items.can.decline
    ${ROLE_PERSON('items.person')} ${ROLE_PERSON('items.requestedBy')} ${ROLE_PERSON('items.decidedBy')} nextCursor`,
  'GET /access-reviews/:id': `${GRANT('items.grant.')} items.state items.decidedAt items.can.decide ${ROLE_PERSON('items.decidedBy')} nextCursor
    review.id review.quarter review.openedAt review.dueOn review.total review.settled review.removed review.overdue`,
  'GET /auth/login-page': 'password.minimum password.classes demo.password demo.people.login demo.people.displayName demo.people.position demo.people.department demo.people.tryThis.zh demo.people.tryThis.en',
  'GET /auth/me': `${CARD('person.')} roles manages mustEnrol permissions language theme demo`,
  'GET /auth/logins': LOGIN('items.'),
  'GET /accounts/:id': `${CARD('person.')} login changedAt lockedUntil linkUntil ${LOGIN('logins.')} secondFactorSince can.activate can.resetSecondFactor`,
  'GET /bulk-changes': `${BULK('items.')} nextCursor`,
  'GET /bulk-changes/:id': BULK(''),
  'GET /people/:id/skills': `${CARD('person.')} gap target.id target.scarce target.skills ${WORDS('target.name')} ${WORDS('target.description')}
    skills.level skills.since skills.expiresOn skills.gap skills.claimed.level skills.claimed.on skills.claimed.pending skills.target.level skills.target.weight skills.skill.id skills.skill.axis ${WORDS('skills.skill.name')} ${WORDS('skills.skill.description')}
    ${['id', 'kind', 'level', 'link', 'on', 'expiresOn', 'expired', 'skillId', 'title', 'verified', 'withdrawnOn'].map((key) => `skills.why.${key}`).join(' ')}`,
  'GET /skills': `items.id items.axis ${WORDS('items.name')} ${WORDS('items.description')} version versions.number versions.note versions.changed versions.publishedAt ${CARD('versions.publishedBy.')}`,
  'GET /skills/draft': `* ${CARD('items.updatedBy.')}`,
  'GET /certificates/administered': `${CERTIFICATE('items.')} nextCursor total`,
  'GET /certificates/administered/:id': `${CERTIFICATE('')} replacedBy.id replacedBy.number replaces.id replaces.number replaces.reason ${CARD('replaces.by.')} revocation.at revocation.grounds revocation.reason ${CARD('revocation.by.')}
    reviews.id reviews.outcome reviews.opened.at reviews.opened.reason ${CARD('reviews.opened.by.')} reviews.decided.at reviews.decided.reason ${CARD('reviews.decided.by.')}`,
  'GET /hours': HOURS,
  'GET /hours/people/:id': HOURS,
  'GET /points/board': `department month months items.rank items.points items.me ${CARD('items.person.')}`,
  'GET /approvals': `items.id items.kind items.assignment.id items.assignment.title items.dueOn items.until items.obligationId items.reason items.requestedAt items.nominatedBy.id items.nominatedBy.displayName ${CARD('items.person.')} nextCursor`,
  'GET /assignments': '* items.owner.displayName',
  'GET /assignments/:id': '* owner.displayName',
  'GET /assignments/:id/difference': `* ${CARD('sample.person.')}`,
  'GET /assignments/:id/runs': '* items.requestedBy.displayName',
  'GET /assignments/:id/people': `${OVERSEEN('items.')} nextCursor total`,
  'GET /assignments/:id/mine': OBLIGATION,
  'GET /assignments/exceptions': `counts items.id items.kind items.raisedAt items.completedAt items.dueOn items.assignment.id items.assignment.title items.assignment.cycle items.other.id items.other.title ${CARD('items.person.')} nextCursor`,
  'GET /annual-plans/:id': '* submitted.by.displayName approved.by.displayName',
  'GET /annual-plans/:id/items': '* items.owner.displayName items.need.by.displayName',
  'GET /annual-plans/:id/needs': '* items.by.displayName items.decided.by.displayName',
  'GET /annual-plans/:id/revisions': '* items.by.displayName',
  'GET /annual-plans/items/mine': '* items.owner.displayName items.need.by.displayName',
  'GET /training-needs': '* items.by.displayName items.decided.by.displayName',
  'GET /results-imports/:id/rows': `${['id', 'line', 'kind', 'staffNumber', 'name', 'course', 'target', 'completedOn', 'score', 'minutes', 'stored', 'errors.field', 'errors.message'].map((key) => `items.${key}`).join(' ')} nextCursor`,
  'GET /certifications/:id/holders': `${['cycleId', 'state', 'number', 'validFrom', 'validUntil', 'gapDays', 'reference'].map((key) => `items.${key}`).join(' ')} ${CARD('items.person.')} nextCursor`,
  'GET /external-certificates': `${['id', 'number', 'issuedOn', 'validUntil', 'fileName', 'state', 'submittedAt', 'note', 'certification.id', 'certification.title', 'holds.validUntil', 'holds.reference'].map((key) => `items.${key}`).join(' ')} ${CARD('items.person.')} nextCursor`,
  'GET /certification-report/people': `${['certification.id', 'certification.title', 'position', 'kind', 'since', 'waiting'].map((key) => `items.${key}`).join(' ')} ${CARD('items.person.')} nextCursor`,
  'GET /classes': '* items.owner.displayName',
  'GET /classes/:id': '* owner.displayName',
  'GET /classes/:id/mine': '* owner.displayName',
  'GET /classes/:id/roster': `items.state items.since items.reason items.by.id items.by.displayName ${CARD('items.person.')}`,
  'GET /classes/:id/attendance': `* ${CARD('rows.person.')}`,
  'GET /classes/:id/attendance/changes': `nextCursor ${['id', 'at', 'before', 'mark', 'reason', 'source', 'by.id', 'by.displayName', 'halfDay.day', 'halfDay.part'].map((key) => `items.${key}`).join(' ')} ${CARD('items.person.')}`,
  'GET /classes/:id/report': `* ${CARD('rows.person.')}`,
  'GET /nominations': `${['id', 'state', 'reason', 'note', 'assignment.id', 'assignment.title', 'nominatedAt', 'nominatedBy.id', 'nominatedBy.displayName', 'decidedAt', 'decidedBy.id', 'decidedBy.displayName'].map((key) => `items.${key}`).join(' ')} ${CARD('items.person.')} nextCursor`,
  'GET /obligations': `${OWED('items.')} counts.done counts.dueSoon counts.open counts.overdue nextCursor`,
  'GET /obligations/team': `${OVERSEEN('items.')} nextCursor total`,
  'GET /obligations/:id': OBLIGATION,
  'GET /audit': `${ACT('items.')} nextCursor total`,
  'GET /audit/:id': `${ACT('')} requestId loginId beforeHash afterHash seal.n seal.entryHash seal.chainHash seal.sealedAt`,
  'GET /me/views': `items.id items.at items.action.code items.action.words ${CARD('items.person.')} nextCursor`,
  'GET /me/data': `madeAt ${CARD('person.')} tables.name tables.title tables.columns.key tables.columns.title tables.rows`,
  'GET /me/data/corrections': CORRECTION('items.'),
  'GET /corrections': `${CORRECTION('items.')} nextCursor`,
  'GET /messages/deliveries': `items.id ${CARD('items.person.')} items.about items.state items.attempts items.reason items.unknown items.nextAt items.createdAt nextCursor`,
  'GET /notifications/preferences': 'mail quietFrom quietUntil groups.name groups.label groups.app groups.mail',
  'GET /courses/drafts': `* ${CARD('items.updatedBy.')}`,
  'GET /courses/:id/draft': `* ${CARD('updatedBy.')}`,
  'GET /courses/:id/statistics/stuck': `items.registrationId ${CARD('items.person.')} items.percent items.lesson items.reason.code items.reason.days items.reason.times items.reason.lesson nextCursor`,
  'GET /courses/:id/gains': `items.registrationId ${CARD('items.person.')} items.version items.percent nextCursor version count`,
  'GET /courses/:id/attempts': `${['id', 'lesson', 'version', 'number', 'submittedAt', 'score', 'passed', 'passMark', 'correction.score', 'correction.passed', 'correction.at', 'correction.reason'].map((key) => `items.${key}`).join(' ')} ${CARD('items.person.')} ${CARD('items.correction.by.')} nextCursor`,
  'GET /skill-reviews': `items.id items.skill.id items.skill.axis ${WORDS('items.skill.name')} ${WORDS('items.skill.description')} ${WORDS('items.anchor')} items.level items.claimed items.note items.openedAt items.votes ${CARD('items.person.')} nextCursor`,
  'GET /insights/evidence-packs': `${['id', 'at', 'by.id', 'by.displayName', 'assignment.id', 'assignment.title', 'asOf', 'cycle', 'language', 'scoped', 'obligations', 'reason', 'sha256'].map((key) => `items.${key}`).join(' ')} nextCursor`,
  'GET /insights/evidence-packs/assignments': `${['id', 'title', 'origin', 'owner.id', 'owner.displayName', 'state', 'startsOn', 'cycles', 'obligations'].map((key) => `items.${key}`).join(' ')} nextCursor`,
  'GET /insights/team': `${CARD('items.person.')} items.overdue items.attention items.cells.courseId items.cells.status items.cells.state items.cells.percent items.cells.attention items.due.courseId items.due.status items.due.dueOn nextCursor scope ${COMPLIANCE} people.direct people.line
    figures.learning figures.finishedThisMonth figures.attention figures.minutesThisMonth courses.id courses.title courses.domain`,
  'GET /insights/team/attention': `${NEED('items.')} ${DUE('items.')} nextCursor`,
  'GET /insights/workbench/reviews': `${['courseId', 'title', 'owner.displayName', 'months', 'reviewedOn', 'dueOn', 'days', 'learners'].map((key) => `items.${key}`).join(' ')} nextCursor`,
  'GET /courses/:id/review': 'owner.displayName months defaultMonths reviewedOn dueOn overdue can.edit can.mark',
  'GET /insights/team/certifications': `${CARD('items.person.')} ${['cycleId', 'certification.id', 'certification.title', 'state', 'validUntil', 'renewableSince', 'days', 'remindedAt', 'remindAgainOn'].map((key) => `items.${key}`).join(' ')} nextCursor`,
  'GET /insights/team/members/:id': `${CARD('person.')} manager.displayName memberSince figures.learning figures.finished figures.finishedThisYear figures.minutesThisYear attention.kind ${NEED('attention.')}
    ${['id', 'assignment.id', 'assignment.title', 'target.kind', 'target.id', 'target.title', 'mandatory', 'status', 'dueOn', 'zone', 'completedAt', 'extensions', 'waivedUntil', 'reminders', 'remindedAt', 'remindAgainOn', 'can.remind'].map((key) => `obligations.${key}`).join(' ')}
    certifications.id certifications.title certifications.required certifications.state certifications.validUntil courses.registrationId courses.course.id courses.course.title courses.course.domain courses.status courses.state courses.percent courses.registeredAt courses.lastActivityAt courses.completedAt courses.score courses.currentLesson
    weeks.monday weeks.minutes weeks.lessons`,
};

let bank: TestApplication;
let callers: Callers;
let owned: Owned;
let review: string;
let answers: Record<string, Schema>;

beforeAll(async () => {
  bank = await testApp(rooms);
  const paths = openApiDocument(bank.app).paths as Record<string, { get?: { responses: Record<string, { content?: Record<string, { schema?: Schema }> }> } }>;
  answers = Object.fromEntries(Object.entries(paths).flatMap(([path, { get }]) => {
    const schema = get?.responses['200']?.content?.['application/json']?.schema;
    return schema ? [[`GET ${path.replace(/^\/api\/v1/, '').replace(/\{(\w+)\}/g, ':$1')}`, schema]] : [];
  }));
  callers = await makeCallers(bank);
  ({ review } = await openReview(callers));
  owned = await makeOwned(bank, callers);
});
afterAll(() => bank.close());

const branches = (schema: Schema): Schema[] => [schema, ...[schema.anyOf, schema.oneOf, schema.allOf].flatMap((some) => some ?? []).flatMap(branches)];

/** The fields of an answer, lists left out: `items.person.displayName`. */
function* fieldsOf(schema: Schema, at = ''): Generator<string> {
  for (const one of branches(schema)) {
    if (one.items) yield* fieldsOf(one.items, at);
    for (const [name, inner] of Object.entries(one.properties ?? {})) {
      const deeper = [...fieldsOf(inner, `${at}${name}.`)];
      if (deeper.length) yield* deeper;
      else yield at + name;
    }
  }
}

const fields = (route: string): string[] => [...new Set(fieldsOf(answers[route]!))].sort();

/** Where a value has other keys than its schema; null when it has exactly those. */
function difference(value: unknown, schema: Schema, at = '$'): string | null {
  if (value === null || typeof value !== 'object') return null;
  const fits = branches(schema).map((one) => {
    if (Array.isArray(value)) return one.items ? (value.map((item, i) => difference(item, one.items!, `${at}[${i}]`)).find(Boolean) ?? null) : `${at} is no list`;
    if (one.properties) {
      const [has, should] = [Object.keys(value).sort(), Object.keys(one.properties).sort()];
      if (has.join() !== should.join()) return `${at} has ${has.join()} instead of ${should.join()}`;
      return should.map((name) => difference((value as Record<string, unknown>)[name], one.properties![name]!, `${at}.${name}`)).find(Boolean) ?? null;
    }
    if (!Object.keys(one).length) return null; // whatever it may be
    return one.additionalProperties ? null : `${at} is no object`;
  });
  return fits.includes(null) ? null : fits.at(-1)!;
}

/** The queries that some reads need. */
const QUERIES: Record<string, string> = {
  'GET /people/found': '?q=测试', 'GET /holidays': '?year=2026', 'GET /saved-views': '?page=/system/people', 'GET /search': '?q=测试', 'GET /hr-imports/:id/rows': '?kind=new', 'GET /results-imports/:id/rows': '?kind=error', 'GET /bulk-changes/:id/rows': '?kind=changed',
};

const address = (route: string): string => {
  const ids: Record<string, string> = {
    '/people': owned.owner.id, '/accounts': owned.owner.id, '/departments': owned.department, '/jobs': owned.job, '/hr-imports': owned.hrImport, '/access-reviews': review, '/audit': owned.entry,
    '/courses': owned.course, '/registrations': owned.registration, '/attempts': owned.attempt, '/insights/team/members': owned.owner.id, '/roles': '',
    '/annual-plans': owned.plan, '/assignments': owned.assignment, '/certifications': owned.certification, '/external-certificates': owned.externalCertificate, '/results-imports': owned.resultsImport, '/paths': owned.path, '/obligations': owned.obligation, '/waivers': owned.waiver,
    '/bulk-changes': owned.bulkChange, '/skills': 'rag', '/role-profiles': 'llm-architect', '/certificates': owned.certificate, '/certificates/administered': owned.certificate,
    '/certificates/completions': owned.completion, '/certificates/people': owned.owner.id, '/hours/people': owned.owner.id,
  };
  if (route === 'GET /insights/evidence-packs/preview') return `/insights/evidence-packs/preview?assignmentId=${owned.assignment}&asOf=2020-01-01`;
  if (route.startsWith('GET /classes/:id')) return route.slice('GET '.length).replace(':id', owned.trainingClass).replace(':halfDayId', owned.halfDay);
  if (route === 'GET /assignments/:id/mine') return `/assignments/${owned.directAssignment}/mine`;
  const path = route.slice('GET '.length);
  const [, before = ''] = /^(.*?)\/:/.exec(path) ?? [];
  return path.replace(':role', 'trainer').replace(':key', 'a').replace(':number', owned.certificateNumber).replace(':id', ids[before] ?? '') + encodeURI(QUERIES[route] ?? '');
};

/** Everybody who may be let in: the callers, and those to whom the things belong. */
const readers = (): [string, TestClient][] => [...CALLERS.map((role) => [role, callers[role].client] as [string, TestClient]), ['owner', owned.owner.client], ['their manager', owned.manager.client], ['their administrator', owned.administrator.client]];

describe('asvs-51 incident-19 fields of answers', () => {
  test('every answer that says who somebody is has its fields listed, and has no others', () => {
    const personal = Object.keys(answers).filter((route) => fields(route).some((field) => PERSONAL.test(field.split('.').at(-1)!)));
    expect(personal.sort()).toEqual(Object.keys(FIELDS).sort());
    for (const route of personal) {
      const listed = list(FIELDS[route]!);
      const shown = fields(route).filter((field) => !listed.includes('*') || listed.includes(field) || PERSONAL.test(field.split('.').at(-1)!));
      expect({ route, fields: shown }).toEqual({ route, fields: listed.filter((field) => field !== '*') });
    }
  });

  test('whoever reads gets exactly the fields that are documented', async () => {
    const read = new Set<string>();
    for (const route of Object.keys(answers))
      for (const [role, client] of readers()) {
        const { status, body } = await client.get(address(route));
        if (status !== 200) expect({ route, role, refused: [401, 403, 404].includes(status) ? 'yes' : { status, body } }).toEqual({ route, role, refused: 'yes' });
        else {
          read.add(route);
          expect({ route, role, difference: difference(body, answers[route]!) }).toEqual({ route, role, difference: null });
        }
      }
    expect(Object.keys(answers).filter((route) => !read.has(route))).toEqual([]);
  });

  test('of a colleague everybody sees the card and no more', async () => {
    for (const [role, client] of readers()) {
      const { body } = await client.get(`/people/${owned.owner.id}/card`);
      expect({ role, keys: Object.keys(body).sort() }).toEqual({ role, keys: ['department', 'displayName', 'id', 'managers', 'position', 'staffNumber'] });
    }
  });

  test('what managers see holds no answers, no seconds, no searches', () => {
    const shown = Object.keys(answers).filter((route) => route.startsWith('GET /insights/team')).flatMap(fields);
    expect(shown.length).toBeGreaterThan(30);
    expect(shown.filter((field) => /answer|choice|question|second|watch|search|event|device|address|mail/i.test(field))).toEqual([]);
  });

  test('incident-8 a paper that is still open shows no result, no score and no right choice, to its learner neither', async () => {
    const { body } = await owned.owner.client.get(`/attempts/${owned.attempt}`);
    expect(body).toMatchObject({ submittedAt: null, score: null, passed: null, topics: [] });
    expect(body.questions.map((one: { result: unknown }) => one.result)).toEqual(body.questions.map(() => null));
    expect(JSON.stringify(body)).not.toMatch(/"correct|explanation":"解析/);
    expect(Object.keys(body.questions[0].choices[0]).sort()).toEqual(['key', 'text']);
  });
});
