import type { ErrorCatalogue } from '@zhixing/platform/contract';

export const skillsErrors = {
  'skills.unknown_skill': { status: 422, zh: '技能框架中没有“{skill}”，请改用框架中的技能标识。', en: 'The skill framework has no “{skill}”. Use an identifier of the framework.' },
  'skills.id_taken': { status: 409, zh: '已有技能使用标识“{id}”，请换一个。', en: 'A skill bears the identifier “{id}” already. Choose another.' },
  'skills.profile_taken': { status: 409, zh: '已有岗位画像使用标识“{id}”，请换一个。', en: 'A role profile bears the identifier “{id}” already. Choose another.' },
  'skills.nothing_changed': { status: 409, zh: '草稿与当前版本没有差别，无需发布。', en: 'The draft changes nothing, so there is nothing to publish.' },
  'skills.own_review': { status: 409, zh: '不能评审自己的技能，请由其他评审人处理。', en: 'Nobody reviews their own skills; another reviewer decides.' },
  'skills.review_closed': { status: 409, zh: '这项评审已经结束。', en: 'This review has ended.' },
  'skills.reviewed_already': { status: 409, zh: '您已评审过，4 级及以上还需另一位评审人。', en: 'You have given your word already; levels 4 and 5 need a second reviewer.' },
} as const satisfies ErrorCatalogue;
