// Sample views of the officers' pages of cases, advice and decisions.
import type { SelectField, TextField, TextAreaField, ChoiceField, RowsField } from '../../apps/server/src/pages/forms/field';
import type { PageViews } from '../../apps/server/src/pages/rendering/page-views';
import type { FormView } from '../../apps/server/src/pages/views/parts';
import { alone, cards, clock, document, HOSTILE, law, licence, link, moves, pair, papers, tag, timeline } from './page-parts';

type CasePage = 'case' | 'advise' | 'move' | 'prepare-document';

/** One field of each kind, and a form that holds them. */
interface SampleForm {
  readonly text: TextField;
  readonly choice: ChoiceField;
  readonly area: TextAreaField;
  readonly rows: RowsField;
  readonly select: SelectField;
  readonly form: FormView;
}

type Case = PageViews['case'];

const click = { action: '/t', label: HOSTILE };
const line = {
  verdict: tag,
  code: '1C904',
  codeDiffers: true,
  conditions: [pair, alone],
  criteria: [{ text: HOSTILE, cite: 'Art. 13' }],
  reason: HOSTILE,
};
const bareLine = { verdict: tag, code: null, codeDiffers: false, conditions: [], criteria: [], reason: null };
const voices = [{ ...line, who: HOSTILE, level: 'l', at: '2026' }];
const offers = [
  { ...line, source: 'carried', from: 'f', href: null, differs: [], barred: null },
  {
    ...bareLine,
    source: 'a:i',
    from: HOSTILE,
    href: '/a',
    differs: [{ field: 'f', kind: 'changed', before: HOSTILE, after: HOSTILE }],
    barred: HOSTILE,
  },
];
const signatures = [
  { text: 'Signed', who: HOSTILE, at: '2026', reason: HOSTILE },
  { text: 'Signed', who: 'W', at: '2026', reason: null },
];
const advice = {
  title: 'Final advice',
  by: HOSTILE,
  items: [
    { ...line, number: 1, name: alone, statedCode: '1C905' },
    { ...bareLine, number: 2, name: pair, statedCode: 'none' },
  ],
  signatures,
};
const preview = {
  kind: 'Licence',
  authority: pair,
  exporter: pair,
  destination: 'Japan',
  validity: 'v',
  items: [{ number: 1, name: pair, code: HOSTILE, amounts: '1 kg' }],
  total: 'USD 1',
  conditions: [pair],
  legalBasis: [pair],
  criteria: [{ text: HOSTILE, cite: 'c' }],
  grounds: pair,
  remark: alone,
  papers: [HOSTILE],
  noClearance: 'n',
};
const barePreview = {
  ...preview,
  destination: null,
  validity: null,
  items: [{ number: 1, name: alone, code: null, amounts: '1 kg' }],
  total: null,
  conditions: [],
  criteria: [],
  grounds: null,
  remark: null,
  papers: [],
  noClearance: null,
};
const place = {
  queue: HOSTILE,
  team: HOSTILE,
  since: 's',
  holder: HOSTILE,
  because: HOSTILE,
  left: null,
  release: click,
  acts: [link],
};
const leftPlace = { ...place, left: 'l', release: null, acts: [] };
const asked: Case['asked'] = {
  yours: true,
  title: 'Asked of you',
  stage: 's',
  waits: null,
  links: [link],
  clicks: [click],
  moves,
  version: 2,
};
const fullCase: Case = {
  reference: 'LA-1',
  procedure: 'p',
  heading: pair,
  exporter: pair,
  agent: HOSTILE,
  status: tag,
  asked,
  clock,
  kin: [{ label: 'Amends', link }],
  reasonGiven: HOSTILE,
  attention: [HOSTILE],
  difference: [{ field: 'f', kind: 'changed', before: HOSTILE, after: HOSTILE }],
  comparedWith: 'Compared with LA-0',
  board: [
    { id: 'i', number: 1, name: pair, statedCode: '1C905', conflicts: [HOSTILE], voices, offers, notCarried: HOSTILE },
    { id: 'j', number: 2, name: alone, statedCode: '—', conflicts: [], voices: [], offers: [], notCarried: null },
  ],
  adviceForm: '/form',
  earlier: [advice],
  final: {
    signatures,
    signed: '1 of 2',
    documents: [
      { kind: 'Licence', about: 'a', state: tag, prepared: HOSTILE, action: link },
      { kind: 'Letter', about: 'a', state: tag, prepared: null, action: null },
    ],
  },
  decision: {
    outcome: tag,
    published: 'p',
    lines: [{ number: 1, name: pair, verdict: tag, code: null, conditions: [pair], criteria: [{ text: 't', cite: 'c' }] }],
    noClearance: 'n',
  },
  licence,
  letters: [{ kind: 'k', number: 'R-1', issued: 'i', document: document.state, downloadHref: '/d', againHref: '/d' }],
  places: [place],
  left: [leftPlace],
  putHref: '/put',
  watch: { action: '/w', label: 'Watch', value: 'yes' },
  notes: [
    { audience: tag, text: HOSTILE, by: HOSTILE, mentions: HOSTILE },
    { audience: tag, text: 'n', by: 'b', mentions: null },
  ],
  noteHref: '/n',
  submitted: '2026',
  round: 2,
  law,
  cards,
  papers,
  timeline,
};
const bareCase: Case = {
  ...fullCase,
  agent: null,
  asked: { ...asked, yours: false, waits: HOSTILE, links: [], clicks: [], moves: [] },
  clock: null,
  kin: [],
  reasonGiven: null,
  attention: [],
  difference: [],
  comparedWith: null,
  board: [],
  adviceForm: null,
  earlier: [],
  final: null,
  decision: null,
  licence: null,
  letters: [],
  places: [],
  left: [],
  putHref: null,
  watch: null,
  notes: [],
  noteHref: null,
  submitted: null,
  law: [],
  cards: [],
  papers: [],
  timeline: [],
};

export function caseSamples({ text, choice, area, rows, select, form }: SampleForm): { [Name in CasePage]: PageViews[Name][] } {
  const item: PageViews['advise']['items'][number] = {
    id: 'i',
    number: 1,
    name: pair,
    amounts: '1 kg',
    statedCode: '1C905',
    law: law[0] ?? null,
    open: HOSTILE,
    voices,
    offers: offers.map((offer) => ({ ...offer, use: 'use.i.carried' })),
    verdict: choice,
    code: text,
    standing: { ...choice, type: 'checkbox' },
    conditions: rows,
    conditionsOpen: true,
    criteria: { ...choice, type: 'checkbox' },
    criteriaOpen: false,
    phrase: select,
    reason: area,
    fill: 'fill.i',
    marked: true,
  };
  return {
    case: [fullCase, bareCase],
    advise: [
      {
        title: 'A',
        about: 'a',
        caption: 'LA-1',
        back: link,
        action: '/a',
        version: 2,
        seen: ['a'],
        errors: [],
        items: [
          item,
          {
            ...item,
            amounts: '',
            law: null,
            open: null,
            voices: [],
            offers: [],
            conditionsOpen: false,
            criteriaOpen: true,
            fill: null,
          },
        ],
        submit: 's',
      },
    ],
    move: [
      { ...form, caption: 'c', about: 'a', grave: true, advice, documents: [preview, barePreview] },
      { ...form, caption: 'c', about: 'a', grave: false, advice: null, documents: [] },
    ],
    'prepare-document': [
      { ...form, caption: 'c', about: 'a', preview },
      { ...form, errors: [], caption: 'c', about: 'a', preview: barePreview },
    ],
  };
}
