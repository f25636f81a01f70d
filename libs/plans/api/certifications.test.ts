import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { coursesRoom } from '@zhixing/courses/api';
import { messagesRoom } from '@zhixing/messages/api';
import { OrganisationService, peopleRoom, type Person } from '@zhixing/people/api';
import { makeDepartment, makePerson } from '@zhixing/people/testing';
import { type ExternalCertificate, ExternalCertificateList, MyCertifications } from '@zhixing/plans/contract';
import { everyPage, statement } from '@zhixing/platform/api';
import { type TestApplication, type TestClient, testApp } from '@zhixing/platform/testing';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { CertificationsDay } from './certifications/certifications-day.ts';
import { CyclesService } from './certifications/cycles.service.ts';
import { RenewalReminders } from './certifications/renewal-reminders.task.ts';
import { plansRoom } from './index.ts';
import { dayFromNow, shortCourse, take } from './testing.ts';

const DAY = 86_400;
let bank: TestApplication;
let adminId: string;
let admin: TestClient;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, messagesRoom, coursesRoom, plansRoom]);
  adminId = (await bank.write((tx) => makePerson(tx, { displayName: '培训经理', roles: ['ld_admin'] }))).id;
});
afterAll(() => bank.close());
beforeEach(async () => {
  admin = await clientOf(bank, adminId);
});

interface Next { place: string; valid_from: string; valid_until: string | null; window_opens_on: string | null; gap_days: number }
const NEXT = statement('test.next_cycle', 'select place, valid_from::text, valid_until::text, window_opens_on::text, gap_days from plans.next_cycle($1, $2, $3, $4, $5)');
const next = async (until: string | null, window: string | null, completed: string, months: number | null, days = 60): Promise<Next> => (await bank.database.rows<Next>(NEXT, [until, window, completed, months, days]))[0]!;

test('first test: 31 Jan, 29 Feb, 31 Dec expiry', async () => {
  const until = async (completed: string, months: number) => (await next(null, null, completed, months)).valid_until;
  expect(await until('2024-01-31', 1)).toBe('2024-02-29');
  expect(await until('2023-01-31', 1)).toBe('2023-02-28');
  expect(await until('2024-02-29', 12)).toBe('2025-02-28');
  expect(await until('2024-02-29', 48)).toBe('2028-02-29');
  expect(await until('2025-12-31', 2)).toBe('2026-02-28');
  expect(await until('2025-12-31', 12)).toBe('2026-12-31');
  expect(await next(null, null, '2026-03-05', null)).toEqual({ place: 'first', valid_from: '2026-03-05', valid_until: null, window_opens_on: null, gap_days: 0 });
});

test('first test: renewal before / in / after the window', async () => {
  const renew = (completed: string) => next('2026-06-30', '2026-05-01', completed, 12);
  expect(await renew('2026-04-30')).toMatchObject({ place: 'before', valid_from: '2026-04-30', valid_until: '2027-04-30', gap_days: 0 });
  expect(await next('2027-06-30', '2027-05-01', '2026-06-20', 12)).toMatchObject({ place: 'nothing' });
  expect(await renew('2026-05-01')).toMatchObject({ place: 'in', valid_from: '2026-07-01', valid_until: '2027-06-30', window_opens_on: '2027-05-01', gap_days: 0 });
  expect(await renew('2026-06-30')).toMatchObject({ place: 'in', valid_until: '2027-06-30' });
  expect(await renew('2026-07-01')).toMatchObject({ place: 'after', valid_from: '2026-07-01', valid_until: '2027-07-01', gap_days: 0 });
  expect(await renew('2026-09-01')).toMatchObject({ place: 'after', valid_from: '2026-09-01', valid_until: '2027-09-01', gap_days: 62 });
});

