import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { peopleRoom } from '@zhixing/people/api';
import { makePerson } from '@zhixing/people/testing';
import { Files, Sweep } from '@zhixing/platform/api';
import { type Answer, type TestApplication, testApp, type TestClient } from '@zhixing/platform/testing';
import { startObjectStore } from './testing/object-store.ts';

const MB = 2 ** 20;
const rooms = [peopleRoom, accessRoom];
const data = mkdtempSync(join(tmpdir(), 'zhixing-files-'));
let bank: TestApplication;
let url: string;

beforeAll(async () => {
  bank = await testApp(rooms, { DATA_DIR: data, FILE_QUOTA_MB: '2' });
  await bank.app.listen(0, '127.0.0.1');
  url = await bank.app.getUrl();
});
afterAll(async () => {
  await bank.close();
  rmSync(data, { recursive: true, force: true });
});

const someone = async (at = bank): Promise<TestClient> => clientOf(at, (await at.write((tx) => makePerson(tx))).id);

async function send(client: TestClient, content: string | Buffer, { name = 'notes.txt', part = 'file', key }: { name?: string; part?: string; key?: string } = {}): Promise<Answer> {
  const form = new FormData();
  form.set(part, new File([content], name));
  const encoded = new Response(form);
  const body = Buffer.from(await encoded.arrayBuffer());
  return client.send('POST', '/files', body, { 'content-type': encoded.headers.get('content-type')!, ...(key ? { 'idempotency-key': key } : {}) });
}

/** Names below DATA_DIR: what is kept, and what is on its way. */
const kept = () => (existsSync(join(data, 'files')) ? readdirSync(join(data, 'files'), { recursive: true, encoding: 'utf8' }).filter((name) => name.length > 60) : []);
const onTheWay = () => readdirSync(join(data, 'tmp'));

/** A multipart body of so many megabytes, made while it is sent. */
async function* largeBody(megabytes: number): AsyncGenerator<Buffer> {
  yield Buffer.from('--b\r\ncontent-disposition: form-data; name="file"; filename="large.bin"\r\n\r\n');
  const megabyte = Buffer.alloc(MB);
  for (let i = 0; i < megabytes; i++) yield megabyte;
  yield Buffer.from('\r\n--b--\r\n');
}

describe('one file, there and back', () => {
  test('bytes, name, type and hash are those of the file', async () => {
    const employee = await someone();
    const { status, body } = await send(employee, '你好', { name: '客户 “名单”.csv' });
    const sha256 = createHash('sha256').update('你好').digest('hex');
    expect({ status, body }).toEqual({ status: 201, body: { id: body.id, name: '客户 “名单”.csv', size: 6, type: 'text/plain', sha256 } });
    const read = await employee.get(`/files/${body.id}`);
    expect({ status: read.status, body: read.body }).toEqual({ status: 200, body: '你好' });
    expect(read.headers).toMatchObject({
      'content-disposition': `attachment; filename="__ ____.csv"; filename*=UTF-8''${encodeURIComponent('客户 “名单”.csv')}`,
      'content-length': '6', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff',
    });
  });

  test('the same bytes of two people are stored once and outlive one of them', async () => {
    const [one, other] = [await someone(), await someone()];
    const [first, second] = [await send(one, 'shared'), await send(other, 'shared')];
    expect(kept().filter((name) => name.endsWith(first.body.sha256))).toHaveLength(1);
    expect((await one.delete(`/files/${first.body.id}`)).body).toEqual({ done: true });
    await bank.moveClock(2 * 24 * 60 * 60);
    await bank.app.get(Sweep).run();
    expect(await buffer(await bank.app.get(Files).open(second.body.sha256))).toEqual(Buffer.from('shared'));
  });

  test("another's file is not found, to read and to delete", async () => {
    const { body } = await send(await someone(), 'mine');
    const other = await someone();
    expect([(await other.get(`/files/${body.id}`)).status, (await other.delete(`/files/${body.id}`)).status]).toEqual([404, 404]);
  });

  test('bytes that no file names go after a day, not before; so do objects that no row knows', async () => {
    const employee = await someone();
    const { body } = await send(employee, 'short-lived');
    await employee.delete(`/files/${body.id}`);
    await bank.app.get(Sweep).run();
    expect(kept().some((name) => name.endsWith(body.sha256))).toBe(true);
    await bank.moveClock(2 * 24 * 60 * 60);
    await bank.app.get(Sweep).run();
    expect(kept().some((name) => name.endsWith(body.sha256))).toBe(false);
  });

  test('fault-18 a file whose bytes are lost is not found, and nothing breaks', async () => {
    const employee = await someone();
    const { body } = await send(employee, 'to be lost');
    rmSync(join(data, 'files', body.sha256.slice(0, 2), body.sha256));
    expect((await employee.get(`/files/${body.id}`)).status).toBe(404);
    // the same bytes again heal it
    await send(employee, 'to be lost');
    expect((await employee.get(`/files/${body.id}`)).body).toBe('to be lost');
  });
});

