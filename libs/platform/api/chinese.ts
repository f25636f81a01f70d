import { pinyin } from 'pinyin-pro';

/** How a Chinese text is found by typing Latin letters: whole syllables and initials, lower case without spaces. */
export interface Romanised {
  pinyin: string;
  initials: string;
}

/** Romanises a title or a sentence; letters and digits in it stay. */
export function romanise(text: string): Romanised {
  return join(pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive' }));
}

/** Romanises a person's name by the surname readings (曾 zeng, 查 zha, 单 shan, 解 xie, 区 ou, 仇 qiu). */
export function romaniseName(name: string): Romanised {
  return join(pinyin(name, { toneType: 'none', type: 'array', surname: 'head', nonZh: 'consecutive' }));
}

function join(syllables: string[]): Romanised {
  const plain = syllables.map((syllable) => syllable.toLowerCase().replaceAll('ü', 'v').replace(/[^a-z0-9]/g, '')).filter(Boolean);
  return { pinyin: plain.join(''), initials: plain.map((syllable) => syllable[0]).join('') };
}
