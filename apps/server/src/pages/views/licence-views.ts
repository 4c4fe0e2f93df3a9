// Licences as pages: the list, and one licence from the frozen view of its paper.
import { may, type Actor, type LicenceReading, type PageOf } from '#casework';
import type { Bilingual } from '#kernel';
import { SECTIONS, STATE_OF_DOCUMENT, unitName } from '../../http/words';
import { grouped, type NamePair, type Voice } from '../rendering/voice';
import { lifeTag, moveButtons, type Link, type MoveButton, type Tag } from './parts';

/** What the page reads of the frozen view; the view was checked when the licence was issued. */
interface IssuedView {
  readonly specimen: boolean;
  readonly authority: Bilingual;
  readonly kind: Bilingual;
  readonly exporter: { readonly nameZh: string; readonly nameEn?: string; readonly creditCode: string; readonly address: string };
  readonly importer?: IssuedParty;
  readonly consignee?: IssuedParty;
  readonly endUser?: IssuedParty;
  readonly destination: Bilingual;
  readonly contractNumber: string;
  readonly tradeMode?: string;
  readonly endUse: Bilingual;
  readonly items: readonly {
    readonly line: number;
    readonly code: string;
    readonly nameZh: string;
    readonly nameEn: string;
    readonly specification: string;
    readonly quantity: string;
    readonly unit: Bilingual;
    readonly kgQuantity?: string;
    readonly unitPrice?: string;
    readonly value: string;
    readonly currency: string;
    readonly origin: Bilingual;
  }[];
  readonly totalValue: string;
  readonly currency: string;
  readonly conditions: readonly Bilingual[];
  readonly issuedOn: string;
  readonly legalBasis: readonly Bilingual[];
  /** Absent from licences issued before there was verification. */
  readonly verification?: { readonly code: string };
}

interface IssuedParty {
  readonly nameZh?: string;
  readonly nameEn?: string;
  readonly country: Bilingual;
  readonly address: string;
}

export interface LicenceListView {
  readonly rows: readonly {
    readonly href: string;
    readonly number: string;
    readonly exporter: NamePair;
    readonly destination: string;
    readonly life: Tag;
    readonly validFrom: string;
    readonly validTo: string;
    readonly application: Link;
    readonly document: string;
  }[];
  readonly next: string | null;
}

export function licenceList(
  { rows, next }: PageOf<LicenceReading & { readonly reference: string }>,
  actor: Actor,
  voice: Voice,
): LicenceListView {
  return {
    rows: rows.map((row) => {
      const issued = row.view as IssuedView;
      return {
        href: `/licences/${row.id}`,
        number: row.number,
        exporter: voice.pair({ zh: issued.exporter.nameZh, en: issued.exporter.nameEn ?? '' }),
        destination: voice.say(issued.destination),
        life: lifeTag(row.life, voice),
        validFrom: row.validFrom,
        validTo: row.validTo,
        application: { href: caseHref(row.applicationId, actor), text: row.reference },
        document: voice.say(STATE_OF_DOCUMENT[row.document.state]),
      };
    }),
    next: next && `/licences?after=${encodeURIComponent(next)}`,
  };
}

/** Where the reader finds the case of a licence. */
export function caseHref(applicationId: string, actor: Actor): string {
  return `${may('queue.read', actor) ? '/cases' : '/applications'}/${applicationId}`;
}

export interface DocumentStateView {
  readonly waiting: boolean;
  readonly ready: boolean;
  readonly state: string;
  readonly stateHref: string;
  readonly reloadHref: string;
  readonly downloadHref: string;
  readonly sha256: string | null;
  readonly template: string | null;
  readonly readyAt: string | null;
}

export function documentState({ id, document }: LicenceReading, voice: Voice): DocumentStateView {
  return {
    waiting: document.state === 'waiting',
    ready: document.state === 'ready',
    state: voice.say(STATE_OF_DOCUMENT[document.state]),
    stateHref: `/licences/${id}/document-state`,
    reloadHref: `/licences/${id}`,
    downloadHref: `/licences/${id}/document`,
    sha256: document.sha256,
    template: document.template,
    readyAt: document.readyAt && voice.moment(document.readyAt),
  };
}