test('cycles follow each other: a renewal in the window loses no day, and none ever ends earlier than the one before', async () => {
  const epoch = Date.parse('2020-01-01');
  const day = (number: number): string => new Date(epoch + number * DAY * 1000).toISOString().slice(0, 10);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 120 }), fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 4 }), async (start, months, window, waits) => {
      let at = start;
      let held = await next(null, null, day(at), months, window);
      for (const wait of waits) {
        at += wait;
        const renewed = await next(held.valid_until, held.window_opens_on, day(at), months, window);
        if (renewed.place === 'nothing') continue; // a completion that would end no later renews nothing
        expect(renewed.valid_until! > renewed.valid_from && renewed.window_opens_on! >= renewed.valid_from && renewed.window_opens_on! <= renewed.valid_until!).toBe(true);
        expect(renewed.valid_until! > held.valid_until! && renewed.valid_from >= held.valid_from).toBe(true);
        const nights = (Date.parse(renewed.valid_from) - Date.parse(held.valid_until!)) / (DAY * 1000) - 1;
        if (renewed.place === 'in') expect(nights).toBe(0);
        expect(renewed.gap_days).toBe(Math.max(0, nights));
        held = renewed;
      }
    }),
    { numRuns: 150 },
  );
});

/** A certification for passing a course of its own; `more` replaces what it says. */
async function certification(more: object = {}): Promise<{ id: string; courseId: string }> {
  const { id: courseId } = await shortCourse(bank);
  const made = await admin.post('/certifications', { title: `资格 ${uuid().slice(-12)}`, kind: 'own', issuer: '示范银行', courseId, months: 12, windowDays: 60, ...more });
  expect({ status: made.status, body: made.body }).toMatchObject({ status: 201 });
  return { id: made.body.id, courseId };
}
const somebody = (o: Parameters<typeof makePerson>[1] = {}): Promise<Person> => bank.write((tx) => makePerson(tx, { displayName: '持证人', ...o }));
const mine = async (person: Person) => MyCertifications.parse((await (await clientOf(bank, person.id)).get('/certifications/mine')).body).items;
const held = async (person: Person, id: string) => (await mine(person)).find((one) => one.certification.id === id);
const told = (person: Person, of: string) => bank.database.rows(statement('test.certification_told', `select 1 from messages.message where person_id = $1 and template = $2`), [person.id, of]);
async function complete(person: Person, courseId: string): Promise<void> {
  await take(await clientOf(bank, person.id), courseId);
  await bank.work();
}
/** Moves the clock, and begins the morning. */
async function later(days: number): Promise<void> {
  await bank.moveClock(days * DAY);
  await bank.app.get(RenewalReminders).run();
  await bank.work();
  admin = await clientOf(bank, adminId);
}

test('a completed course certifies once, however often it is told of and by however many at once', async () => {
  const { id, courseId } = await certification();
  const person = await somebody();
  await complete(person, courseId);
  const [{ registration_id: registrationId }] = await bank.database.rows<{ registration_id: string }>(statement('test.registration', 'select registration_id from courses.taken where person_id = $1'), [person.id]) as [{ registration_id: string }];
  await Promise.all(Array.from({ length: 20 }, () => bank.app.get(CyclesService).handle({ registrationId })));
  expect(await held(person, id)).toMatchObject({ state: 'valid', required: false, cycles: [{ number: 1, validFrom: await dayFromNow(bank), gapDays: 0, revoked: null }] });
  expect(await told(person, 'plans.certified')).toHaveLength(1);
});

test('a renewal in the window adds the period to the old end; before it the person decides; after the end the gap is on record', async () => {
  const { id, courseId } = await certification();
  const person = await somebody();
  await complete(person, courseId);
  const first = (await held(person, id))!.cycles[0]!;
  // before the window: nothing happens without the person's word
  await later(100);
  await complete(person, courseId);
  const offered = (await held(person, id))!;
  expect(offered).toMatchObject({ state: 'valid', cycles: [{ id: first.id }], early: { completedOn: await dayFromNow(bank) } });
  expect(offered.early!.lost).toBeGreaterThan(200);
  expect(await told(person, 'plans.early_renewal')).toHaveLength(1);
  const stranger = await clientOf(bank, (await somebody()).id);
  expect((await stranger.post(`/early-renewals/${offered.early!.id}/decision`, { decision: 'accepted' })).status).toBe(404);
  const client = await clientOf(bank, person.id);
  expect((await client.post(`/early-renewals/${offered.early!.id}/decision`, { decision: 'declined' })).status).toBe(200);
  expect((await client.post(`/early-renewals/${offered.early!.id}/decision`, { decision: 'accepted' })).body.code).toBe('plans.decided_already');
  expect(await held(person, id)).toMatchObject({ cycles: [{ id: first.id }], early: null });
  // in the window nothing is lost
  await later(220);
  expect(await held(person, id)).toMatchObject({ state: 'renewable' });
  await complete(person, courseId);
  const second = (await held(person, id))!.cycles[0]!;
  expect(second).toMatchObject({ number: 2, gapDays: 0 });
  expect(second.validUntil!.slice(4)).toBe(first.validUntil!.slice(4));
  expect(Number(second.validUntil!.slice(0, 4))).toBe(Number(first.validUntil!.slice(0, 4)) + 1);
  // after the end
  await later(365 + 60 + 30);
  expect(await held(person, id)).toMatchObject({ state: 'expired' });
  await complete(person, courseId);
  const [third] = (await held(person, id))!.cycles;
  expect(third).toMatchObject({ number: 3, validFrom: await dayFromNow(bank) });
  expect(third!.gapDays).toBe((Date.parse(third!.validFrom) - Date.parse(second.validUntil!)) / (DAY * 1000) - 1);
  expect(third!.gapDays).toBeGreaterThan(0);
});

