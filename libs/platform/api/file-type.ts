import { fileTypeFromBuffer } from 'file-type';

/** What cannot occur in a text of any of our encodings but UTF-16. */
const BINARY = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/** As many bytes as the type of a file needs to show itself. */
export const HEAD = 65_536;

/**
 * The media type by magic bytes; `text/plain` for text of any kind (CSV, Markdown, YAML have no magic), else `application/octet-stream`.
 * @param source the beginning of the file, or all of it
 */
export async function typeOf(source: Buffer | AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  if (Buffer.isBuffer(source)) chunks.push(source);
  else for await (const chunk of source) chunks.push(chunk);
  const head = Buffer.concat(chunks).subarray(0, HEAD);
  const found = await fileTypeFromBuffer(head).catch(() => undefined); // a broken file of a known kind
  if (found) return found.mime;
  return BINARY.test(head.toString('latin1')) ? 'application/octet-stream' : 'text/plain';
}
