import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config } from '@zhixing/platform/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import '@fastify/cookie';
import { hashToken, newToken } from './tokens.ts';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * The login cookie: 32 random bytes, of which the database keeps only HMAC-SHA256 under LOGIN_SECRET.
 * `__Host-login; Secure` on https and on loopback; plain `login` on http at another address, because browsers drop Secure cookies there.
 */
@Injectable()
export class LoginCookie {
  private readonly name: string;
  private readonly secure: boolean;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    const { protocol, hostname } = new URL(config.publicUrl);
    this.secure = protocol === 'https:' || LOOPBACK.has(hostname);
    this.name = this.secure ? '__Host-login' : 'login';
    if (!this.secure) new Logger('login').warn(`${config.publicUrl} is plain http: the login cookie travels unprotected. Put a proxy with https in front and set PUBLIC_URL.`);
  }

  /** A new token: what the browser keeps, and the hash for the table. */
  issue(): { cookie: string; token: string; hash: Buffer } {
    const { token, hash } = newToken(this.config.loginSecret);
    return { cookie: `${this.name}=${token}`, token, hash };
  }

  give(reply: FastifyReply, token: string): void {
    void reply.setCookie(this.name, token, { path: '/', httpOnly: true, sameSite: 'lax', secure: this.secure });
  }

  /** The hash of the request's token, if it carries one. */
  read(request: FastifyRequest): Buffer | undefined {
    const token = request.cookies[this.name];
    return token ? hashToken(this.config.loginSecret, token) : undefined;
  }

  take(reply: FastifyReply): void {
    void reply.clearCookie(this.name, { path: '/', httpOnly: true, sameSite: 'lax', secure: this.secure });
  }
}
