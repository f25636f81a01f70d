import type { ErrorCatalogue } from '@zhixing/platform/contract';

export const skillsErrors = {
  'skills.unknown_skill': { status: 422, zh: '技能框架中没有“{skill}”，请改用框架中的技能标识。', en: 'The skill framework has no “{skill}”. Use an identifier of the framework.' },
  'skills.nothing_changed': { status: 409, zh: '草稿与当前版本没有差别，无需发布。', en: 'The draft changes nothing, so there is nothing to publish.' },
} as const satisfies ErrorCatalogue;