export interface LicenceView {
  readonly number: string;
  readonly specimen: boolean;
  readonly authority: NamePair;
  readonly kind: string;
  readonly life: Tag;
  readonly validFrom: string;
  readonly validTo: string;
  readonly issuedOn: string;
  readonly version: number;
  readonly application: Link;
  /** The code as the link's text, and where it answers anyone; null for a licence that has none. */
  readonly verification: Link | null;
  readonly document: DocumentStateView;
  /** Where a failed paper is asked for again; null where there is nothing to ask or the reader may not. */
  readonly renderAgainHref: string | null;
  readonly moves: readonly MoveButton[];
  readonly people: readonly {
    readonly role: string;
    readonly name: NamePair;
    readonly country: string | null;
    readonly address: string;
  }[];
  readonly destination: string;
  readonly contractNumber: string;
  readonly tradeMode: string | null;
  readonly endUse: NamePair;
  readonly items: readonly {
    readonly line: number;
    readonly code: string;
    readonly name: NamePair;
    readonly specification: string;
    readonly quantity: string;
    readonly kilograms: string | null;
    readonly unitPrice: string;
    readonly value: string;
    readonly origin: string;
  }[];
  readonly total: string;
  readonly conditions: readonly NamePair[];
  readonly legalBasis: readonly NamePair[];
}

export function licencePage(licence: LicenceReading, actor: Actor, voice: Voice): LicenceView {
  const issued = licence.view as IssuedView;
  const { t } = voice;
  const { exporter } = issued;
  const party = (role: string, row: IssuedParty | undefined) =>
    row
      ? [
          {
            role,
            name: voice.pair({ zh: row.nameZh ?? '', en: row.nameEn ?? '' }),
            country: voice.say(row.country),
            address: row.address,
          },
        ]
      : [];
  return {
    number: licence.number,
    specimen: issued.specimen,
    authority: voice.pair(issued.authority),
    kind: voice.say(issued.kind),
    life: lifeTag(licence.life, voice),
    validFrom: licence.validFrom,
    validTo: licence.validTo,
    issuedOn: issued.issuedOn,
    version: licence.version,
    application: { href: caseHref(licence.applicationId, actor), text: t('licence.toCase') },
    verification: verificationLink(issued),
    document: documentState(licence, voice),
    renderAgainHref:
      licence.document.state === 'failed' && may('licence.render', actor) ? `/licences/${licence.id}/document` : null,
    moves: moveButtons(licence.openMoves, `/licences/${licence.id}`, voice),
    people: [
      {
        role: voice.say(SECTIONS.applicant),
        name: voice.pair({ zh: exporter.nameZh, en: exporter.nameEn ?? '' }),
        country: null,
        address: exporter.address,
      },
      ...party(t('licence.importer'), issued.importer),
      ...party(t('licence.consignee'), issued.consignee),
      ...party(t('licence.endUser'), issued.endUser),
    ],
    destination: voice.say(issued.destination),
    contractNumber: issued.contractNumber,
    tradeMode: issued.tradeMode ?? null,
    endUse: voice.pair(issued.endUse),
    items: issued.items.map((item) => ({
      line: item.line,
      code: item.code,
      name: voice.pair({ zh: item.nameZh, en: item.nameEn }),
      specification: item.specification,
      quantity: `${grouped(item.quantity)} ${voice.say(item.unit)}`,
      kilograms: item.kgQuantity === undefined ? null : `= ${grouped(item.kgQuantity)} ${unitName('kg', voice.language)}`,
      unitPrice: item.unitPrice === undefined ? '—' : `${item.currency} ${grouped(item.unitPrice)}`,
      value: `${item.currency} ${grouped(item.value)}`,
      origin: voice.say(item.origin),
    })),
    total: `${issued.currency} ${grouped(withDecimals(issued))}`,
    conditions: issued.conditions.map((condition) => voice.pair(condition)),
    legalBasis: issued.legalBasis.map((basis) => voice.pair(basis)),
  };
}

function verificationLink({ verification }: IssuedView): Link | null {
  return verification ? { href: `/verify/${verification.code}`, text: verification.code } : null;
}

/** The total with as many decimals as the finest of its items: an exact sum drops closing zeros. */
function withDecimals({ totalValue, items }: IssuedView): string {
  const decimalsOf = (amount: string) => amount.split('.')[1]?.length ?? 0;
  const missing = Math.max(0, ...items.map(({ value }) => decimalsOf(value))) - decimalsOf(totalValue);
  if (missing <= 0) return totalValue;
  return `${totalValue}${totalValue.includes('.') ? '' : '.'}${'0'.repeat(missing)}`;
}
