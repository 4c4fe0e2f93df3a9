// Who may do what, written out once more by hand: a change of permissions.ts shows here, and nothing is allowed by silence.
import { authorise, may, permissions, ROLES_OF_ORGANISATION, type Action, type Actor } from '#casework';
import { Refusal } from '#kernel';
import { applicationMoves, licenceMoves, ROLES, type Mover, type Role } from '#licensing';

const EXPORTER = ['exporter'];
const OFFICERS = ['provincial-officer', 'reviewer', 'team-lead', 'case-officer', 'countersigner', 'manager'];
const OVERSIGHT = [...OFFICERS, 'auditor'];
const ADMINISTRATOR = ['administrator'];
const WORKERS = [...EXPORTER, ...OFFICERS];
const READERS = [...EXPORTER, ...OVERSIGHT];

const EXPECTED: Record<Action, readonly string[] | 'anyone' | 'signed-in'> = {
  'health.read': 'anyone',
  'metrics.read': 'anyone',
  'api.describe': 'anyone',
  'asset.read': 'anyone',
  'language.choose': 'anyone',
  'licence.verify': 'anyone',
  'session.open': 'anyone',
  'session.close': 'signed-in',
  'account.read': 'signed-in',
  'home.read': 'signed-in',
  'password.reset': 'anyone',
  'invitation.accept': 'anyone',
  'application.create': EXPORTER,
  'application.edit': EXPORTER,
  'application.list': EXPORTER,
  'application.read': READERS,
  'application.move': WORKERS,
  'application.grow': EXPORTER,
  'paper.add': EXPORTER,
  'paper.remove': EXPORTER,
  'paper.read': READERS,
  'determination.read': READERS,
  'determination.confirm': WORKERS,
  'law.determine': READERS,
  'product.list': EXPORTER,
  'product.read': READERS,
  'product.edit': EXPORTER,
  'product.determine': WORKERS,
  'product.render': WORKERS,
  'law.read': 'signed-in',
  'reading.list': READERS,
  'reading.propose': ['exporter', 'reviewer', 'team-lead', 'case-officer', 'manager'],
  'reading.confirm': ['exporter', 'countersigner', 'manager'],
  'reading.withdraw': WORKERS,
  'queue.read': OVERSIGHT,
  'case.take': OFFICERS,
  'case.assign': ['team-lead', 'manager'],
  'case.place': ['team-lead', 'manager'],
  'case.bulk': OFFICERS,
  'case.watch': OVERSIGHT,
  'advice.give': ['reviewer', 'team-lead'],
  'advice.finish': ['team-lead'],
  'document.prepare': ['case-officer', 'manager'],
  'document.preview': OVERSIGHT,
  'letter.read': READERS,
  'decision.find': READERS,
  'note.read': READERS,
  'note.write': WORKERS,
  'agency.read': EXPORTER,
  'agency.give': EXPORTER,
  'agency.act': EXPORTER,
  'team.read': [...OVERSIGHT, ...ADMINISTRATOR],
  'team.acts.read': ['administrator', 'auditor'],
  'team.write': ADMINISTRATOR,
  'absence.write': [...OFFICERS, ...ADMINISTRATOR],
  'rule.read': [...OVERSIGHT, ...ADMINISTRATOR],
  'rule.propose': ADMINISTRATOR,
  'rule.judge': ['administrator', 'manager'],
  'licence.list': READERS,
  'licence.read': READERS,
  'licence.document': READERS,
  'licence.move': ['manager'],
  'licence.render': ['manager'],
  'person.list': ADMINISTRATOR,
  'person.invite': ADMINISTRATOR,
  'person.deactivate': ADMINISTRATOR,
  'organisation.list': ADMINISTRATOR,
  'organisation.create': ADMINISTRATOR,
};

const ACTIONS = Object.keys(permissions) as Action[];

function person(...roles: Role[]): Actor {
  return {
    personId: 'p',
    organisationId: 'o',
    organisationKind: roles.includes('exporter') ? 'exporter' : 'authority',
    name: 'n',
    roles,
  };
}

