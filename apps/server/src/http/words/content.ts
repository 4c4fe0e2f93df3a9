// What people read for the sections and fields of an application, party roles, papers, forms of delivery and units.
import type { Bilingual, Language } from '#kernel';
import {
  QUANTITY_UNITS,
  type Applicant,
  type ApplicationItem,
  type ContentSection,
  type Contract,
  type Declaration,
  type DeliveryForm,
  type EndUse,
  type ItemComposition,
  type ItemParameter,
  type PaperKind,
  type Party,
  type PartyRole,
  type Shipment,
} from '#licensing';
import { sayKey } from './say';

type FieldWords<T> = Readonly<Record<Exclude<keyof T, 'id'>, Bilingual>>;

/** Sections of the task list; papers stand beside the sections of the content. */
export const SECTIONS: Readonly<Record<ContentSection | 'papers', Bilingual>> = {
  applicant: { zh: '申请人', en: 'Applicant' },
  items: { zh: '物项', en: 'Items' },
  parties: { zh: '境外各方', en: 'Parties' },
  endUse: { zh: '最终用途', en: 'End use' },
  contract: { zh: '合同', en: 'Contract' },
  shipment: { zh: '运输与交付', en: 'Shipment' },
  declaration: { zh: '声明', en: 'Declaration' },
  papers: { zh: '申请材料', en: 'Papers' },
};

export const APPLICANT_FIELDS: FieldWords<Applicant> = {
  nameZh: { zh: '中文名称', en: 'Name in Chinese' },
  nameEn: { zh: '英文名称', en: 'Name in English' },
  creditCode: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  traderStatus: { zh: '对外贸易经营者身份', en: 'Foreign-trade operator status' },
  address: { zh: '地址', en: 'Address' },
  province: { zh: '省（自治区、直辖市）', en: 'Province' },
  legalRepresentative: { zh: '法定代表人', en: 'Legal representative' },
  managers: { zh: '主要经营管理人', en: 'Principal managers' },
  handler: { zh: '经办人', en: 'Person handling the case' },
  handlerPhone: { zh: '经办人电话', en: 'Telephone of the person handling the case' },
};

export const ITEM_FIELDS: FieldWords<ApplicationItem> = {
  nameZh: { zh: '物项中文名称', en: 'Item name in Chinese' },
  nameEn: { zh: '物项英文名称', en: 'Item name in English' },
  controlCode: { zh: '管制编码', en: 'Control code' },
  codeEdition: { zh: '所查官方清单版本', en: 'Edition of the official list' },
  hsCode: { zh: '海关商品编号', en: 'Customs (HS) code' },
  hsYear: { zh: '海关商品编号年版', en: 'Year of the HS catalogue' },
  specification: { zh: '规格型号', en: 'Specification' },
  form: { zh: '形态', en: 'Form' },
  composition: { zh: '成分', en: 'Composition' },
  parameters: { zh: '技术参数', en: 'Technical parameters' },
  origin: { zh: '原产国（地区）', en: 'Country of origin' },
  quantity: { zh: '数量', en: 'Quantity' },
  unit: { zh: '计量单位', en: 'Unit' },
  kgQuantity: { zh: '折合千克数', en: 'Quantity in kilograms' },
  unitPrice: { zh: '单价', en: 'Unit price' },
  value: { zh: '总价', en: 'Value of the line' },
  currency: { zh: '币种', en: 'Currency' },
};

export const COMPOSITION_FIELDS: FieldWords<ItemComposition> = {
  substance: { zh: '物质', en: 'Substance' },
  massPercent: { zh: '质量分数（%）', en: 'Per cent by mass' },
};

export const PARAMETER_FIELDS: FieldWords<ItemParameter> = {
  property: { zh: '参数', en: 'Property' },
  value: { zh: '数值', en: 'Value' },
  unit: { zh: '单位', en: 'Unit' },
};

export const PARTY_FIELDS: FieldWords<Party> = {
  role: { zh: '角色', en: 'Role' },
  nameZh: { zh: '中文名称', en: 'Name in Chinese' },
  nameEn: { zh: '英文名称', en: 'Name in English' },
  country: { zh: '国家（地区）', en: 'Country' },
  address: { zh: '地址', en: 'Address' },
  registrationNumber: { zh: '注册号', en: 'Registration number' },
};