test('an early renewal that is accepted counts from the day of completion', async () => {
  const { id, courseId } = await certification();
  const person = await somebody();
  await complete(person, courseId);
  await later(30);
  await complete(person, courseId);
  const { early } = (await held(person, id))!;
  const client = await clientOf(bank, person.id);
  expect((await client.post(`/early-renewals/${early!.id}/decision`, { decision: 'accepted' })).status).toBe(200);
  expect(await held(person, id)).toMatchObject({ state: 'valid', early: null, cycles: [{ number: 2, validFrom: await dayFromNow(bank), validUntil: early!.validUntil }, { number: 1 }] });
});

test('each stage of an end is told once, however often the morning begins; managers hear of what has expired', async () => {
  const { courseId } = await certification();
  const manager = await somebody();
  const person = await somebody({ manager: manager.id });
  await complete(person, courseId);
  for (const [days, window, expiring, expired] of [[320, 1, 0, 0], [18, 1, 1, 0], [10, 1, 2, 0], [4, 1, 2, 1]] as const) {
    await later(days);
    for (let tries = 0; tries < 4; tries++) await later(1); // past a weekend or holiday
    await Promise.all([bank.app.get(RenewalReminders).run(), bank.app.get(RenewalReminders).run()]);
    await bank.work();
    expect([(await told(person, 'plans.renewal_window')).length, (await told(person, 'plans.certification_expiring')).length, (await told(person, 'plans.certification_expired')).length]).toEqual([window, expiring, expired]);
  }
  expect(await told(manager, 'plans.member_certification_expired')).toHaveLength(1);
});

test('what was completed before a certification was made counts for it; a leaver who comes back holds what is valid by its dates', async () => {
  const { id: courseId } = await shortCourse(bank);
  const person = await somebody();
  await take(await clientOf(bank, person.id), courseId);
  const day = await dayFromNow(bank);
  await later(40);
  const { id } = await certification({ courseId });
  await bank.work();
  await bank.app.get(CertificationsDay).run();
  expect(await held(person, id)).toMatchObject({ cycles: [{ number: 1, validFrom: day }] });
  const organisation = bank.app.get(OrganisationService);
  const BY = { personId: adminId, address: 'test', requestId: 'test' };
  const [place] = await bank.database.rows<{ department_id: string; position_id: string }>(statement('test.place', 'select department_id, position_id from people.department_membership where person_id = $1'), [person.id]);
  await bank.write(async (tx) => organisation.endEmployment(tx, BY, person.id, await dayFromNow(bank)));
  expect((await admin.get(`/certifications/${id}/holders`)).body.items).toEqual([]);
  await later(5);
  await bank.write(async (tx) => organisation.rehire(tx, BY, person.id, { departmentId: place!.department_id, positionId: place!.position_id, jobLevelId: null, from: await dayFromNow(bank) }));
  expect(await held(person, id)).toMatchObject({ state: 'valid', cycles: [{ number: 1, validFrom: day }] });
});

/** What a person handed in and waits, on whichever page of the queue it stands. */
async function waitingOf(person: Person): Promise<ExternalCertificate | undefined> {
  for await (const { items } of everyPage(async (cursor) => ExternalCertificateList.parse((await admin.get(`/external-certificates?limit=100${cursor ? `&cursor=${cursor}` : ''}`)).body))) {
    const found = items.find((one) => one.person.id === person.id);
    if (found) return found;
  }
  return undefined;
}

