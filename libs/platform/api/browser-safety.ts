import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Config } from './config.ts';
import { AppError } from './errors.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The sign-in form may be the first request of a page, so the custom header is not asked of it; its origin is checked all the same. */
const WITHOUT_HEADER = new Set(['/api/v1/auth/login']);

/** Security headers on every answer (helmet), and `no-store` on everything the API says. */
export async function securityHeaders(app: NestFastifyApplication, config: Config): Promise<void> {
  const https = config.publicUrl.startsWith('https:');
  await app.register(helmet as never, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
  } as never);
  app.getHttpAdapter().getInstance().addHook('onSend', async (request: { url: string; id: string }, reply: { header(name: string, value: string): unknown; hasHeader(name: string): boolean }) => {
    reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
}

/**
 * Refuses state changes that another site started: `X-Requested-With` must be there (a cross-site form cannot set it),
 * Sec-Fetch-Site must not speak of another site, and Origin, when sent, must be our own host or PUBLIC_URL. Else 403 `csrf`.
 */
export function refuseForeignRequests(server: FastifyInstance, config: Config): void {
  const publicHost = new URL(config.publicUrl).host;
  server.addHook('onRequest', async (request) => {
    if (SAFE_METHODS.has(request.method)) return;
    const { origin, host } = request.headers;
    const site = request.headers['sec-fetch-site'];
    const sameSite = site === undefined || site === 'same-origin' || site === 'none';
    const sameOrigin = origin === undefined || [host, publicHost].includes(hostOf(origin));
    const marked = request.headers['x-requested-with'] !== undefined || WITHOUT_HEADER.has(request.url);
    if (!sameSite || !sameOrigin || !marked) throw new AppError('csrf');
  });
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined; // `null` and other opaque origins
  }
}
