import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { AppError } from './errors.ts';

/** Serves the built pages, precompressed; every other address that is not the API's opens the single page. */
export async function serveWeb(server: FastifyInstance, directory: string): Promise<void> {
  await server.register(fastifyStatic, {
    root: directory,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (response, path) => {
      // built files carry a hash in their name; the page that names them does not
      response.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  server.get('/*', async (request, reply) => {
    const { pathname } = new URL(request.url, 'http://page');
    if (/^\/(api|assets)\//.test(pathname)) throw new AppError('not_found');
    return reply.sendFile('index.html');
  });
}
