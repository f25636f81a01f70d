/** The organisation of 示范银行: three levels, each unit with the positions of its people. Every name is made up. */
export interface DemoUnit {
  code: string;
  name: string;
  /** Position of the one who leads it. */
  lead?: string;
  /** Positions of the others, repeated as often as there are people. */
  staff?: [position: string, people: number][];
  units?: DemoUnit[];
}

export const BANK: DemoUnit = {
  code: 'HQ',
  name: '示范银行',
  lead: '分管科技副行长',
  units: [
    {
      code: 'RISK', name: '风险管理部', lead: '部门总经理',
      staff: [['高级风险经理', 4], ['风险政策岗', 3], ['风险数据分析师', 3]],
      units: [
        { code: 'RISK-CR', name: '信贷风险团队', lead: '团队负责人', staff: [['授信审查岗', 8]] },
        { code: 'RISK-PL', name: '贷后管理团队', lead: '团队负责人', staff: [['贷后管理岗', 8]] },
        { code: 'RISK-MD', name: '模型与数据团队', lead: '团队负责人', staff: [['模型验证岗', 4], ['数据分析师', 4]] },
        { code: 'RISK-OP', name: '操作风险团队', lead: '团队负责人', staff: [['操作风险岗', 7]] },
      ],
    },
    {
      code: 'TECH', name: '金融科技部', lead: '部门总经理',
      units: [
        { code: 'TECH-LLM', name: '大模型应用团队', lead: '团队负责人', staff: [['应用工程师', 6]] },
        { code: 'TECH-DATA', name: '数据平台团队', lead: '团队负责人', staff: [['数据工程师', 5]] },
        { code: 'TECH-ARCH', name: '架构与安全团队', lead: '团队负责人', staff: [['系统架构师', 4], ['安全工程师', 2]] },
      ],
    },
    {
      code: 'CORP', name: '公司金融部', lead: '部门总经理',
      units: [
        { code: 'CORP-RM', name: '对公客户中心', lead: '团队负责人', staff: [['对公客户经理', 8]] },
        { code: 'CORP-SCF', name: '供应链金融团队', lead: '团队负责人', staff: [['产品经理', 5]] },
      ],
    },
    {
      code: 'RETAIL', name: '零售金融部', lead: '部门总经理',
      units: [
        { code: 'RETAIL-CS', name: '客户服务中心', lead: '团队负责人', staff: [['客服坐席', 7]] },
        { code: 'RETAIL-WM', name: '财富管理团队', lead: '团队负责人', staff: [['理财经理', 5]] },
      ],
    },
    {
      code: 'LEGAL', name: '法律合规部', lead: '部门总经理',
      units: [
        { code: 'LEGAL-AML', name: '反洗钱中心', lead: '团队负责人', staff: [['反洗钱监测岗', 5]] },
        { code: 'LEGAL-CR', name: '合规审查团队', lead: '团队负责人', staff: [['合规审查岗', 4]] },
      ],
    },
    {
      code: 'HR', name: '人力资源部', lead: '部门总经理',
      units: [
        { code: 'HR-LD', name: '培训发展中心', lead: '团队负责人', staff: [['培训经理', 3]] },
        { code: 'HR-ST', name: '组织与编制团队', lead: '团队负责人', staff: [['人力资源岗', 3]] },
      ],
    },
  ],
};

/** The people others know by name: the lead of a unit (`lead`), or the first of a position in it. */
export const NAMED: { staffNumber: string; name: string; unit: string; position: string }[] = [
  { staffNumber: 'SF0001', name: '周启航', unit: 'RISK-PL', position: '贷后管理岗' },
  { staffNumber: 'SF0002', name: '沈若溪', unit: 'TECH-LLM', position: '应用工程师' },
  { staffNumber: 'SF0003', name: '顾明远', unit: 'RISK', position: '部门总经理' },
  { staffNumber: 'SF0004', name: '苏婉清', unit: 'HR-LD', position: '培训经理' },
  { staffNumber: 'SF0005', name: '解知行', unit: 'LEGAL-CR', position: '合规审查岗' },
  { staffNumber: 'SF0006', name: '区绍棠', unit: 'TECH-ARCH', position: '系统架构师' },
  { staffNumber: 'SF0007', name: '仇柏舟', unit: 'RISK-MD', position: '模型验证岗' },
  { staffNumber: 'SF0008', name: '查文渊', unit: 'CORP-SCF', position: '产品经理' },
  { staffNumber: 'SF0009', name: '单以恒', unit: 'TECH-DATA', position: '数据工程师' },
  { staffNumber: 'SF0010', name: '曾守拙', unit: 'TECH-ARCH', position: '安全工程师' },
  { staffNumber: 'SF0011', name: '闵思齐', unit: 'LEGAL-AML', position: '反洗钱监测岗' },
];

export const SURNAMES = [...'李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'];

export const GIVEN = [
  '佳宁', '雨桐', '思远', '子墨', '若琳', '景行', '书瑶', '嘉树', '明澈', '语嫣', '承志', '清越', '晓岚', '博文', '一诺', '怀瑾', '星阑', '乐知', '静姝', '修远',
  '云舒', '知秋', '亦凡', '安然', '致宁', '采薇', '令仪', '望舒', '南乔', '牧之', '秉文', '逸群', '慕青', '可心', '凌霄', '沐阳', '梓涵', '初晴', '允中', '立新',
  '思敏', '国栋', '海宁', '春华', '秋实', '晨曦', '志诚', '慧敏', '立人', '惟勤', '敬之', '念慈', '悦然', '子衿', '听澜', '新宇', '向晚', '正则', '言蹊', '闻笛',
];
