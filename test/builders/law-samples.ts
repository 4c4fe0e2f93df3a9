// Sample views of the pages on the law: an item's answer, a day, a difference, the readings.
import type { PageViews } from '../../apps/server/src/pages/rendering/page-views';
import { HOSTILE, lawAnswer, link, pair, tag } from './page-parts';

type Samples = { [Name in 'item-law' | 'law-day' | 'law-difference' | 'readings']: PageViews[Name][] };

/** `text` is any field of a form. */
export function lawSamples(text: PageViews['item-law']['fields'][number]): Samples {
  return {
    'item-law': [
      {
        back: link,
        caption: 'c',
        item: pair,
        statedCode: '1C',
        product: link,
        law: lawAnswer,
        recorded: [{ who: 'w', headline: tag, working: 'W', codes: 'c', on: 'o', at: 'a', hash: 'h', differs: true }],
        listChecks: [{ edition: HOSTILE, note: HOSTILE, who: 'w', on: 'o' }],
        open: true,
        action: '/a',
        errors: [],
        fields: [text],
      },
      {
        back: link,
        caption: 'c',
        item: pair,
        statedCode: '1C',
        product: null,
        law: lawAnswer,
        recorded: [],
        listChecks: [],
        open: false,
        action: '/a',
        errors: [],
        fields: [],
      },
    ],
    'law-day': [
      {
        title: 'L',
        errors: [],
        fields: [text],
        answer: {
          groups: [
            {
              id: 'law-in-force',
              title: 'Applies',
              about: 'a',
              count: 1,
              folded: true,
              lines: [
                { name: 'n', title: 't', url: null, why: HOSTILE, measures: [{ id: 'm', what: HOSTILE }], measureCount: '1' },
              ],
            },
            { id: 'law-ended', title: 'Ended', about: 'a', count: 0, folded: false, lines: [] },
          ],
          basis: 'b',
          next: { title: 'Next', sentences: [HOSTILE], href: '/n' },
          timeline: {
            title: 'T',
            about: HOSTILE,
            height: 80,
            ticks: [{ x: '1.00', label: '2026-01', anchor: 'start' }],
            day: { x: '50.00', label: '2026-03-02', anchor: 'middle' },
            rows: [
              { label: HOSTILE, labelY: 1, barY: 2, bars: [{ x: '0.00', width: '9.00', fill: '#ffffff', state: 'suspended' }] },
            ],
            legend: [{ fill: '#ffffff', state: 'suspended', text: 'Suspended' }],
            table: [{ name: 'n', measures: HOSTILE, stretches: [{ days: 'd', state: 's' }] }],
          },
          compare: { from: '2026-03-02', knownFrom: '' },
        },
        readings: link,
      },
      {
        title: 'L',
        errors: [],
        fields: [text],
        answer: { groups: [], basis: 'b', next: null, timeline: null, compare: { from: 'f', knownFrom: 'k' } },
        readings: null,
      },
      { title: 'L', errors: [{ href: '#on', text: HOSTILE }], fields: [text], answer: null, readings: null },
    ],
    'law-difference': [
      {
        title: 'D',
        back: link,
        errors: [],
        fields: [text],
        answer: {
          opening: 'o',
          sentences: [HOSTILE],
          basis: 'b',
          from: 'f',
          to: 't',
          rows: [
            {
              name: 'n',
              measure: 'm',
              what: HOSTILE,
              from: { state: 's', why: HOSTILE },
              to: { state: 's', why: 'w' },
              basis: 'b',
              changes: [HOSTILE],
            },
          ],
        },
      },
      {
        title: 'D',
        back: link,
        errors: [],
        fields: [text],
        answer: { opening: 'o', sentences: [], basis: 'b', from: 'f', to: 't', rows: [] },
      },
      { title: 'D', back: link, errors: [], fields: [text], answer: null },
    ],
    readings: [
      {
        back: link,
        propose: link,
        rows: [
          {
            name: 'n',
            measure: 'm',
            what: HOSTILE,
            reading: 'r',
            state: tag,
            reason: HOSTILE,
            proposed: HOSTILE,
            confirmed: HOSTILE,
            withdrawn: HOSTILE,
            withdrawalReason: HOSTILE,
            confirm: { action: '/c', label: HOSTILE },
            withdraw: link,
            waits: true,
          },
          {
            name: 'n',
            measure: 'm',
            what: '',
            reading: 'r',
            state: tag,
            reason: 'r',
            proposed: 'p',
            confirmed: null,
            withdrawn: null,
            withdrawalReason: null,
            confirm: null,
            withdraw: null,
            waits: false,
          },
        ],
        next: '/n',
      },
      { back: link, propose: null, rows: [], next: null },
    ],
  };
}
