import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import { imageSize } from 'image-size';
import type { PackageSource } from './source.ts';

/** A picture the texts show. `read` reads from the source, which must still be open. */
export interface PackagePicture {
  /** `pictures/<sha256>.<extension>`, as the texts name it. */
  name: string;
  type: string;
  /** Its place in the package. */
  path: string;
  read(): Promise<Buffer>;
}

const TYPES: Record<string, string> = { png: 'image/png', jpg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp', svg: 'image/svg+xml' };
/** What a picture may take when it is drawn: a few kB can be 50,000 x 50,000 points. */
const MAX_PIXELS = 50_000_000;

/**
 * The pictures of a package, each under the hash of its bytes. What it is is read from the bytes, and its name must agree with them.
 * Bytes are not kept: a package may hold more of them than the process has memory.
 */
export class Pictures {
  readonly stored = new Map<string, PackagePicture>();
  private readonly known = new Map<string, Promise<string | null>>();

  constructor(private readonly source: PackageSource) {}

  /** The name a picture of the package is stored under; null when it is no picture or too large to draw. @throws AppError courses.package_… */
  store(path: string): Promise<string | null> {
    let name = this.known.get(path);
    if (!name) this.known.set(path, (name = this.look(path)));
    return name;
  }

  private async look(path: string): Promise<string | null> {
    const bytes = await this.source.read(path);
    const extension = await kind(path, bytes);
    if (!extension || !drawable(bytes)) return null;
    const name = `pictures/${createHash('sha256').update(bytes).digest('hex')}.${extension}`;
    this.stored.set(name, { name, type: TYPES[extension]!, path, read: () => this.source.read(path) });
    return name;
  }
}

/** What the bytes are, when the name says the same. */
async function kind(path: string, bytes: Buffer): Promise<string | null> {
  const named = /\.(png|jpe?g|gif|webp|svg)$/i.exec(path)?.[1]?.toLowerCase().replace('jpeg', 'jpg');
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const extension = found?.ext === 'xml' || !found ? isSvg(bytes) : found.ext;
  return named && named === extension ? named : null;
}

const isSvg = (bytes: Buffer): 'svg' | null => (/^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<svg[\s>]/.test(bytes.subarray(0, 4_096).toString('utf8').replace(/^\uFEFF/, '')) ? 'svg' : null);

function drawable(bytes: Buffer): boolean {
  try {
    const { width, height } = imageSize(bytes);
    return width > 0 && height > 0 && width * height <= MAX_PIXELS;
  } catch {
    return false;
  }
}
