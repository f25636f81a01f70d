import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from './config.ts';

/** The id that stands in front of every encrypted value: a later algorithm gets its own, and old values stay readable. */
const ALGORITHM = 'aes-256-gcm';
/** Bytes: NIST SP 800-38D 8.2 recommends 96-bit IVs; the tag is whole. */
const IV = 12;
const TAG = 16;

/** Encryption of what the database must not hold in the clear: AES-256-GCM, keyed from LOGIN_SECRET by HKDF-SHA256 (RFC 5869), one key for each purpose. */
@Injectable()
export class Crypto {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** `owner` (an id) is sealed in: the value opens for nobody else. */
  encrypt(purpose: string, owner: string, value: string): string {
    const iv = randomBytes(IV);
    const cipher = createCipheriv(ALGORITHM, this.key(purpose), iv).setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([iv, cipher.update(value, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${ALGORITHM}:${sealed.toString('base64url')}`;
  }

  /** @throws Error when the value is another owner's or purpose's, was changed, or was encrypted under another LOGIN_SECRET */
  decrypt(purpose: string, owner: string, value: string): string {
    const [algorithm, text = ''] = value.split(':');
    if (algorithm !== ALGORITHM) throw new Error(`A value is encrypted by ${algorithm}, which this release does not know.`);
    const sealed = Buffer.from(text, 'base64url');
    const decipher = createDecipheriv(ALGORITHM, this.key(purpose), sealed.subarray(0, IV), { authTagLength: TAG }).setAAD(Buffer.from(owner)).setAuthTag(sealed.subarray(-TAG));
    return Buffer.concat([decipher.update(sealed.subarray(IV, -TAG)), decipher.final()]).toString('utf8');
  }

  /** HMAC-SHA256 of a value under the key of the purpose: what only this installation can make, as a code that need not be stored. */
  mac(purpose: string, value: string): Buffer {
    return createHmac('sha256', this.key(purpose)).update(value).digest();
  }

  private key(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.config.loginSecret, '', `zhixing ${purpose}`, 32));
  }
}
