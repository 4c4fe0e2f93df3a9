// Sample views of the administrators' pages and of the licence.
import type { PageViews } from '../../apps/server/src/pages/rendering/page-views';
import { HOSTILE, alone, document, link, moves, pair, tag } from './page-parts';

type OfficerPage = 'licences' | 'licence' | 'licence-document' | 'people' | 'organisations';
export function officerSamples(): { [Name in OfficerPage]: PageViews[Name][] } {
  return {
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