describe('hostile uploads', () => {
  test('asvs-8 asvs-17 incident-15 pages and pictures with script come back as attachments that may run nothing', async () => {
    const employee = await someone();
    for (const [name, content] of [['x.html', '<script>alert(1)</script>'], ['x.svg', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>']] as const) {
      const { headers } = await employee.get(`/files/${(await send(employee, content, { name })).body.id}`);
      expect(String(headers['content-disposition'])).toMatch(/^attachment; /);
      expect(headers).toMatchObject({ 'content-security-policy': "default-src 'none'; sandbox", 'x-content-type-options': 'nosniff' });
      expect(String(headers['content-type'])).not.toMatch(/html|svg/);
    }
  });

  test('asvs-30 incident-30 the type comes from the bytes, whatever the name says', async () => {
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
    const employee = await someone();
    expect((await send(employee, png, { name: 'letter.docx' })).body.type).toBe('image/png');
    expect((await send(employee, randomBytes(64), { name: 'picture.png' })).body.type).toBe('application/octet-stream');
  });

  test('asvs-4 asvs-34 names never become paths or headers', async () => {
    const employee = await someone();
    for (const name of ['../../etc/passwd', '..\\x.txt', ';id', '$(id)', 'a\r\nset-cookie: x=1.txt', 'gpj.\u202eexe', '.'.repeat(300), '名'.repeat(300), '']) {
      const sent = await send(employee, 'x', { name });
      expect({ name, status: sent.status }).toEqual({ name, status: 201 });
      // eslint-disable-next-line no-control-regex
      expect(sent.body.name).toMatch(/^[^/\\\u0000-\u001f\u202e]{1,200}$/);
      const { headers } = await employee.get(`/files/${sent.body.id}`);
      expect(headers['set-cookie']).toBeUndefined();
      // eslint-disable-next-line no-control-regex
      expect(String(headers['content-disposition'])).toMatch(/^[\x20-\x7e]+$/);
    }
    expect(kept().every((name) => /^[0-9a-f]{2}\/[0-9a-f]{64}$/.test(name))).toBe(true);
  });

  test('incident-29 a broken body is refused and the process goes on', async () => {
    const employee = await someone();
    const broken: [string, string][] = [
      ['multipart/form-data', 'x'],
      ['multipart/form-data; boundary=', 'x'],
      ['multipart/form-data; boundary=b', ''],
      ['multipart/form-data; boundary=b', 'no boundary at all'],
      ['multipart/form-data; boundary=b', '--b\r\n\r\n\r\n--b--\r\n'],
      ['multipart/form-data; boundary=b', '--b\r\ncontent-disposition: form-data; name="file"; filename="x"\r\n\r\nbreaks off'],
      ['multipart/form-data; boundary=b', '--b\r\ncontent-disposition: form-data; name="__proto__"; filename="x"\r\n\r\nx\r\n--b--\r\n'],
      ['multipart/form-data; boundary=b', '--b\r\ncontent-disposition: form-data; name="file"\r\n\r\nnot a file\r\n--b--\r\n'],
      ['multipart/form-data; boundary=b', `${'--b\r\ncontent-disposition: form-data; name="file"; filename="x"\r\n\r\nx\r\n'.repeat(2)}--b--\r\n`],
    ];
    for (const [type, body] of broken) expect({ body, status: (await employee.send('POST', '/files', Buffer.from(body), { 'content-type': type })).status }).toEqual({ body, status: 400 });
    expect((await employee.post('/files', { file: 'x' })).status).toBe(415);
    expect((await send(employee, 'x', { part: 'other' })).status).toBe(400);
    expect((await employee.get('/auth/me')).status).toBe(200);
    expect(onTheWay()).toEqual([]);
  });

  test('a connection that breaks off in the middle leaves nothing behind', async () => {
    const { headers } = await someone();
    const before = kept().length;
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const request = ['POST /api/v1/files HTTP/1.1', 'host: 127.0.0.1', `cookie: ${headers.cookie}`, 'x-requested-with: x', 'content-type: multipart/form-data; boundary=b', 'content-length: 9999', '', '--b', 'content-disposition: form-data; name="file"; filename="x"', '', 'abc'];
    socket.write(request.join('\r\n'));
    await until(() => onTheWay().length > 0);
    socket.destroy();
    await until(() => onTheWay().length === 0);
    expect(kept()).toHaveLength(before);
  });

  test('asvs-29 a file past its limit is stopped while it streams: 413, nothing left, memory bounded', async () => {
    const { headers } = await someone();
    const before = process.memoryUsage().rss;
    let highest = before;
    const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage().rss)), 20);
    const answer = await fetch(`${url}/api/v1/files`, {
      method: 'POST', headers: { ...headers, 'x-requested-with': 'x', 'content-type': 'multipart/form-data; boundary=b' },
      body: ReadableStream.from(largeBody(600)) as ReadableStream<Uint8Array<ArrayBuffer>>, duplex: 'half',
    } as RequestInit);
    clearInterval(watch);
    expect({ status: answer.status, body: await answer.json() }).toMatchObject({ status: 413, body: { code: 'too_large', values: { limit: '512 MB' } } });
    expect(onTheWay()).toEqual([]);
    expect((highest - before) / MB).toBeLessThan(200);
  }, 60_000);

  test('asvs-32 a person stores up to the quota, in parallel too; deleting makes room', async () => {
    const employee = await someone();
    const sent = await Promise.all(Array.from({ length: 6 }, () => send(employee, randomBytes(MB / 2))));
    const stored = sent.filter((one) => one.status === 201);
    expect([stored.length, ...sent.filter((one) => one.status !== 201).map((one) => one.body.code)]).toEqual([4, 'limit_reached', 'limit_reached']);
    await employee.delete(`/files/${stored[0]!.body.id}`);
    expect((await send(employee, randomBytes(MB / 2))).status).toBe(201);
    expect((await send(await someone(), 'of another')).status).toBe(201);
  });
});

