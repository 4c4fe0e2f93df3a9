// Sample views of the pages of officers and administrators, and of the licence.
import type { PageViews } from '../../apps/server/src/pages/rendering/page-views';
import { HOSTILE, alone, applicationLine as line, document, law, link, moves, pair, tag } from './page-parts';

type OfficerPage = 'queue' | 'advise' | 'licences' | 'licence' | 'licence-document' | 'people' | 'organisations';
type Advise = PageViews['advise'];

/** Any fields of a form, by their kind. */
interface SampleFields {
  readonly text: Advise['items'][number]['field'];
  readonly choice: Advise['recommendation'];
  readonly area: Advise['reasons'];
  readonly rows: Advise['conditions'];
}

export function officerSamples({ text, choice, area, rows }: SampleFields): { [Name in OfficerPage]: PageViews[Name][] } {
  return {
    queue: [
      {
        tabs: [{ href: '/q', label: 'Mine', count: 1, current: true }],
        rows: [
          { ...line, exporter: pair, holder: HOSTILE, mine: true, submitted: '2026', take: null },
          {
            ...line,
            exporter: pair,
            holder: null,
            mine: false,
            submitted: null,
            take: { action: '/t', version: 1, label: 'Take LA-1' },
          },
        ],
        empty: 'e',
        canTakeNext: false,
        next: '/n',
      },
    ],
    advise: [
      {
        title: 'A',
        back: link,
        action: '/a',
        version: 2,
        errors: [],
        items: [{ number: 1, name: pair, statedCode: 'c', law: law[0] ?? null, field: text }],
        recommendation: choice,
        reasons: area,
        conditions: rows,
        submit: 's',
      },
    ],
    licences: [
      {
        rows: [
          {
            href: '/l',
            number: 'DU-1',
            exporter: pair,
            destination: 'd',
            life: tag,
            validFrom: 'f',
            validTo: 't',
            application: link,
            document: 'd',
          },
        ],
        next: '/n',
      },
      { rows: [], next: null },
    ],
    licence: [
      {
        number: 'DU-1',
        specimen: true,
        authority: pair,
        kind: 'k',
        life: tag,
        validFrom: 'f',
        validTo: 't',
        issuedOn: 'i',
        version: 1,
        application: link,
        verification: { href: '/verify/7K2M', text: HOSTILE },
        document,
        renderAgainHref: '/licences/1/document',
        moves,
        people: [{ role: 'r', name: pair, country: 'c', address: HOSTILE }],
        destination: 'd',
        contractNumber: HOSTILE,
        tradeMode: '0110',
        endUse: pair,
        items: [
          {
            line: 1,
            code: 'c',
            name: pair,
            specification: HOSTILE,
            quantity: 'q',
            kilograms: '= 1 kg',
            unitPrice: 'u',
            value: 'v',
            origin: 'o',
          },
        ],
        total: 't',
        conditions: [pair, alone],
        legalBasis: [pair],
      },
    ],
    'licence-document': [
      document,
      { ...document, waiting: false, ready: true, sha256: 'abc', template: 'licence/v1', readyAt: '2026' },
    ],
    people: [
      {
        rows: [
          { name: HOSTILE, email: 'a@b', organisation: pair, roles: 'r', state: tag, inviteAgain: '/i', deactivate: '/d' },
          { name: 'N', email: 'e', organisation: null, roles: 'r', state: tag, inviteAgain: null, deactivate: null },
        ],
      },
    ],
    organisations: [{ rows: [{ name: pair, kind: 'k', creditCode: 'c', address: HOSTILE }] }],
  };
}
