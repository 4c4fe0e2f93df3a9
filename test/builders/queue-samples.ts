// Sample views of the officers' queues and of acts on many cases.
import type { Field } from '../../apps/server/src/pages/forms/field';
import type { PageViews } from '../../apps/server/src/pages/rendering/page-views';
import { clock, HOSTILE, link, pair, tag } from './page-parts';

type QueuePage = 'queue' | 'queue-watched' | 'queue-mentions' | 'queue-overview' | 'bulk';

const tabs = [
  { href: '/q', label: HOSTILE, count: '999+', current: true },
  { href: '/w', label: 'Watched', count: null, current: false },
];
const click = { action: '/t', label: HOSTILE };

export function queueSamples(fields: readonly Field[]): { [Name in QueuePage]: PageViews[Name][] } {
  const row: PageViews['queue']['rows'][number] = {
    href: '/c',
    reference: 'LA-1',
    submitted: '2026',
    exporter: pair,
    item: pair,
    moreItems: 'and 2',
    destination: 'Japan',
    status: tag,
    queue: HOSTILE,
    clock,
    since: 's',
    holder: HOSTILE,
    mine: true,
    take: null,
    release: click,
    mark: { id: 'm', name: 'marked', value: HOSTILE, label: HOSTILE },
  };
  return {
    queue: [
      {
        title: HOSTILE,
        tabs,
        shelves: tabs,
        filters: fields,
        kept: [{ name: 'shelf', value: 'all' }],
        filtered: true,
        clear: '/q',
        rows: [
          row,
          {
            ...row,
            moreItems: null,
            submitted: null,
            clock: null,
            holder: null,
            mine: false,
            take: click,
            release: null,
            mark: null,
          },
          { ...row, mine: false, holder: null, release: null },
          { ...row, mine: false, release: null },
        ],
        empty: 'e',
        takeNext: { queueId: 'q', label: HOSTILE, open: false },
        bulk: { back: '/queue', acts: [{ value: 'move', label: 'Move' }] },
        next: '/n',
      },
      {
        title: 'Queue',
        tabs: [],
        shelves: [],
        filters: [],
        kept: [],
        filtered: false,
        clear: '/q',
        rows: [],
        empty: 'e',
        takeNext: null,
        bulk: null,
        next: null,
      },
    ],
    'queue-watched': [
      { tabs, rows: [{ link, status: tag }], next: '/n' },
      { tabs, rows: [], next: null },
    ],
    'queue-mentions': [
      { tabs, rows: [{ link, audience: tag, text: HOSTILE, by: HOSTILE }], next: '/n' },
      { tabs, rows: [], next: null },
    ],
    'queue-overview': [
      {
        tabs,
        rows: [
          {
            queue: link,
            team: HOSTILE,
            kind: 'k',
            open: link,
            free: link,
            overdue: link,
            late: true,
            first: link,
            firstNote: 'n',
          },
          { queue: link, team: 't', kind: 'k', open: link, free: link, overdue: link, late: false, first: null, firstNote: null },
        ],
      },
    ],
    bulk: [
      {
        title: 'B',
        about: 'a',
        back: link,
        action: '/b',
        errors: [{ href: '#m', text: HOSTILE }],
        marked: [
          { id: 'm', name: 'marked', value: HOSTILE, reference: 'LA-1', href: '/c', status: tag, refused: HOSTILE },
          { id: 'n', name: 'marked', value: 'v', reference: 'LA-2', href: '/c', status: tag, refused: null },
        ],
        fields,
        submit: 's',
      },
      { title: 'B', about: 'a', back: link, action: '/b', errors: [], marked: [], fields: [], submit: null },
    ],
  };
}
