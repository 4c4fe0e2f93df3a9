// Sample views of the pages in which the authority arranges its work: teams, absences, routing rules.
import type { PageViews } from '../../apps/server/src/pages/rendering/page-views';
import { HOSTILE, alone, link, pair, tag } from './page-parts';

type WorkPage = 'teams' | 'absences' | 'rules' | 'rule' | 'rule-form';
type Rule = PageViews['rule'];

export function workSamples(
  fields: PageViews['rule-form']['fields'],
  reason: NonNullable<Rule['judge']>['reason'],
): { [Name in WorkPage]: PageViews[Name][] } {
  const tabs = [
    { href: '/teams', label: 'Teams', current: true },
    { href: '/rules', label: 'Rules', current: false },
  ];
  const queue = { name: pair, kind: 'k', stages: 's', feeders: HOSTILE, fallback: true, retired: false, edit: link };
  const problems = [
    { text: HOSTILE, never: true },
    { text: 'p', never: false },
  ];
  const line = {
    href: '/r',
    name: pair,
    version: 'v1',
    state: tag,
    effect: HOSTILE,
    criteria: HOSTILE,
    stages: 's',
    days: 'd',
    problems,
  };
  const moved = { reference: 'LA-1', href: '/c', from: HOSTILE, to: HOSTILE, signatures: '2 instead of 1' };
  const simulation: NonNullable<Rule['simulation']> = {
    headline: 'h',
    open: { text: 'o', compared: 'c', rows: [moved, { ...moved, href: null, signatures: null }], more: '5 more' },
    past: { text: 'p', compared: 'c', rows: [], more: null },
    problems,
  };
  const rule: Rule = {
    back: link,
    name: pair,
    version: 'v1',
    state: tag,
    history: [HOSTILE],
    rows: [{ label: 'l', lines: [{ text: HOSTILE, lang: 'en' }] }],
    reason: HOSTILE,
    problems,
    versions: [{ ...link, current: true }],
    proposals: [link, link],
    simulation,
    errors: [{ href: '#reason', text: HOSTILE }],
    judge: { action: '/a', own: HOSTILE, reason, acts: [{ act: 'approve', label: 'Approve', primary: true }] },
  };
  const form = {
    title: 'F',
    about: 'a',
    back: link,
    action: '/a',
    version: null,
    errors: [],
    fields,
    submit: 's',
    simulate: 's',
  };
  return {
    teams: [
      {
        tabs,
        add: link,
        acts: [
          { what: HOSTILE, who: HOSTILE, changes: [HOSTILE] },
          { what: 'w', who: 'w', changes: [] },
        ],
        teams: [
          {
            anchor: 'team-1',
            name: pair,
            retired: true,
            members: HOSTILE,
            acts: [link],
            queues: [queue, { ...queue, name: alone, feeders: null, fallback: false, retired: true, edit: null }],
          },
          { anchor: 'team-2', name: alone, retired: false, members: 'm', acts: [], queues: [] },
        ],
      },
      { tabs, add: null, acts: null, teams: [] },
    ],
    absences: [
      {
        tabs,
        rows: [
          { who: HOSTILE, days: 'd', substitute: HOSTILE, state: tag, end: { action: '/e', label: HOSTILE } },
          { who: 'w', days: 'd', substitute: 's', state: tag, end: null },
        ],
      },
      { tabs, rows: [] },
    ],
    rules: [
      { tabs, propose: link, waiting: 2, tiers: [{ title: 'Tier 1', rows: [line, { ...line, problems: [] }] }], past: [line] },
      { tabs, propose: null, waiting: 0, tiers: [], past: [] },
    ],
    rule: [rule, { ...rule, problems: [], proposals: [], simulation: null, errors: [], judge: null }],
    'rule-form': [
      { ...form, simulation },
      { ...form, simulation: null },
    ],
  };
}
