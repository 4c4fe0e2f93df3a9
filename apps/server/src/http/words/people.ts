// What people read for roles, kinds of organisation and states of an account.
import type { OrganisationKind, PersonState } from '#casework';
import type { Bilingual } from '#kernel';
import type { Role } from '#licensing';

export const ROLE: Readonly<Record<Role, Bilingual>> = {
  exporter: { zh: '出口经营者', en: 'Exporter' },
  'provincial-officer': { zh: '省级商务主管部门经办人', en: 'Provincial officer' },
  reviewer: { zh: '审查员', en: 'Reviewer' },
  'team-lead': { zh: '审查组长', en: 'Team lead' },
  'case-officer': { zh: '案件经办人', en: 'Case officer' },
  countersigner: { zh: '会签人', en: 'Countersigner' },
  manager: { zh: '许可负责人', en: 'Licensing manager' },
  auditor: { zh: '监督人员', en: 'Auditor' },
  administrator: { zh: '系统管理员', en: 'Administrator' },
};

export const KIND_OF_ORGANISATION: Readonly<Record<OrganisationKind, Bilingual>> = {
  exporter: { zh: '出口企业', en: 'Exporting organisation' },
  authority: { zh: '许可机关', en: 'Licensing authority' },
};

export const STATE_OF_PERSON: Readonly<Record<PersonState, Bilingual>> = {
  invited: { zh: '已邀请', en: 'Invited' },
  active: { zh: '已启用', en: 'Active' },
  deactivated: { zh: '已停用', en: 'Deactivated' },
};