export const END_USE_FIELDS: FieldWords<EndUse> = {
  zh: { zh: '最终用途（中文）', en: 'End use in Chinese' },
  en: { zh: '最终用途（英文）', en: 'End use in English' },
  placeOfUse: { zh: '使用地点', en: 'Place of use' },
  finalProduct: { zh: '最终产品', en: 'Final product' },
  military: { zh: '是否用于军事用途', en: 'Military use' },
};

export const CONTRACT_FIELDS: FieldWords<Contract> = {
  number: { zh: '合同编号', en: 'Contract number' },
  date: { zh: '签订日期', en: 'Date of contract' },
  deliveryFrom: { zh: '交货期起', en: 'Delivery from' },
  deliveryTo: { zh: '交货期止', en: 'Delivery to' },
};

export const SHIPMENT_FIELDS: FieldWords<Shipment> = {
  destination: { zh: '最终目的国（地区）', en: 'Country of final destination' },
  route: { zh: '运输路线', en: 'Route' },
  deliveryForm: { zh: '交付方式', en: 'Form of delivery' },
  port: { zh: '出境口岸', en: 'Port of exit' },
  tradeMode: { zh: '贸易方式', en: 'Customs trade mode' },
};

export const DECLARATION_FIELDS: FieldWords<Declaration> = {
  truthful: { zh: '真实性声明', en: 'Declaration of truth' },
  signatory: { zh: '签署人', en: 'Signatory' },
};

/** The fields of every section, by section. */
export const SECTION_FIELDS: Readonly<Record<ContentSection, Readonly<Record<string, Bilingual>>>> = {
  applicant: APPLICANT_FIELDS,
  items: ITEM_FIELDS,
  parties: PARTY_FIELDS,
  endUse: END_USE_FIELDS,
  contract: CONTRACT_FIELDS,
  shipment: SHIPMENT_FIELDS,
  declaration: DECLARATION_FIELDS,
};

export const PARTY_ROLE: Readonly<Record<PartyRole, Bilingual>> = {
  importer: { zh: '进口商', en: 'Importer' },
  consignee: { zh: '收货人', en: 'Consignee' },
  middleman: { zh: '中间商', en: 'Intermediary' },
  'end-user': { zh: '最终用户', en: 'End user' },
  carrier: { zh: '承运人', en: 'Carrier' },
  agent: { zh: '代理人', en: 'Agent' },
};

export const DELIVERY_FORM: Readonly<Record<DeliveryForm, Bilingual>> = {
  goods: { zh: '货物', en: 'Goods' },
  software: { zh: '软件', en: 'Software' },
  data: { zh: '技术资料等数据', en: 'Data, such as technical documents' },
  service: { zh: '服务', en: 'Service' },
  deemed: { zh: '境内向境外人员提供', en: 'Supply inside the country to a foreign person' },
};

export const PAPER: Readonly<Record<PaperKind, Bilingual>> = {
  A2: {
    zh: '法定代表人、主要经营管理人和经办人的身份证明',
    en: 'Identity papers of the legal representative, principal managers and handler',
  },
  A3: { zh: '合同、协议的副本或者其他证明文件', en: 'Contract or agreement' },
  A4: { zh: '物项的技术说明或者检测报告', en: 'Technical description or test report' },
  A5: { zh: '最终用户和最终用途证明文件', en: 'End-user and end-use certificate' },
  A6: {
    zh: '最终用户所在国家（地区）政府出具或者认证的证明',
    en: 'Certificate issued or authenticated by the government at the end user',
  },
  A7: { zh: '最终用户情况介绍', en: 'Introduction of the end user' },
  A8: { zh: '出口数量合理性说明', en: 'Statement on the reasonable quantity' },
  A9: { zh: '计量单位折算说明', en: 'Statement on the conversion of units' },
  A10: { zh: '授权委托书', en: 'Authorisation of the signatory' },
  A11: { zh: '经出口经营者确认的中文译本', en: 'Translation confirmed by the exporter' },
  A12: { zh: '中间商保证文件及其与最终用户的合同', en: 'Undertaking of the middleman and its contract with the end user' },
  A13: { zh: '商务主管部门要求的其他材料', en: 'Other papers that the authority asks for' },
};

/** The unit's name; the text itself where the unit is not of the list. */
export function unitName(unit: string, language: Language): string {
  return sayKey(QUANTITY_UNITS, unit, language);
}
