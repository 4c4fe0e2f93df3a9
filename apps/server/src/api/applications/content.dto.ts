// The sections of an application as they come in. A section is replaced whole; what cannot be right in it is told by the rules of licensing.
import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#kernel';
import {
  DELIVERY_FORMS,
  HS_YEARS,
  LIMITS,
  PARTY_ROLES,
  type Applicant,
  type ApplicationContent,
  type ApplicationItem,
  type Contract,
  type Declaration,
  type DeliveryForm,
  type EndUse,
  type ItemComposition,
  type ItemParameter,
  type Party,
  type PartyRole,
  type Shipment,
} from '#licensing';
import { Country, Day, DecimalText, Flag, Id, ListOf, Nested, OneOf, Text, Version } from '../../http/fields';

/** How a field is taken that may be left out, and is empty then. */
const OR_EMPTY = { optional: true, blank: '' } as const;

export class ApplicantDto implements Applicant {
  @Text({ max: LIMITS.name })
  nameZh: string;
  @Text({ max: LIMITS.name })
  nameEn: string;
  @Text({ max: LIMITS.shortText, description: 'Unified social credit code, 18 characters' })
  creditCode: string;
  @Text({ max: LIMITS.shortText, description: 'Standing as a foreign-trade operator, in own words', ...OR_EMPTY })
  traderStatus = '';
  @Text({ max: LIMITS.address })
  address: string;
  @Text({ max: LIMITS.shortText })
  province: string;
  @Text({ max: LIMITS.shortText })
  legalRepresentative: string;
  @Text({ max: LIMITS.names, description: 'Names of the principal managers, whose identity papers belong to A2', ...OR_EMPTY })
  managers = '';
  @Text({ max: LIMITS.shortText })
  handler: string;
  @Text({ max: LIMITS.shortText })
  handlerPhone: string;
}

export class CompositionDto implements ItemComposition {
  @Text({ max: LIMITS.shortText })
  substance: string;
  @DecimalText({ description: 'Per cent of mass, 0 to 100; empty when not known' })
  massPercent: string;
}

export class ParameterDto implements ItemParameter {
  @Text({ max: LIMITS.shortText })
  property: string;
  @Text({ max: LIMITS.shortText, description: 'Decimal text, or a word' })
  value: string;
  @Text({ max: LIMITS.shortText })
  unit: string;
}

export class ItemDto implements Omit<ApplicationItem, 'id'> {
  @Id({ optional: true })
  id?: string;
  @Text({ max: LIMITS.name, example: '氧化镝' })
  nameZh: string;
  @Text({ max: LIMITS.name, example: 'Dysprosium oxide' })
  nameEn: string;
  @Text({ max: LIMITS.shortText, example: '1C905.b' })
  controlCode: string;
  @Text({
    max: LIMITS.shortText,
    description: 'Edition of the official list in which a code was read that the loaded law does not hold',
  })
  codeEdition: string;
  @Text({ max: LIMITS.shortText, example: '2846901500' })
  hsCode: string;
  @Text({
    max: LIMITS.shortText,
    example: '2026',
    description: `Year of the catalogue of the customs code, ${HS_YEARS.first} to ${HS_YEARS.last}`,
    ...OR_EMPTY,
  })
  hsYear = '';
  @Text({ max: LIMITS.longText, multiline: true })
  specification: string;
  @Text({ max: LIMITS.shortText })
  form: string;
  @ListOf(() => CompositionDto, { max: LIMITS.compositionRows })
  composition: CompositionDto[];
  @ListOf(() => ParameterDto, { max: LIMITS.parameters })
  parameters: ParameterDto[];
  @Country()
  origin: string;
  @DecimalText({ description: 'Above 0' })
  quantity: string;
  @Text({ max: LIMITS.shortText, example: 'kg' })
  unit: string;
  @DecimalText({
    description: 'Quantity in kilograms, above 0; where the unit is a unit of mass it must be its exact conversion',
    ...OR_EMPTY,
  })
  kgQuantity = '';
  @DecimalText({
    description: 'Price of one unit in the currency of the line, above 0; times the quantity it gives the value before filing',
    ...OR_EMPTY,
  })
  unitPrice = '';
  @DecimalText({ description: 'Price of the whole line, above 0' })
  value: string;
  @Text({ max: LIMITS.shortText, example: 'USD', description: 'ISO 4217' })
  currency: string;
}

export class PartyDto implements Omit<Party, 'id'> {
  @Id({ optional: true })
  id?: string;
  @OneOf(PARTY_ROLES)
  role: PartyRole;
  @Text({ max: LIMITS.name })
  nameZh: string;
  @Text({ max: LIMITS.name })
  nameEn: string;
  @Country()
  country: string;
  @Text({ max: LIMITS.address })
  address: string;
  @Text({ max: LIMITS.shortText })
  registrationNumber: string;
}

export class EndUseDto implements EndUse {
  @Text({ max: LIMITS.longText, multiline: true })
  zh: string;
  @Text({ max: LIMITS.longText, multiline: true })
  en: string;
  @Text({ max: LIMITS.address })
  placeOfUse: string;
  @Text({ max: LIMITS.name })
  finalProduct: string;
  @Flag({ nullable: true })
  military: boolean | null;
}

export class ContractDto implements Contract {
  @Text({ max: LIMITS.shortText })
  number: string;
  @Day({ empty: true })
  date: LocalDate | '';
  @Day({ empty: true })
  deliveryFrom: LocalDate | '';
  @Day({ empty: true })
  deliveryTo: LocalDate | '';
}

export class ShipmentDto implements Shipment {
  @Country()
  destination: string;
  @Text({ max: LIMITS.longText, multiline: true })
  route: string;
  @OneOf(['', ...DELIVERY_FORMS])
  deliveryForm: DeliveryForm | '';
  @Text({ max: LIMITS.shortText })
  port: string;
  @Text({ max: LIMITS.shortText, example: '0110', description: 'Customs supervision mode, four digits', ...OR_EMPTY })
  tradeMode = '';
}

export class DeclarationDto implements Declaration {
  @Flag()
  truthful: boolean;
  @Text({ max: LIMITS.shortText })
  signatory: string;
}

/** The sections to replace; those left out stay as they are. */
export class ContentDto {
  @Version()
  version: number;
  @Nested(() => ApplicantDto, { optional: true })
  applicant?: ApplicantDto;
  @ListOf(() => ItemDto, { max: LIMITS.items, optional: true })
  items?: ItemDto[];
  @ListOf(() => PartyDto, { max: LIMITS.parties, optional: true })
  parties?: PartyDto[];
  @Nested(() => EndUseDto, { optional: true })
  endUse?: EndUseDto;
  @Nested(() => ContractDto, { optional: true })
  contract?: ContractDto;
  @Nested(() => ShipmentDto, { optional: true })
  shipment?: ShipmentDto;
  @Nested(() => DeclarationDto, { optional: true })
  declaration?: DeclarationDto;
}

/** The sections as plain values; a row without an id is new and gets one. */
export function sectionsOf({ version: _version, items, parties, ...sections }: ContentDto): Partial<ApplicationContent> {
  const given = Object.entries({
    ...sections,
    ...(items && { items: items.map(withId) }),
    ...(parties && { parties: parties.map(withId) }),
  });
  return Object.fromEntries(given.filter(([, section]) => section !== undefined)) as Partial<ApplicationContent>;
}

function withId<T extends { id?: string }>(row: T): T & { id: string } {
  return { ...row, id: row.id ?? randomUUID() };
}
