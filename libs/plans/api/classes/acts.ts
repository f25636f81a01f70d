import type { ActWords } from '@zhixing/platform/api';

export const classActs: ActWords = {
  actions: {
    'class.create': { zh: '新建培训班', en: 'Made a training class' },
    'class.edit': { zh: '修改培训班', en: 'Changed a training class' },
    'class.publish': { zh: '发布培训班', en: 'Published a training class' },
    'class.cancel': { zh: '取消培训班', en: 'Cancelled a training class' },
    'class.close': { zh: '培训班结班', en: 'Closed a training class' },
    'class.copy': { zh: '复制培训班', en: 'Copied a training class' },
    'class.nominate': { zh: '选派学员', en: 'Nominated to a class' },
    'class.add_member': { zh: '添加学员', en: 'Added to a roster' },
    'class.remove_member': { zh: '移出学员', en: 'Removed from a roster' },
    'class.attendance': { zh: '登记考勤', en: 'Recorded attendance' },
    'class.check_in': { zh: '签到', en: 'Checked in' },
    'class.add_material': { zh: '添加培训材料', en: 'Added material to a class' },
    'class.remove_material': { zh: '删除培训材料', en: 'Removed material of a class' },
    'survey.save': { zh: '编辑问卷', en: 'Changed a survey' },
    'survey.open': { zh: '发布问卷', en: 'Opened a survey' },
    'survey.remind': { zh: '提醒填写问卷', en: 'Reminded of a survey' },
    'survey.close': { zh: '结束问卷', en: 'Closed a survey' },
  },
  objects: { class: { zh: '培训班', en: 'Training class' } },
};
