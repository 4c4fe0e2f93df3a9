// What an application holds (documents of a dossier, section D). Every field may be empty while the application is a draft.
import type { LocalDate } from '#kernel';

export const PARTY_ROLES = ['importer', 'consignee', 'middleman', 'end-user', 'carrier', 'agent'] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

export const DELIVERY_FORMS = ['goods', 'software', 'data', 'service', 'deemed'] as const;
export type DeliveryForm = (typeof DELIVERY_FORMS)[number];

/**
 * Papers that can be added (Decree 792 Art. 16, 24 and the ministry's questions and answers): A2 identity papers, A3 contract, A4 technical
 * description or test report, A5 end-user and end-use certificate, A6 that certificate from the government there or authenticated by it,
 * A7 introduction of the end user, A8 statement on the quantity, A9 conversion of units, A10 authorisation of the signatory, A11 confirmed
 * translation, A12 undertaking and contract of a middleman, A13 what else the authority asks for. Which of them a case must hold, its procedure says.
 */
export const PAPER_KINDS = ['A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9', 'A10', 'A11', 'A12', 'A13'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

export interface Applicant {
  nameZh: string;
  nameEn: string;
  /** Unified social credit code, 18 characters. */
  creditCode: string;
  /** Standing as a foreign-trade operator, in the applicant's own words; no text of the loaded law lists the kinds. */
  traderStatus: string;
  address: string;
  province: string;
  legalRepresentative: string;
  /** Names of the principal managers (主要经营管理人), whose identity papers belong to A2. Decree 792 Art. 16 (1). */
  managers: string;
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
  /** Year of the catalogue or tariff in which the customs code was read, four digits within HS_YEARS. */
  hsYear: string;
  specification: string;
  form: string;
  composition: ItemComposition[];
  parameters: ItemParameter[];
  /** ISO 3166 alpha-2. */
  origin: string;
  /** Decimal text, above 0. */
  quantity: string;
  unit: string;
  /** The quantity in kilograms, decimal text, above 0; exact where the unit is a unit of mass, the applicant's conversion elsewhere. */
  kgQuantity: string;
  /** Price of one unit in the currency of the line, decimal text, above 0. */
  unitPrice: string;
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
  /** Customs supervision mode (贸易方式), four digits, such as 0110. */
  tradeMode: string;
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
  /** Names of several people in one text. */
  names: 400,
  longText: 2000,
  reason: 2000,
  conditions: 20,
  papers: 50,
  /** Bytes. */
  paperSize: 10 * 1024 * 1024,
  fileName: 200,
} as const;

/** Catalogue years of a customs code, both inclusive. */
export const HS_YEARS = { first: 2000, last: 2100 } as const;

/** An application with nothing filled in. */
export function emptyContent(): ApplicationContent {
  return {
    applicant: {
      nameZh: '',
      nameEn: '',
      creditCode: '',
      traderStatus: '',
      address: '',
      province: '',
      legalRepresentative: '',
      managers: '',
      handler: '',
      handlerPhone: '',
    },
    items: [],
    parties: [],
    endUse: { zh: '', en: '', placeOfUse: '', finalProduct: '', military: null },
    contract: { number: '', date: '', deliveryFrom: '', deliveryTo: '' },
    shipment: { destination: '', route: '', deliveryForm: '', port: '', tradeMode: '' },
    declaration: { truthful: false, signatory: '' },
  };
}

/** An item with nothing filled in. */
export function emptyItem(id = ''): ApplicationItem {
  return {
    id,
    nameZh: '',
    nameEn: '',
    controlCode: '',
    codeEdition: '',
    hsCode: '',
    hsYear: '',
    specification: '',
    form: '',
    composition: [],
    parameters: [],
    origin: '',
    quantity: '',
    unit: '',
    kgQuantity: '',
    unitPrice: '',
    value: '',
    currency: '',
  };
}

/** Content as a store may hold it: fields that came into the product after it was written are absent. */
export type StoredContent = {
  readonly [Section in Exclude<ContentSection, 'items' | 'parties'>]?: Partial<ApplicationContent[Section]>;
} & { readonly items?: readonly Partial<ApplicationItem>[]; readonly parties?: readonly Party[] };

/** The content with every field: what is absent is blank. */
export function wholeContent(stored: StoredContent): ApplicationContent {
  const blank = emptyContent();
  return {
    applicant: { ...blank.applicant, ...stored.applicant },
    items: (stored.items ?? []).map((item) => ({ ...emptyItem(), ...item })),
    parties: [...(stored.parties ?? [])],
    endUse: { ...blank.endUse, ...stored.endUse },
    contract: { ...blank.contract, ...stored.contract },
    shipment: { ...blank.shipment, ...stored.shipment },
    declaration: { ...blank.declaration, ...stored.declaration },
  };
}
