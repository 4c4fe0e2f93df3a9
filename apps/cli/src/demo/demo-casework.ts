// Teams, queues and routing rules of the demo: made by its administrator, each rule approved by the manager.
import type { Actor, ManageRules, ManageTeams, NewQueue, NewRule } from '#casework';
import { localDate, type Bilingual } from '#kernel';
import { SIGNING_STAGE, type ApplicationStatus, type RoutingCriteria } from '#licensing';
import type { DemoPersonKey } from './demo-people';

interface DemoTeam {
  readonly name: Bilingual;
  readonly members: readonly DemoPersonKey[];
  readonly queue: Pick<NewQueue, 'name' | 'kind' | 'stages'>;
}

const DESK: readonly ApplicationStatus[] = ['forwarded', 'accepted', 'reviewed', 'countersigned', 'decided'];

const TEAMS: readonly DemoTeam[] = [
  {
    name: { zh: '省级受理组', en: 'Provincial reception' },
    members: ['province'],
    queue: {
      name: { zh: '省级受理与初核', en: 'Provincial receipt and check' },
      kind: 'work',
      stages: ['submitted', 'received', 'checked'],
    },
  },
  {
    name: { zh: '许可办理组', en: 'Licensing desk' },
    members: ['officer', 'manager'],
    queue: { name: { zh: '许可办理', en: 'Licensing desk' }, kind: 'work', stages: DESK },
  },
  {
    name: { zh: '技术审查组', en: 'Technical review' },
    members: ['reviewer1', 'lead1'],
    queue: { name: { zh: '技术审查', en: 'Technical review' }, kind: 'review', stages: ['in-review'] },
  },
  {
    name: { zh: '政策审查组', en: 'Policy review' },
    members: ['reviewer2', 'lead2'],
    queue: { name: { zh: '政策审查', en: 'Policy review' }, kind: 'review', stages: ['in-review'] },
  },
  {
    name: { zh: '会签组', en: 'Countersigning' },
    members: ['countersigner', 'countersigner2'],
    queue: { name: { zh: '会签', en: 'Countersigning' }, kind: 'countersign', stages: ['advised', 'signed-once'] },
  },
];

/** First day of the demo's rules. */
const FROM = localDate('2024-12-01');

/** Flags of parties for which two people sign. */
const GRAVE: RoutingCriteria = { partyFlags: ['hit', 'near', 'watch-listed', 'military'] };

/** Makes them unless there are rules already. */
export async function seedCasework(
  teams: ManageTeams,
  rules: ManageRules,
  people: Readonly<Record<DemoPersonKey, Actor>>,
): Promise<void> {
  const { administrator, manager } = people;
  if ((await rules.list(administrator)).rules.length > 0) return;
  const approve = async (rule: NewRule) => {
    const { id, version } = await rules.propose(administrator, rule);
    await rules.act(manager, id, version, 'approve', '');
  };
  const common = { from: FROM, to: null, reason: '演示 / Demo' };
  /** Queues that a case must have left before anybody countersigns. */
  const reviews: string[] = [];
  for (const { name, members, queue } of TEAMS) {
    const team = await teams.addTeam(administrator, name);
    await teams.setMembers(
      administrator,
      team.id,
      1,
      members.map((key) => people[key].personId),
    );
    const feederIds = queue.kind === 'countersign' ? reviews : [];
    const { id } = await teams.addQueue(administrator, { ...queue, teamId: team.id, feederIds });
    if (queue.kind === 'review') reviews.push(id);
    const effect = { kind: 'queues', queueIds: [id] } as const;
    await approve({ ...common, name: queue.name, tier: 5, stages: queue.stages, criteria: {}, effect });
  }
  await approve({
    ...common,
    name: { zh: '敏感主体须两人会签', en: 'Two signatures where a party is sensitive' },
    tier: 5,
    stages: [SIGNING_STAGE],
    criteria: GRAVE,
    effect: { kind: 'countersignatures', count: 2 },
  });
}
