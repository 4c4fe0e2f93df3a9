// Chinese for what facts state in fixed words: who states it, the part a person plays, the risk of a use.
import { quoted } from '../condition/chinese';

const SPEAKERS: Readonly<Record<string, string>> = {
  exporter: '出口经营者',
  applicant: '申请人',
  record: '案卷',
  'end-user': '最终用户',
  importer: '进口商',
  consignee: '收货人',
  producer: '生产商',
  manufacturer: '生产商',
  supplier: '供应商',
  officer: '经办人员',
};

const ROLES: Readonly<Record<string, string>> = {
  'end-user': '最终用户',
  importer: '进口商',
  consignee: '收货人',
  intermediary: '中间商',
  agent: '代理人',
  carrier: '承运人',
  buyer: '买方',
  party: '当事方',
};

const RISKS: Readonly<Record<string, string>> = {
  missile: '导弹',
  wmd: '大规模杀伤性武器',
  nuclear: '核',
  'chemical-weapons': '化学武器',
  'biological-weapons': '生物武器',
  terrorism: '恐怖主义',
  military: '军事用途',
  'defence-production': '国防产品生产',
};

/** Who states something; words that are not known stay as they were written, quoted. */
export function speakerZh(by: string | undefined): string {
  return by === undefined ? '申请人' : (SPEAKERS[by] ?? quoted(by));
}

export function roleZh(role: string | undefined): string {
  return role === undefined ? '当事方' : (ROLES[role] ?? quoted(role));
}

export function riskZh(flag: string): string {
  return RISKS[flag] ?? quoted(flag);
}