const PDF = Buffer.from('%PDF-1.4\n%%EOF\n') as Uint8Array<ArrayBuffer>;
/** Hands in a certificate with a document of one's own. */
async function submit(client: TestClient, certificationId: string, o: { number?: string; issuedOn: string; validUntil: string | null }) {
  const { body } = await client.upload('/files', '证书.pdf', PDF);
  return client.post('/external-certificates', { certificationId, number: 'CISP-0001', fileId: body.id, ...o });
}

test('a certificate of another body is handed in once, checked by somebody else, and held by its dates; what is returned says why', async () => {
  const { id } = await certification({ kind: 'external', courseId: null, issuer: '测评中心' });
  const person = await somebody();
  const client = await clientOf(bank, person.id);
  const dates = { issuedOn: await dayFromNow(bank, -400), validUntil: await dayFromNow(bank, 20) };
  const answers = await Promise.all([submit(client, id, dates), submit(client, id, dates)]);
  expect(answers.map((one) => one.status).sort()).toEqual([201, 409]);
  const waiting = (await held(person, id))!.submitted!;
  expect(waiting).toMatchObject({ state: 'waiting', number: 'CISP-0001', fileName: '证书.pdf', ...dates });
  const decide = (by: TestClient, of: string, body: object) => by.post(`/external-certificates/${of}/decision`, body);
  expect((await decide(admin, waiting.id, { decision: 'returned' })).status).toBe(400);
  expect((await decide(admin, waiting.id, { decision: 'returned', note: '扫描件不清晰' })).status).toBe(200);
  expect(await held(person, id)).toMatchObject({ state: null, submitted: { state: 'returned', note: '扫描件不清晰' } });
  expect((await submit(client, id, dates)).status).toBe(201);
  const again = (await waitingOf(person))!;
  expect((await admin.get(`/external-certificates/${again.id}/document`)).status).toBe(200);
  expect((await (await clientOf(bank, (await somebody()).id)).get(`/external-certificates/${again.id}/document`)).status).toBe(404);
  expect((await decide(admin, again.id, { decision: 'accepted' })).status).toBe(200);
  expect((await decide(admin, again.id, { decision: 'accepted' })).body.code).toBe('plans.decided_already');
  expect(await held(person, id)).toMatchObject({ state: 'expiring', submitted: null, cycles: [{ number: 1, validFrom: dates.issuedOn, validUntil: dates.validUntil, reference: 'CISP-0001' }] });
  // one that ends no later renews nothing and stays to be returned; a later one does
  await submit(client, id, dates);
  const older = (await waitingOf(person))!;
  expect(older.holds).toEqual({ validUntil: dates.validUntil, reference: 'CISP-0001' });
  expect((await decide(admin, older.id, { decision: 'accepted' })).body.code).toBe('plans.certificate_older');
  expect((await client.post(`/external-certificates/${older.id}/withdrawal`)).status).toBe(200);
  expect(await held(person, id)).toMatchObject({ submitted: null });
});

