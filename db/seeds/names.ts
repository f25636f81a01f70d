// Lists the synthetic bank is named from. Every combination is made up; none is a real person or unit.

/** Frequent surnames; those whose reading as a surname differs (曾 单 解 查 区 仇) are among them on purpose. */
export const SURNAMES = [...'李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文单解查区仇', '欧阳', '上官', '司徒'];

/** Characters of given names; one or two of them make a name. */
export const GIVEN = [...'安博晨诚川丹帆飞芳刚国海涵豪浩和恒红宏华慧嘉佳建健洁静娟军俊凯可坤兰磊丽立林琳玲龙璐梅美敏明娜宁鹏平萍琪倩强青清庆秋荣瑞睿珊尚书思涛婷桐伟文武希霞翔潇晓欣新鑫星旭学雪雅妍艳阳洋怡艺颖永勇瑜宇雨玉源悦云泽哲振志智中子梓'];

/** Branches of the bank, by city. */
export const CITIES = ['杭州', '南京', '苏州', '宁波', '武汉', '长沙', '成都', '重庆', '西安', '郑州', '青岛', '济南', '合肥', '福州', '厦门', '南昌', '昆明', '贵阳', '沈阳', '大连', '长春', '太原', '兰州', '无锡', '常州'];

/** Units below a branch, and who works in their teams. */
export const UNITS: { name: string; staff: string[] }[] = [
  { name: '公司金融部', staff: ['对公客户经理', '授信审查岗', '产品经理'] },
  { name: '零售金融部', staff: ['理财经理', '个贷客户经理', '柜员'] },
  { name: '风险管理部', staff: ['风险经理', '贷后管理岗', '风险数据分析师'] },
  { name: '运营管理部', staff: ['运营主管', '柜员', '清算岗'] },
  { name: '金融科技部', staff: ['应用工程师', '数据工程师', '安全工程师'] },
  { name: '财富管理部', staff: ['投资顾问', '理财经理', '产品经理'] },
  { name: '法律合规部', staff: ['合规审查岗', '反洗钱监测岗', '法务岗'] },
  { name: '信用卡部', staff: ['客服坐席', '营销岗', '风险经理'] },
  { name: '人力资源部', staff: ['培训经理', '人力资源岗', '薪酬岗'] },
  { name: '审计部', staff: ['审计师', '数据分析师', '内控岗'] },
];

const NUMERALS = [...'零一二三四五六七八九'];

/** 1 -> 一, 12 -> 十二, 30 -> 三十. */
export function chineseNumber(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  if (!tens) return NUMERALS[ones]!;
  return `${tens > 1 ? NUMERALS[tens] : ''}十${ones ? NUMERALS[ones] : ''}`;
}
