// Six applications of the demo, each in another status. Goods and control codes are real; companies, contracts and places of use are invented.
import { randomUUID } from 'node:crypto';
import { addDays, yearOf, type LocalDate } from '#kernel';
import { emptyItem, type ApplicationContent, type ApplicationItem, type Party, type Verdict } from '#licensing';

/** How far a case was walked; the number says how many days ago the step was made, at the latest. */
export interface DemoWalk {
  readonly create: number;
  readonly submit?: number;
  readonly returned?: { readonly day: number; readonly reason: string };
  readonly accept?: number;
  readonly review?: number;
  readonly advise?: { readonly day: number; readonly verdict: Verdict; readonly reason: string };
  readonly countersign?: number;
  readonly publish?: number;
}

export interface DemoCase {
  /** Number of the contract. */
  readonly contract: string;
  readonly exporter: 'exporter1' | 'exporter2';
  readonly walk: DemoWalk;
  /** What is filled in; `today` is the day of creation. A draft may lack sections. */
  content(today: LocalDate): Partial<ApplicationContent>;
}

type Goods = Omit<
  ApplicationItem,
  'id' | 'codeEdition' | 'hsYear' | 'parameters' | 'origin' | 'currency' | 'form' | 'composition'
> &
  Partial<Pick<ApplicationItem, 'form' | 'composition'>>;
type Company = Omit<Party, 'id' | 'role' | 'nameZh' | 'registrationNumber'>;

interface Deal {
  readonly goods: Goods;
  readonly importer: Company;
  readonly endUser: Company;
  readonly endUse: { readonly zh: string; readonly en: string; readonly finalProduct: string };
  readonly port: string;
  readonly route: string;
}

const company = (nameEn: string, country: string, address: string): Company => ({ nameEn, country, address });

function filled(contract: string, signatory: string, deal: Deal, today: LocalDate): Partial<ApplicationContent> {
  const party = (role: Party['role'], row: Company): Party => ({
    id: randomUUID(),
    role,
    nameZh: '',
    registrationNumber: '',
    ...row,
  });
  return {
    items: [
      {
        ...emptyItem(randomUUID()),
        hsYear: String(yearOf(today)),
        origin: 'CN',
        currency: 'USD',
        ...deal.goods,
      },
    ],
    parties: [party('importer', deal.importer), party('end-user', deal.endUser)],
    endUse: { ...deal.endUse, placeOfUse: deal.endUser.address, military: false },
    contract: { number: contract, date: addDays(today, -20), deliveryFrom: addDays(today, 90), deliveryTo: addDays(today, 240) },
    shipment: { destination: deal.endUser.country, route: deal.route, deliveryForm: 'goods', port: deal.port, tradeMode: '0110' },
    declaration: { truthful: true, signatory },
  };
}

const TERBIUM: Deal = {
  goods: {
    nameZh: '氧化铽',
    nameEn: 'Terbium oxide',
    controlCode: '1C904.b',
    hsCode: '2846901600',
    specification: 'Tb4O7 ≥ 99.99 %, D50 3–5 µm',
    form: 'powder',
    composition: [{ substance: 'Tb4O7', massPercent: '99.99' }],
    quantity: '200',
    unit: 'kg',
    kgQuantity: '200',
    unitPrice: '980',
    value: '196000',
  },
  importer: company('Musterlicht Handels GmbH', 'DE', 'Beispielstrasse 4, 80331 München'),
  endUser: company('Musterlicht Leuchtstoffe GmbH', 'DE', 'Werkweg 12, 85748 Garching'),
  endUse: {
    zh: '用于生产医用 X 射线成像荧光粉',
    en: 'Production of phosphors for medical X-ray imaging',
    finalProduct: 'Gadolinium oxysulphide phosphor',
  },
  port: '上海 / Shanghai',
  route: 'Shanghai – Hamburg',
};

