const LONGEST = 200; // bytes of UTF-8; file systems allow 255

// control characters, and marks that turn the direction of text round and so hide an extension
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A name as people gave it, without folders, control characters and direction marks, short enough for every file system; its extension stays. */
export function cleanFileName(given: string): string {
  const plain = given.toWellFormed().normalize('NFC').replace(HIDDEN, '').split(/[/\\]/).at(-1)!.replace(/[<>:"|?*]/g, '_').replace(/^[\s.]+|[\s.]+$/g, '');
  if (!plain) return 'file';
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(plain)?.[0] ?? '';
  return `${cut(plain.slice(0, plain.length - extension.length), LONGEST - extension.length)}${extension}`;
}

/** As many whole characters as fit into so many bytes. */
function cut(text: string, bytes: number): string {
  let kept = '';
  let size = 0;
  for (const character of text) {
    size += Buffer.byteLength(character);
    if (size > bytes) break;
    kept += character;
  }
  return kept;
}

/** The Content-Disposition of a download (RFC 6266, RFC 8187): always an attachment; an ASCII name for old clients, the real one beside it. */
export function attachment(name: string): string {
  const clean = cleanFileName(name);
  const ascii = clean.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(clean).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
