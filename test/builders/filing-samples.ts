// Sample views of the exporter's pages: the list, an application before and after filing, its notes, and agents.
import type { PageViews } from '../../apps/server/src/pages/rendering/page-views';
import {
  HOSTILE,
  alone,
  applicationLine as line,
  cards,
  clock,
  decision,
  law,
  letters,
  licence,
  link,
  missing,
  notes,
  pair,
  papers,
  stages,
  tag,
  timeline,
} from './page-parts';

type FilingPage = 'applications' | 'task-list' | 'application' | 'papers' | 'check' | 'filed-move' | 'notes' | 'agents';
type Papers = PageViews['papers'];
type Check = PageViews['check'];

/** Any fields of a form, by their kind. */
interface SampleFields {
  readonly text: Check['signatory'];
  readonly choice: Check['truthful'];
  readonly area: PageViews['filed-move']['fields'][number];
  readonly file: Papers['other']['field'];
  readonly select: Papers['other']['kind'];
}

export function filingSamples({ text, choice, area, file, select }: SampleFields): { [Name in FilingPage]: PageViews[Name][] } {
  const kin = [{ label: 'Amends', link }];
  const task = { reference: 'LA-1', heading: pair, status: tag, stages, withdrawHref: '/w', copies: '/c', writeNote: '/n' };
  const agency = { party: pair, days: 'd', note: HOSTILE, state: tag };
  const filed = { reference: 'LA-1', heading: pair, status: tag, stages, desk: 'd', copies: '/c' };
  const bare = { kin: [], agent: null, reasonGiven: null, law: [], notes: [], timeline: [] };
  return {
    applications: [
      {
        begin: [
          { procedure: 'p', label: HOSTILE },
          { procedure: 'q', label: HOSTILE },
        ],
        principals: [{ principalId: 'p', label: HOSTILE }],
        rows: [line, { ...line, clock: null, moreItems: null, item: alone }],
        next: '/n',
        first: '/f',
      },
      { begin: [{ procedure: 'p', label: 'n' }], principals: [], rows: [], next: null, first: null },
    ],
    'task-list': [
      {
        ...task,
        kin,
        agent: HOSTILE,
        reasonGiven: HOSTILE,
        tasks: [{ href: '/t', label: 'T', detail: '2', tag }],
        progress: { done: 1, all: 7, text: 'p' },
        check: { href: '/c', open: false },
        missing,
        law,
        notes,
        timeline,
      },
      {
        ...task,
        ...bare,
        tasks: [],
        progress: { done: 7, all: 7, text: 'p' },
        check: { href: '/c', open: true },
        missing: [],
      },
    ],
    application: [
      {
        ...filed,
        asked: { tone: 'attention', lines: [HOSTILE], link },
        kin,
        agent: HOSTILE,
        submitted: '2026',
        reasonGiven: HOSTILE,
        clock,
        decision,
        licence,
        letters,
        law,
        cards,
        papers,
        notes,
        writeNote: '/n',
        timeline,
        acts: [
          { label: 'Withdraw', href: '/w', kind: '', primary: false },
          { label: 'Apply again', href: null, kind: 'reapply', primary: true },
        ],
      },
      {
        ...filed,
        ...bare,
        asked: { tone: 'neutral', lines: ['l'], link: null },
        submitted: null,
        clock: null,
        decision: null,
        licence: null,
        letters: [],
        cards: [],
        papers: [],
        writeNote: null,
        acts: [],
      },
    ],
    papers: [false, true].map((open) => ({
      title: 'P',
      back: link,
      about: 'a',
      action: '/p',
      errors: [],
      papers: papers.map((paper) => ({ ...paper, field: file, submit: 's' })),
      other: { open, kind: select, field: file, submit: 's' },
    })),
    check: [false, true].map((isMissing) => ({
      reference: 'LA-1',
      back: link,
      version: 2,
      cards,
      papers,
      papersChange: link,
      law,
      missing: isMissing ? missing : [],
      attention: isMissing ? [HOSTILE] : [],
      action: '/c',
      errors: [],
      truthful: choice,
      signatory: text,
      submit: 's',
    })),
    'filed-move': [true, false].map((grave) => ({
      title: 'M',
      caption: 'LA-1',
      back: link,
      action: '/m',
      version: 2,
      happens: [HOSTILE],
      grave,
      errors: grave ? [{ href: '#reason', text: HOSTILE }] : [],
      fields: grave ? [area] : [],
      submit: 's',
    })),
    notes: [
      { title: 'N', back: link, open: true, action: '/n', notes, errors: [{ href: '#text', text: HOSTILE }], fields: [area] },
      { title: 'N', back: link, open: false, action: '/n', notes: [], errors: [], fields: [area] },
    ],
    agents: [
      {
        given: [{ ...agency, revoke: { href: '/r', text: HOSTILE }, act: null }],
        received: [{ ...agency, revoke: null, act: { principalId: 'p', label: HOSTILE } }],
      },
      { given: [], received: [] },
    ],
  };
}