const ARSENIDE: Deal = {
  goods: {
    nameZh: '砷化镓单晶衬底',
    nameEn: 'Gallium arsenide single-crystal wafers',
    controlCode: '3C001.e',
    hsCode: '3818009004',
    specification: '6 inch, semi-insulating, VGF',
    form: 'wafer',
    composition: [{ substance: 'GaAs', massPercent: '99.9999' }],
    quantity: '3000',
    unit: 'pcs',
    kgQuantity: '190.5',
    unitPrice: '180',
    value: '540000',
  },
  importer: company('Hanbit Sample Trading Co., Ltd.', 'KR', '12 Yesi-ro, Seocho-gu, Seoul'),
  endUser: company('Hanbit Sample Photonics Co., Ltd.', 'KR', '88 Gyeonbon-daero, Suwon-si'),
  endUse: {
    zh: '用于制造消费类手机的功率放大器外延片',
    en: 'Epitaxial wafers for power amplifiers of consumer handsets',
    finalProduct: 'HBT epitaxial wafers',
  },
  port: '上海浦东机场 / Shanghai Pudong Airport',
  route: 'Shanghai – Incheon, by air',
};

const TUNGSTATE: Deal = {
  goods: {
    nameZh: '仲钨酸铵',
    nameEn: 'Ammonium paratungstate',
    controlCode: '1C117.d.1',
    hsCode: '2841801000',
    specification: 'WO3 ≥ 88.5 %',
    form: 'crystal powder',
    composition: [{ substance: '(NH4)10H2W12O42·4H2O', massPercent: '99.9' }],
    quantity: '20',
    unit: 't',
    kgQuantity: '20000',
    unitPrice: '36000',
    value: '720000',
  },
  importer: company('Alpenmuster Metallhandel GmbH', 'AT', 'Musterplatz 1, 1010 Wien'),
  endUser: company('Alpenmuster Hartmetall GmbH', 'AT', 'Industriestrasse 7, 8700 Leoben'),
  endUse: {
    zh: '用于生产木工刀具用硬质合金',
    en: 'Cemented carbide for woodworking tools',
    finalProduct: 'Tungsten carbide inserts',
  },
  port: '宁波 / Ningbo',
  route: 'Ningbo – Koper',
};

const GRAPHITE: Deal = {
  goods: {
    nameZh: '球化天然鳞片石墨',
    nameEn: 'Spheroidised natural flake graphite',
    controlCode: '1C108',
    hsCode: '2504101000',
    specification: 'C ≥ 99.95 %, D50 16 µm',
    form: 'powder',
    composition: [{ substance: 'graphite', massPercent: '99.95' }],
    quantity: '40',
    unit: 't',
    kgQuantity: '40000',
    unitPrice: '4200',
    value: '168000',
  },
  importer: company('Nordprov Battericeller AB', 'SE', 'Exempelgatan 3, 722 11 Västerås'),
  endUser: company('Nordprov Battericeller AB', 'SE', 'Exempelgatan 3, 722 11 Västerås'),
  endUse: { zh: '用于电动客车电池负极', en: 'Anodes of batteries for electric buses', finalProduct: 'Lithium-ion cells' },
  port: '青岛 / Qingdao',
  route: 'Qingdao – Göteborg',
};

const MAGNETS: Deal = {
  goods: {
    nameZh: '含镝的钕铁硼永磁体',
    nameEn: 'Nd-Fe-B permanent magnets with dysprosium',
    controlCode: '1C905.a.4',
    hsCode: '8505111000',
    specification: 'Grade 42SH, Dy 2.1 %, segments 40 × 12 × 4 mm',
    form: 'sintered magnet',
    composition: [
      { substance: 'Nd', massPercent: '28.5' },
      { substance: 'Dy', massPercent: '2.1' },
    ],
    quantity: '1500',
    unit: 'kg',
    kgQuantity: '1500',
    unitPrice: '88',
    value: '132000',
  },
  importer: company('Esempio Motori S.r.l.', 'IT', 'Via Campione 9, 40121 Bologna'),
  endUser: company('Esempio Ascensori S.p.A.', 'IT', 'Via Modello 21, 20126 Milano'),
  endUse: {
    zh: '用于电梯曳引机的永磁同步电机',
    en: 'Permanent-magnet motors of lift traction machines',
    finalProduct: 'Gearless lift machines',
  },
  port: '深圳盐田 / Shenzhen Yantian',
  route: 'Shenzhen – Genova',
};

