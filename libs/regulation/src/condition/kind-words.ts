// Chinese words for kinds of material and form that the law files name in English. General knowledge: they state identity, never a number.

export const KIND_WORDS_ZH: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  material: {
    metal: ['金属'],
    alloy: ['合金'],
    oxide: ['氧化物'],
    compound: ['化合物'],
    'Sm-Co permanent magnet': ['钐钴磁体', '钐钴永磁'],
    'Nd-Fe-B permanent magnet': ['钕铁硼', '钕磁铁', '钕磁体', '钕强磁'],
  },
  product: { 'unmanned aircraft': ['无人驾驶航空器', '无人机', '无人驾驶航空飞行器'] },
  'graphite type': { artificial: ['人造石墨'], 'natural flake': ['天然鳞片石墨', '天然石墨'] },
  'crystal form': { 'single crystal': ['单晶'], polycrystal: ['多晶'] },
  form: {
    target: ['靶', '靶材', '溅射靶'],
    powder: ['粉', '粉末'],
    granule: ['颗粒'],
    wire: ['丝'],
    plate: ['片', '板'],
    block: ['块'],
    ingot: ['锭'],
    magnet: ['磁体', '磁钢'],
    motor: ['电机', '马达'],
    rotor: ['转子'],
    stator: ['定子'],
    sensor: ['传感器'],
    loudspeaker: ['扬声器'],
    earphone: ['耳机'],
    phosphor: ['荧光粉'],
    crystal: ['晶体'],
    module: ['组件', '模组'],
    'milling cutter': ['铣刀'],
    drill: ['钻头'],
    insert: ['刀片'],
    scrap: ['废碎料', '废料'],
    'diamond compact': ['金刚石复合片'],
    gasket: ['垫片'],
    packing: ['盘根'],
    toy: ['玩具'],
    charger: ['充电器'],
    'phone case': ['手机壳', '手机套'],
  },
};

/** The trade's English words for a kind whose printed word is another. */
export const KIND_WORDS_EN: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  material: {
    'Nd-Fe-B permanent magnet': ['neodymium magnet', 'neodymium-iron-boron', 'neodymium permanent magnet', 'Nd-Fe-B magnet'],
  },
  product: {
    'unmanned aircraft': ['drone', 'UAV', 'UAS', 'unmanned aerial vehicle', 'quadcopter', 'multicopter'],
  },
};
