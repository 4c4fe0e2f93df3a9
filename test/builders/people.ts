// Two exporters and an authority with a person for each role, all able to sign in.
import { randomUUID } from 'node:crypto';
import { ensureFallback, joinFallback, type Actor, type OrganisationRecord, type Passwords, type Store } from '#casework';
import type { Role } from '#licensing';
import { creditCode } from './content';

export const PASSWORD = 'correct horse battery';

export interface HousePeople {
  readonly exporterOrganisation: OrganisationRecord;
  readonly otherOrganisation: OrganisationRecord;
  readonly authority: OrganisationRecord;
  /** Of the first exporter; `colleague` is of the same organisation. */
  readonly exporter: Actor;
  readonly colleague: Actor;
  readonly otherExporter: Actor;
  readonly provincialOfficer: Actor;
  readonly reviewer: Actor;
  readonly secondReviewer: Actor;
  readonly teamLead: Actor;
  readonly caseOfficer: Actor;
  readonly countersigner: Actor;
  readonly secondCountersigner: Actor;
  /** Gives the final advice and countersigns. */
  readonly allRounder: Actor;
  readonly manager: Actor;
  readonly auditor: Actor;
  readonly administrator: Actor;
}

/** `<key>@house.test` is each person's address, PASSWORD everyone's password. `installed`: the authority that the installation has already. */
export async function addPeople(store: Store, passwords: Passwords, installed?: OrganisationRecord): Promise<HousePeople> {
  const passwordHash = await passwords.hash(PASSWORD);
  const exporterOrganisation = organisation(
    'exporter',
    '赣州澄泉稀土有限公司',
    'Ganzhou Chengquan Rare Earth Co., Ltd.',
    creditCode(1),
  );
  const otherOrganisation = organisation('exporter', '宁波望海磁材有限公司', 'Ningbo Wanghai Magnetics Co., Ltd.', creditCode(2));
  const authority = installed ?? organisation('authority', '示范出口管制局', 'Specimen Export Control Office', '');
  const people: [Actor, string][] = [];
  const person = (key: string, name: string, { id, kind }: OrganisationRecord, ...roles: Role[]): Actor => {
    const actor = { personId: randomUUID(), organisationId: id, organisationKind: kind, name, roles };
    people.push([actor, `${key}@house.test`]);
    return actor;
  };
  const house = {
    exporterOrganisation,
    otherOrganisation,
    authority,
    exporter: person('exporter', '林一', exporterOrganisation, 'exporter'),
    colleague: person('colleague', '林二', exporterOrganisation, 'exporter'),
    otherExporter: person('other', '周三', otherOrganisation, 'exporter'),
    provincialOfficer: person('province', '冯省', authority, 'provincial-officer'),
    reviewer: person('reviewer', '陈审', authority, 'reviewer'),
    secondReviewer: person('second', '吴审', authority, 'reviewer'),
    teamLead: person('lead', '沈组', authority, 'team-lead'),
    caseOfficer: person('officer', '韩办', authority, 'case-officer'),
    countersigner: person('countersigner', '赵签', authority, 'countersigner'),
    secondCountersigner: person('second-signer', '杨签', authority, 'countersigner'),
    allRounder: person('all-rounder', '钱全', authority, 'case-officer', 'countersigner'),
    manager: person('manager', '孙决', authority, 'manager'),
    auditor: person('auditor', '秦察', authority, 'auditor'),
    administrator: person('administrator', '李管', authority, 'administrator'),
  };
  await store.run({ kind: 'system' }, async (tx) => {
    for (const row of [exporterOrganisation, otherOrganisation, ...(installed ? [] : [authority])]) {
      await tx.people.addOrganisation(row);
      await ensureFallback(tx, row);
    }
    for (const [{ personId: id, organisationId, name, roles }, email] of people) {
      await tx.people.add({ id, organisationId, email, name, roles, state: 'invited' });
      await tx.people.change(id, 1, { state: 'active', passwordHash });
      await joinFallback(tx, { id, organisationId, roles });
    }
  });
  return house;
}

function organisation(kind: OrganisationRecord['kind'], nameZh: string, nameEn: string, code: string): OrganisationRecord {
  return { id: randomUUID(), kind, nameZh, nameEn, creditCode: code, address: '示例路1号', province: '' };
}