const DYSPROSIUM: Deal = {
  goods: {
    nameZh: '氧化镝',
    nameEn: 'Dysprosium oxide',
    controlCode: '1C905.b',
    hsCode: '2846901500',
    specification: 'Dy2O3 ≥ 99.9 %',
    form: 'powder',
    composition: [{ substance: 'Dy2O3', massPercent: '99.9' }],
    quantity: '500',
    unit: 'kg',
    kgQuantity: '500',
    unitPrice: '330',
    value: '165000',
  },
  importer: company('Mihon Shoji K.K.', 'JP', '1-2-3 Mihon, Chuo-ku, Tokyo'),
  endUser: company('Mihon Jishaku K.K.', 'JP', '4-5 Rei-cho, Toyohashi, Aichi'),
  endUse: {
    zh: '用于空调压缩机电机的钕铁硼磁体',
    en: 'Nd-Fe-B magnets for motors of air-conditioner compressors',
    finalProduct: 'Compressor motors',
  },
  port: '上海 / Shanghai',
  route: 'Shanghai – Nagoya',
};

const WHOLE_REASONS =
  '物项与技术说明相符，最终用户及最终用途文件齐全，未见军事用途迹象。 / The goods agree with the technical description, end user and end use are evidenced, no sign of a military use.';

export const DEMO_CASES: readonly DemoCase[] = [
  {
    contract: 'GDR-2026-031',
    exporter: 'exporter1',
    walk: {
      create: 44,
      submit: 41,
      accept: 37,
      review: 35,
      advise: { day: 20, verdict: 'approve', reason: WHOLE_REASONS },
      countersign: 15,
      publish: 12,
    },
    content: (today) => filled('GDR-2026-031', '林晓岚', TERBIUM, today),
  },
  {
    contract: 'PDE-2026-118',
    exporter: 'exporter2',
    walk: {
      create: 31,
      submit: 30,
      accept: 26,
      review: 25,
      advise: { day: 5, verdict: 'approve', reason: WHOLE_REASONS },
    },
    content: (today) => filled('PDE-2026-118', '周子谦', ARSENIDE, today),
  },
  {
    contract: 'PDE-2026-124',
    exporter: 'exporter2',
    walk: { create: 21, submit: 19, accept: 14, review: 11 },
    content: (today) => filled('PDE-2026-124', '周子谦', TUNGSTATE, today),
  },
  {
    contract: 'GDR-2026-040',
    exporter: 'exporter1',
    walk: {
      create: 16,
      submit: 14,
      returned: {
        day: 8,
        reason:
          '最终用户和最终用途证明缺少最终用户签章，请补正后重新提交。 / The end-user and end-use certificate bears no signature of the end user; please add it and submit again.',
      },
    },
    content: (today) => filled('GDR-2026-040', '林晓岚', MAGNETS, today),
  },
  {
    contract: 'PDE-2026-129',
    exporter: 'exporter2',
    walk: { create: 6, submit: 4 },
    content: (today) => filled('PDE-2026-129', '周子谦', GRAPHITE, today),
  },
  {
    contract: 'GDR-2026-044',
    exporter: 'exporter1',
    walk: { create: 2 },
    content: (today) => {
      const { items, shipment, contract } = filled('GDR-2026-044', '林晓岚', DYSPROSIUM, today);
      return { ...(items && { items }), ...(shipment && { shipment }), ...(contract && { contract }) };
    },
  },
];
