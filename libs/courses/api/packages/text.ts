import { romanise } from '@zhixing/platform/plain';

const UTF8 = new TextDecoder('utf-8', { fatal: true });
const GB18030 = new TextDecoder('gb18030');

/** Bytes that are UTF-8, with or without mark, or else what Windows in China writes (GBK is a part of GB18030). */
function decode(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    return GB18030.decode(bytes);
  }
}

/** The text of a file, its lines ended by `\n`. */
export const decodeText = (bytes: Uint8Array): string => decode(bytes).replace(/\r\n?/g, '\n');

/** The name of a zip entry; `utf8` = its flag says so, which is not always true. */
export const decodeName = (bytes: Uint8Array, utf8: boolean): string => (utf8 ? new TextDecoder().decode(bytes) : decode(bytes));

/** A name as a slug, hanzi by their pinyin: `chapter3/3_tf` -> `chapter3-3-tf`, `01-简介` -> `01-jianjie`. '' when nothing of the name can stand in a slug. */
export const slugOf = (name: string): string =>
  name
    .replace(/\p{Script=Han}+/gu, (hanzi) => `-${romanise(hanzi).pinyin}-`)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 100)
    .replace(/^-|-$/g, '');