describe('Idempotency-Key', () => {
  test('fault-10 the same upload 20 times at once is stored once and answered alike', async () => {
    const employee = await someone();
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(employee, 'once', { key: 'k-1' })));
    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1);
    expect(answers[0]!.status).toBe(201);
    const [{ files }] = await bank.database.rows<{ files: number }>({ name: 'test.files', text: 'select count(*)::int as files from platform.file where sha256 = $1' }, [answers[0]!.body.sha256]) as [{ files: number }];
    expect(files).toBe(1);
    expect((await send(employee, 'once', { key: 'k-2' })).body.id).not.toBe(answers[0]!.body.id);
  });

  test('fault-10 another body under the same key is refused; another person may use the key; a failure is not remembered', async () => {
    const [one, other] = [await someone(), await someone()];
    expect((await send(one, 'a', { key: 'same' })).status).toBe(201);
    expect(await send(one, 'b', { key: 'same' })).toMatchObject({ status: 422, body: { code: 'idempotency_mismatch' } });
    expect((await send(other, 'b', { key: 'same' })).status).toBe(201);
    const large = await send(one, randomBytes(2 * MB), { key: 'retry' });
    expect([large.status, (await send(one, 'small', { key: 'retry' })).status]).toEqual([409, 201]);
    expect((await send(one, 'a', { key: 'x'.repeat(201) })).status).toBe(400);
  });

  test('a key is forgotten after a day', async () => {
    const employee = await someone();
    const { body } = await send(employee, 'a', { key: 'k' });
    await bank.moveClock(25 * 60 * 60);
    await bank.app.get(Sweep).run();
    expect((await send(await clientOf(bank, await owner(body.id)), 'b', { key: 'k' })).status).toBe(201);
  });
});

const owner = async (id: string) => (await bank.database.rows<{ personId: string }>({ name: 'test.owner', text: 'select person_id as "personId" from platform.file where id = $1' }, [id]))[0]!.personId;

/** Waits for what another turn of the event loop brings. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

describe('an object store', () => {
  let store: Awaited<ReturnType<typeof startObjectStore>>;
  let remote: TestApplication;

  beforeAll(async () => {
    store = await startObjectStore();
    remote = await testApp(rooms, { S3_BUCKET: 'zhixing', S3_ENDPOINT: store.endpoint, S3_ACCESS_KEY_ID: 'key', S3_SECRET_ACCESS_KEY: 'secret', S3_FORCE_PATH_STYLE: '1' });
  });
  afterAll(async () => {
    await remote.close();
    await store.stop();
  });

  test('keeps, reads and sweeps as the folder does, large files as streams', async () => {
    const employee = await someone(remote);
    for (const content of [Buffer.from('small, of the store only'), randomBytes(9 * MB)]) {
      const { body } = await send(employee, content);
      expect(store.objects.get(`files/${body.sha256.slice(0, 2)}/${body.sha256}`)?.equals(content)).toBe(true);
      expect((await buffer(await remote.app.get(Files).open(body.sha256))).equals(content)).toBe(true);
      expect((await employee.delete(`/files/${body.id}`)).status).toBe(200);
    }
    await remote.moveClock(2 * 24 * 60 * 60);
    await remote.app.get(Sweep).run();
    expect([...store.objects.keys()]).toEqual([]);
  });

  test('fault-22 a store that fails or is gone: 503 at once, nothing acknowledged, and all is well when it is back', async () => {
    const employee = await someone(remote);
    const { body } = await send(employee, 'before');
    store.state.broken = true;
    expect(await send(employee, 'during', { key: 'k' })).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect((await employee.get(`/files/${body.id}`)).status).toBe(503);
    store.state.broken = false;
    expect((await send(employee, 'during', { key: 'k' })).status).toBe(201);
    expect((await employee.get(`/files/${body.id}`)).body).toBe('before');
    await store.stop();
    expect((await send(employee, 'gone')).status).toBe(503);
  });
});