function answer(action: Action, actor: Actor | null): string {
  try {
    authorise(action, actor);
    return 'allowed';
  } catch (error) {
    if (error instanceof Refusal) return `${error.kind}: ${error.code}`;
    throw error;
  }
}

test('each action stands here, and none that is gone', () => {
  expect(ACTIONS.sort()).toEqual(Object.keys(EXPECTED).sort());
});

describe.each(ACTIONS)('%s', (action) => {
  const who = EXPECTED[action];

  test.each(ROLES)('%s', (role) => {
    const allowed = who === 'anyone' || who === 'signed-in' || who.includes(role);
    expect(answer(action, person(role))).toBe(allowed ? 'allowed' : 'forbidden: role-missing');
    expect(may(action, person(role))).toBe(allowed);
  });

  test('nobody signed in, and a person without a role', () => {
    expect(answer(action, null)).toBe(who === 'anyone' ? 'allowed' : 'denied: not-signed-in');
    expect(may(action, null)).toBe(who === 'anyone');
    expect(answer(action, person())).toBe(typeof who === 'string' ? 'allowed' : 'forbidden: role-missing');
  });
});

/** What an agent's person does in the principal's name, of all that the principal's own people do. */
const OF_AGENTS = [
  'agency.act',
  'application.create',
  'application.edit',
  'application.grow',
  'application.list',
  'application.move',
  'application.read',
  'decision.find',
  'determination.confirm',
  'determination.read',
  'law.determine',
  'letter.read',
  'licence.document',
  'licence.list',
  'licence.read',
  'note.read',
  'note.write',
  'paper.add',
  'paper.read',
  'paper.remove',
];

test('an agent files and follows its cases, and does nothing else of the principal', () => {
  const agent = { ...person('exporter'), agentId: 'a' };
  const own = ACTIONS.filter((action) => typeof EXPECTED[action] !== 'string' && may(action, person('exporter')));
  const answers = own.map((action) => [action, answer(action, agent), may(action, agent)]);
  const asked = (action: Action) => (OF_AGENTS.includes(action) ? ['allowed', true] : ['forbidden: agent-not-principal', false]);
  expect(answers).toEqual(own.map((action) => [action, ...asked(action)]));
  for (const action of ['account.read', 'law.read', 'licence.verify'] as const) expect(may(action, agent)).toBe(true);
});

test('one role of several is enough', () => {
  expect(answer('licence.move', person('reviewer', 'manager'))).toBe('allowed');
});

test('an administrator touches no case, and a role of cases touches no person', () => {
  const allowed = (role: Role) => ACTIONS.filter((action) => typeof EXPECTED[action] !== 'string' && may(action, person(role)));
  const house = /^(person|organisation|team|absence|rule)\./;
  expect(allowed('administrator').filter((action) => !house.test(action))).toEqual([]);
  for (const role of ROLES.filter((one) => one !== 'administrator')) {
    expect(allowed(role).filter((action) => /^(person|organisation)\./.test(action))).toEqual([]);
  }
});

test('an auditor reads, watches and changes nothing of a case', () => {
  const allowed = ACTIONS.filter((action) => typeof EXPECTED[action] !== 'string' && may(action, person('auditor')));
  expect(allowed.filter((action) => !/\.(read|list|document|find|preview)$/.test(action))).toEqual([
    'case.watch',
    'law.determine',
  ]);
});

test('whoever has a move may reach the door to it, and whoever reaches it acts on cases', () => {
  const movers = (moves: readonly { readonly by: readonly Mover[] }[]) => [...new Set(moves.flatMap(({ by }) => by))];
  // Reviewers and team leads come through the door to give advice; the table has no row of theirs.
  const doors = [...movers(applicationMoves).filter((mover) => mover !== 'system'), ...permissions['advice.give']];
  expect([...doors].sort()).toEqual([...permissions['application.move']].sort());
  expect(movers(licenceMoves).sort()).toEqual([...permissions['licence.move']].sort());
});

test('an exporter’s people are exporters, the authority’s are not', () => {
  expect(ROLES_OF_ORGANISATION.exporter).toEqual(['exporter']);
  expect([...ROLES_OF_ORGANISATION.authority].sort()).toEqual(ROLES.filter((role) => role !== 'exporter').sort());
});
