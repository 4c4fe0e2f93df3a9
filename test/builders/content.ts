// Contents of applications: the story's one (99.9 % dysprosium oxide to Japan), complete, and parts that a test varies.
import { localDate } from '#kernel';
import { emptyContent, type ApplicationContent, type ApplicationItem, type Party } from '#licensing';

/** 50 kg of 99.9 % dysprosium oxide, entry 1C905.b of announcement 18 of 2025. */
export function anItem(change: Partial<ApplicationItem> = {}): ApplicationItem {
  return {
    id: 'item-1',
    nameZh: '氧化镝',
    nameEn: 'Dysprosium oxide',
    controlCode: '1C905.b',
    codeEdition: '',
    hsCode: '2846901600',
    hsYear: '2026',
    specification: 'Dy2O3, 99.9 %, D50 3 µm',
    form: 'powder',
    composition: [{ substance: 'Dy2O3', massPercent: '99.9' }],
    parameters: [],
    origin: 'CN',
    quantity: '50',
    unit: 'kg',
    kgQuantity: '',
    unitPrice: '',
    value: '14500.00',
    currency: 'USD',
    ...change,
  };
}

/** A Japanese maker of magnets. */
export function aParty(change: Partial<Party> = {}): Party {
  return {
    id: 'party-1',
    role: 'end-user',
    nameZh: '青叶磁材株式会社',
    nameEn: 'Aoba Magnetics K.K.',
    country: 'JP',
    address: '2-7-1 Ichibancho, Aoba-ku, Sendai',
    registrationNumber: '',
    ...change,
  };
}

/** Everything that an application needs before it may be filed, papers apart. */
export function completeContent(change: Partial<ApplicationContent> = {}): ApplicationContent {
  return {
    ...emptyContent(),
    applicant: {
      nameZh: '赣州澄泉稀土有限公司',
      nameEn: 'Ganzhou Chengquan Rare Earth Co., Ltd.',
      creditCode: creditCode(1),
      traderStatus: '对外贸易经营者',
      address: '江西省赣州市章贡区示例路8号',
      province: '江西省',
      legalRepresentative: '陈立',
      managers: '陈立、何敏',
      handler: '林一',
      handlerPhone: '0797-5550100',
    },
    items: [anItem()],
    parties: [aParty({ id: 'party-1', role: 'importer', nameZh: '', nameEn: 'Hokuto Trading K.K.' }), aParty({ id: 'party-2' })],
    endUse: {
      zh: '用于民用电动机的钕铁硼磁体',
      en: 'NdFeB magnets for civil traction motors',
      placeOfUse: 'Sendai, Japan',
      finalProduct: 'Traction motors of passenger cars',
      military: false,
    },
    contract: {
      number: 'CQ-2026-017',
      date: localDate('2025-12-10'),
      deliveryFrom: localDate('2026-06-01'),
      deliveryTo: localDate('2026-12-31'),
    },
    shipment: {
      destination: 'JP',
      route: 'Shanghai to Yokohama by sea',
      deliveryForm: 'goods',
      port: 'Shanghai',
      tradeMode: '0110',
    },
    declaration: { truthful: true, signatory: '陈立' },
    ...change,
  };
}

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A well-formed unified social credit code of no real company; another one for each number from 0 to 999 999 999. */
export function creditCode(number: number): string {
  const body = `91360700${String(number).padStart(9, '0')}`;
  const sum = [...body].reduce((total, character, place) => total + ALPHABET.indexOf(character) * (3 ** place % 31), 0);
  return body + ALPHABET.charAt((31 - (sum % 31)) % 31);
}
