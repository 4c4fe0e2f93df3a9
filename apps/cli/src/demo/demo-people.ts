// The people and organisations of the demo: an authority that does not exist, two exporters, and the people of its teams.
import type { OrganisationRecord } from '#casework';
import type { Bilingual } from '#kernel';
import type { Role } from '#licensing';

/** One password for all demo sign-ins; `licet up` prints it. */
export const DEMO_PASSWORD = 'licet-demo-2026';

export const DEMO_ORGANISATIONS = {
  authority: {
    kind: 'authority',
    nameZh: '演示省商务主管部门',
    nameEn: 'Demo Licensing Authority',
    creditCode: '',
    address: '演示省演示市许可路 1 号',
    province: '演示省',
  },
  rareEarths: {
    kind: 'exporter',
    nameZh: '赣南演示稀土新材料有限公司',
    nameEn: 'Gannan Demo Rare Earth Materials Co., Ltd.',
    creditCode: '91360000MADEM0R3E7',
    address: '江西省赣州市演示工业园 8 号',
    province: '江西省',
  },
  electronics: {
    kind: 'exporter',
    nameZh: '浦江演示电子材料有限公司',
    nameEn: 'Pujiang Demo Electronic Materials Co., Ltd.',
    creditCode: '91310000MADEM0E2CW',
    address: '上海市浦东新区演示路 66 号',
    province: '上海市',
  },
} as const satisfies Record<string, Omit<OrganisationRecord, 'id'>>;

export type DemoOrganisation = keyof typeof DEMO_ORGANISATIONS;

export interface DemoPerson {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation: DemoOrganisation;
}

export const DEMO_PEOPLE = {
  exporter1: { email: 'exporter1@example.test', name: '林晓岚', role: 'exporter', organisation: 'rareEarths' },
  exporter2: { email: 'exporter2@example.test', name: '周子谦', role: 'exporter', organisation: 'electronics' },
  province: { email: 'province@example.test', name: '冯时敏', role: 'provincial-officer', organisation: 'authority' },
  officer: { email: 'officer@example.test', name: '韩文博', role: 'case-officer', organisation: 'authority' },
  reviewer1: { email: 'reviewer1@example.test', name: '陈立言', role: 'reviewer', organisation: 'authority' },
  lead1: { email: 'lead1@example.test', name: '沈若谷', role: 'team-lead', organisation: 'authority' },
  reviewer2: { email: 'reviewer2@example.test', name: '何静姝', role: 'reviewer', organisation: 'authority' },
  lead2: { email: 'lead2@example.test', name: '杨一清', role: 'team-lead', organisation: 'authority' },
  countersigner: { email: 'countersigner@example.test', name: '吴远达', role: 'countersigner', organisation: 'authority' },
  countersigner2: { email: 'countersigner2@example.test', name: '蒋维扬', role: 'countersigner', organisation: 'authority' },
  manager: { email: 'manager@example.test', name: '郑明哲', role: 'manager', organisation: 'authority' },
  auditor: { email: 'auditor@example.test', name: '秦有道', role: 'auditor', organisation: 'authority' },
  administrator: { email: 'administrator@example.test', name: '孙可为', role: 'administrator', organisation: 'authority' },
} as const satisfies Record<string, DemoPerson>;

export type DemoPersonKey = keyof typeof DEMO_PEOPLE;

export const ROLE_WORDS: Readonly<Record<Role, Bilingual>> = {
  exporter: { zh: '出口经营者', en: 'Exporter' },
  'provincial-officer': { zh: '省级经办人', en: 'Provincial officer' },
  'case-officer': { zh: '主办人', en: 'Case officer' },
  reviewer: { zh: '审查员', en: 'Reviewer' },
  'team-lead': { zh: '审查组长', en: 'Team lead' },
  countersigner: { zh: '会签人', en: 'Countersigner' },
  manager: { zh: '负责人', en: 'Manager' },
  auditor: { zh: '监督人', en: 'Auditor' },
  administrator: { zh: '管理员', en: 'Administrator' },
};
