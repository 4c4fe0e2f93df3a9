// The people and organisations of the demo: an authority that does not exist, two exporters, and one sign-in for each role (two for reviewers and exporters).
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
  reviewer1: { email: 'reviewer1@example.test', name: '陈立言', role: 'reviewer', organisation: 'authority' },
  reviewer2: { email: 'reviewer2@example.test', name: '何静姝', role: 'reviewer', organisation: 'authority' },
  countersigner: { email: 'countersigner@example.test', name: '吴远达', role: 'countersigner', organisation: 'authority' },
  manager: { email: 'manager@example.test', name: '郑明哲', role: 'manager', organisation: 'authority' },
  administrator: { email: 'administrator@example.test', name: '孙可为', role: 'administrator', organisation: 'authority' },
} as const satisfies Record<string, DemoPerson>;

export type DemoPersonKey = keyof typeof DEMO_PEOPLE;

export const ROLE_WORDS: Readonly<Record<Role, Bilingual>> = {
  exporter: { zh: '出口经营者', en: 'Exporter' },
  reviewer: { zh: '审查员', en: 'Reviewer' },
  countersigner: { zh: '会签人', en: 'Countersigner' },
  manager: { zh: '许可决定人', en: 'Manager' },
  administrator: { zh: '管理员', en: 'Administrator' },
};