test('nobody checks or revokes their own certificate; a branch administrator sees no other branch', async () => {
  const { id } = await certification({ kind: 'external', courseId: null });
  const dates = { issuedOn: await dayFromNow(bank, -10), validUntil: null };
  expect((await submit(admin, id, dates)).status).toBe(201);
  const [own] = await bank.database.rows<{ id: string }>(statement('test.own_certificate', 'select id from plans.external_certificate where person_id = $1'), [adminId]);
  expect((await admin.post(`/external-certificates/${own!.id}/decision`, { decision: 'accepted' })).body.code).toBe('plans.own_certificate');
  const second = await clientOf(bank, (await bank.write((tx) => makePerson(tx, { roles: ['ld_admin'] }))).id);
  expect((await second.post(`/external-certificates/${own!.id}/decision`, { decision: 'accepted' })).status).toBe(200);
  const { items: [cycle] } = (await admin.get(`/certifications/${id}/holders`)).body;
  expect(cycle).toMatchObject({ state: 'valid', validUntil: null });
  expect((await admin.post(`/certification-cycles/${cycle.cycleId}/revocation`, { reason: '材料不实' })).body.code).toBe('plans.own_certificate');
  expect((await second.post(`/certification-cycles/${cycle.cycleId}/revocation`, { reason: '材料不实' })).status).toBe(200);
  expect((await second.post(`/certification-cycles/${cycle.cycleId}/revocation`, { reason: '材料不实' })).body.code).toBe('plans.revoked_already');
  expect((await admin.get('/certifications/mine')).body.items.find((one: { certification: { id: string } }) => one.certification.id === id)).toMatchObject({ state: null, cycles: [{ revoked: { reason: '材料不实' } }] });
  // the owner works elsewhere: their branch's administrator neither sees nor decides, nor changes what holds for the bank
  const { department, branchAdmin } = await bank.write(async (tx) => {
    const department = await makeDepartment(tx, '外地分行');
    return { department, branchAdmin: await makePerson(tx, { department, roles: ['ld_admin'], scope: department.id }) };
  });
  const branch = await clientOf(bank, branchAdmin.id);
  const person = await somebody();
  expect((await submit(await clientOf(bank, person.id), id, dates)).status).toBe(201);
  const [theirs] = await bank.database.rows<{ id: string }>(statement('test.their_certificate', 'select id from plans.external_certificate where person_id = $1'), [person.id]);
  expect((await branch.post(`/external-certificates/${theirs!.id}/decision`, { decision: 'accepted' })).status).toBe(404);
  expect((await branch.get(`/external-certificates/${theirs!.id}/document`)).status).toBe(404);
  expect((await branch.get(`/certifications/${id}/holders`)).body.items).toEqual([]);
  expect((await branch.get(`/certifications/${id}`)).body).toMatchObject({ can: { edit: false }, holders: { valid: 0 } });
  expect((await branch.post(`/certifications/${id}/retirement`)).status).toBe(403);
  const local = await somebody({ department });
  expect((await submit(await clientOf(bank, local.id), id, dates)).status).toBe(201);
  const { items: waiting } = (await branch.get('/external-certificates')).body;
  expect(waiting).toMatchObject([{ person: { id: local.id } }]);
  expect((await branch.post(`/external-certificates/${waiting[0].id}/decision`, { decision: 'accepted' })).status).toBe(200);
});

test('who works without what the position requires is reported for any day as it was known then', async () => {
  const { id, courseId } = await certification();
  const [without, certified] = [await somebody(), await somebody()];
  const position = async (person: Person) => (await bank.database.rows<{ position_id: string }>(statement('test.position', 'select position_id from people.department_membership where person_id = $1'), [person.id]))[0]!.position_id;
  const positionIds = [...new Set([await position(without), await position(certified)])];
  await complete(certified, courseId);
  const before = (await admin.get(`/certifications/${id}`)).body;
  const body = { title: before.title, kind: 'own', issuer: before.issuer, courseId, months: 12, windowDays: 60, positionIds };
  expect((await admin.send('PUT', `/certifications/${id}`, body, { 'if-match': `"${before.revision}"` })).body).toMatchObject({ positions: positionIds.length, can: { edit: true } });
  const gaps = async (on = '') => {
    const found: { person: { id: string }; kind: string; since: string | null }[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body: page } = await admin.get(`/certification-report/people?certificationId=${id}&limit=100${on && `&on=${on}`}${cursor && `&cursor=${cursor}`}`);
      found.push(...page.items);
      cursor = page.nextCursor;
    }
    return found.filter((one) => one.person.id === without.id || one.person.id === certified.id).map(({ person, kind, since }) => [person.id === without.id ? 'without' : 'certified', kind, since]);
  };
  const [today, tomorrow] = [await dayFromNow(bank), await dayFromNow(bank, 1)];
  expect(await gaps()).toEqual([['without', 'missing', null]]);
  expect(await held(without, id)).toMatchObject({ required: true, state: null });
  expect((await admin.get(`/certification-report?on=${tomorrow}`)).body.code).toBe('plans.day_to_come');
  const report = async (on = '') => (await admin.get(`/certification-report${on && `?on=${on}`}`)).body.certifications.find((one: { id: string }) => one.id === id);
  const then = await report();
  expect(then).toMatchObject({ missing: then.required - then.held, expired: 0, revoked: 0 });
  await later(400);
  await complete(without, courseId);
  expect(await gaps()).toEqual([['certified', 'expired', expect.any(String)]]);
  expect(await gaps(today)).toEqual([['without', 'missing', null]]);
  expect(await report(today)).toEqual(then);
  expect(await gaps(await dayFromNow(bank, -401))).toEqual([]);
});
