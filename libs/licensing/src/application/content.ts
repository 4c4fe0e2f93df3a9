// What an application holds (documents of a dossier, section D). Every field may be empty while the application is a draft.
import type { LocalDate } from '#kernel';

export const PARTY_ROLES = ['importer', 'consignee', 'middleman', 'end-user', 'carrier', 'agent'] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

export const DELIVERY_FORMS = ['goods', 'software', 'data', 'service', 'deemed'] as const;
export type DeliveryForm = (typeof DELIVERY_FORMS)[number];

/** Papers that can be added: A2 identity papers, A3 contract, A4 technical description or test report, A5 end-user and end-use certificate. Decree 792 Art. 16. */
export const PAPER_KINDS = ['A2', 'A3', 'A4', 'A5'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

export interface Applicant {
  nameZh: string;
  nameEn: string;
  /** Unified social credit code, 18 characters. */
  creditCode: string;
  address: string;
  province: string;
  legalRepresentative: string;
  handler: string;
  handlerPhone: string;
}

export interface ItemComposition {
  substance: string;
  /** Per cent of mass, decimal text, 0 to 100; empty when not known. */
  massPercent: string;
}

export interface ItemParameter {
  property: string;
  /** Decimal text, or a word for a property that is not a number. */
  value: string;
  unit: string;
}

export interface ApplicationItem {
  id: string;
  nameZh: string;
  nameEn: string;
  /** The exporter's own view; the authority's is a record of its own. */
  controlCode: string;
  /** Edition of the official list in which the code was read; asked for when the loaded law does not hold the code. */
  codeEdition: string;
  /** Customs code, 6 to 10 digits; a guide, never decisive. */
  hsCode: string;
  specification: string;
  form: string;
  composition: ItemComposition[];
  parameters: ItemParameter[];
  /** ISO 3166 alpha-2. */
  origin: string;
  /** Decimal text, above 0. */
  quantity: string;
  unit: string;
  /** Price of the whole line, decimal text, above 0. */
  value: string;
  /** ISO 4217. */
  currency: string;
}

export interface Party {
  id: string;
  role: PartyRole;
  nameZh: string;
  nameEn: string;
  /** ISO 3166 alpha-2. */
  country: string;
  address: string;
  registrationNumber: string;
}

export interface EndUse {
  zh: string;
  en: string;
  placeOfUse: string;
  finalProduct: string;
  /** Null while nobody has said. */
  military: boolean | null;
}

export interface Contract {
  number: string;
  date: LocalDate | '';
  /** Delivery, both days inclusive. */
  deliveryFrom: LocalDate | '';
  deliveryTo: LocalDate | '';
}

export interface Shipment {
  /** ISO 3166 alpha-2 of the country of final destination. */
  destination: string;
  route: string;
  deliveryForm: DeliveryForm | '';
  port: string;
}

export interface Declaration {
  truthful: boolean;
  signatory: string;
}

export interface ApplicationContent {
  applicant: Applicant;
  items: ApplicationItem[];
  parties: Party[];
  endUse: EndUse;
  contract: Contract;
  shipment: Shipment;
  declaration: Declaration;
}

export type ContentSection = keyof ApplicationContent;
export const CONTENT_SECTIONS = [
  'applicant',
  'items',
  'parties',
  'endUse',
  'contract',
  'shipment',
  'declaration',
] as const satisfies readonly ContentSection[];

/** Limits of counts and lengths (characters), all inclusive; the doors state and test them. */
export const LIMITS = {
  items: 100,
  parties: 30,
  compositionRows: 30,
  parameters: 40,
  name: 200,
  address: 400,
  shortText: 100,
  longText: 2000,
  reason: 2000,
  conditions: 20,
  papers: 50,
  /** Bytes. */
  paperSize: 10 * 1024 * 1024,
  fileName: 200,
} as const;

/** An application with nothing filled in. */
export function emptyContent(): ApplicationContent {
  return {
    applicant: {
      nameZh: '',
      nameEn: '',
      creditCode: '',
      address: '',
      province: '',
      legalRepresentative: '',
      handler: '',
      handlerPhone: '',
    },
    items: [],
    parties: [],
    endUse: { zh: '', en: '', placeOfUse: '', finalProduct: '', military: null },
    contract: { number: '', date: '', deliveryFrom: '', deliveryTo: '' },
    shipment: { destination: '', route: '', deliveryForm: '', port: '' },
    declaration: { truthful: false, signatory: '' },
  };
}
