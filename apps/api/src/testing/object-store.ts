import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A server that speaks as much S3 as we use, in memory: PUT, GET, HEAD, DELETE of an object and ListObjectsV2. With `broken` it answers everything with 500. */
export async function startObjectStore() {
  const objects = new Map<string, Buffer>();
  const state = { broken: false };
  const server = createServer((request, response) => void answer(request).then(({ status, body = '' }) => {
    response.writeHead(status, { 'content-length': Buffer.byteLength(body), 'last-modified': 'Thu, 01 Jan 2026 00:00:00 GMT' }).end(request.method === 'HEAD' ? undefined : body);
  }));

  async function answer(request: IncomingMessage): Promise<{ status: number; body?: string | Buffer }> {
    const { pathname, searchParams } = new URL(request.url!, 'http://store');
    const key = pathname.split('/').slice(2).join('/'); // after the bucket
    const received = await buffer(request);
    if (state.broken) return { status: 500 };
    if (searchParams.has('list-type')) return { status: 200, body: listing([...objects.keys()].filter((name) => name.startsWith(searchParams.get('prefix') ?? ''))) };
    if (request.method === 'PUT') objects.set(key, received);
    if (request.method === 'DELETE') objects.delete(key);
    if (request.method === 'PUT' || request.method === 'DELETE') return { status: 200 };
    const object = objects.get(key);
    return object ? { status: 200, body: object } : { status: 404, body: '<Error><Code>NoSuchKey</Code></Error>' };
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = () => new Promise((resolve) => server.close(resolve).closeAllConnections());
  return { objects, state, endpoint, stop };
}

const listing = (keys: string[]) =>
  `<?xml version="1.0"?><ListBucketResult><IsTruncated>false</IsTruncated>${keys.map((key) => `<Contents><Key>${key}</Key><Size>1</Size><ETag>"x"</ETag><LastModified>2026-01-01T00:00:00Z</LastModified></Contents>`).join('')}</ListBucketResult>`;
