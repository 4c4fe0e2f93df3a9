// Pieces of which sample views of pages are made; people's text in them is hostile and must come out escaped.
import type { ItemLawLine, LawView } from '../../apps/server/src/pages/views/law';
import type { ClockView, MoveButton } from '../../apps/server/src/pages/views/parts';

/** People's text: must come out escaped, whatever the page does with it. */
export const HOSTILE = '<script>alert("x")</script>';

export const pair = { text: '氧化镝', lang: 'zh-CN', other: { text: HOSTILE, lang: 'en' } };
export const alone = { text: 'Terbium', lang: 'en', other: null };
export const tag = { text: 'Licence required', tone: 'attention' as const };
export const link = { href: '/there', text: 'There' };
export const clock: ClockView = {
  used: 3,
  limit: 45,
  drawn: 3,
  tone: 'info',
  leftText: '42 left',
  usedText: '3 used',
  dueText: 'Due',
  dueOn: '2027-01-22',
  provisional: true,
  stopped: false,
};
export const law: ItemLawLine[] = [
  {
    number: 1,
    name: pair,
    statedCode: '1C905.b',
    codes: '1C905.b',
    headline: tag,
    withinLoadedLaw: true,
    working: 'Work goes on as: licence required',
    amounts: '1 kg · USD 1',
    href: '/law',
  },
];
export const papers = [
  {
    kind: 'A5' as const,
    anchor: 'papers-A5',
    title: 'Certificate',
    about: 'About',
    required: { because: HOSTILE, cite: 'Decree 792' },
    files: [
      {
        id: 'f',
        fileName: HOSTILE,
        href: '/f',
        size: '1 KB',
        hash: 'abc',
        added: '2026',
        removeHref: '/r',
        removeLabel: 'Remove',
      },
    ],
  },
  { kind: 'A2' as const, anchor: 'papers-A2', title: 'Identity', about: 'About', required: null, files: [] },
];
export const cards = [
  { id: 'applicant', title: 'Applicant', change: link, rows: [{ label: 'Name', lines: [{ text: HOSTILE, lang: 'en' }] }] },
  { id: 'shipment', title: 'Shipment', change: null, rows: [] },
];
export const timeline = [{ at: '2026', text: 'Returned', who: 'Chen', reason: HOSTILE, side: 'authority' as const }];
export const moves: MoveButton[] = [
  { name: 'accept', label: 'Accept', href: '/m', direct: true, primary: true, blockedBy: [] },
  { name: 'return', label: 'Return', href: '/m', direct: false, primary: false, blockedBy: [] },
  { name: 'advise', label: 'Advise', href: '/m', direct: false, primary: true, blockedBy: [{ message: HOSTILE, cure: 'Cure' }] },
];
export const stages = {
  title: 'Stages',
  steps: [
    { label: 'Filed', state: 'done' as const, stateText: 'done', day: '2026-03-02', current: false },
    { label: HOSTILE, state: 'now' as const, stateText: 'now', day: null, current: true },
    { label: 'Decided', state: 'open' as const, stateText: 'open', day: null, current: false },
  ],
};
export const decision = {
  outcome: tag,
  published: '2026',
  lines: [
    {
      number: 1,
      name: pair,
      verdict: tag,
      code: '1C905.b',
      conditions: [pair, alone],
      criteria: [{ text: HOSTILE, cite: 'Art. 13 (4)' }],
    },
    { number: 2, name: alone, verdict: tag, code: null, conditions: [], criteria: [] },
  ],
  noClearance: 'No clearance',
};
export const letters = [
  { kind: 'Refusal', number: HOSTILE, issued: '2026', document: 'Ready', downloadHref: '/l', againHref: null },
  { kind: 'Refusal', number: 'R-2', issued: '2026', document: 'Failed', downloadHref: null, againHref: '/l' },
];
export const notes = [
  { at: '2026', who: HOSTILE, fromAuthority: true, text: HOSTILE },
  { at: '2026', who: 'Lin', fromAuthority: false, text: 't' },
];
export const missing = [{ task: 'papers' as const, href: '/p', text: 'A paper is missing' }];
export const licence = { href: '/l', number: 'DU-1', life: tag, validity: 'v', document: 'd', ready: true, downloadHref: '/d' };
export const lawAnswer: LawView = {
  headline: tag,
  findsNoDuty: true,
  working: 'Work goes on as: licence required',
  codes: '1C905.b',
  on: '2026-11-21',
  knownOn: 'everything',
  hash: 'abc',
  holdsUntil: { day: '2026-12-01', because: HOSTILE },
  documents: ['A6'],
  notChecked: [HOSTILE],
  heads: [
    {
      regime: 'List',
      status: tag,
      name: pair,
      code: '1C905.b',
      reasons: [HOSTILE],
      readings: [{ when: 'if', status: tag }],
      under: { reading: 'Recorded reading: lapsed', status: tag, reason: HOSTILE, who: HOSTILE },
      citation: { number: 'No. 18', title: pair, url: 'https://example.test/', point: '1', published: '2025-04-04' },
      coverage: 'full',
      missing: { text: HOSTILE, lang: 'en' },
      holdsUntil: '2026-12-01',
      rows: 'a, b',
      tree: [
        {
          verdict: 'Met',
          tone: 'met',
          kind: 'all of',
          reason: 'r',
          margin: null,
          children: [{ verdict: 'Unknown', tone: 'unknown', kind: null, reason: HOSTILE, margin: '+1 %', children: [] }],
        },
      ],
    },
  ],
  others: [],
};
export const document = {
  waiting: true,
  ready: false,
  state: 'waiting',
  stateHref: '/s',
  reloadHref: '/r',
  downloadHref: '/d',
  sha256: null,
  template: null,
  readyAt: null,
};

/** A row of a list of applications. */
export const applicationLine = {
  href: '/a',
  reference: 'LA-1',
  item: pair,
  moreItems: 'and 2',
  destination: 'Japan',
  status: tag,
  desk: 'you',
  clock,
  updated: '2026',
};
