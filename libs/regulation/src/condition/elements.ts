// The chemical elements: symbol, English names, Chinese name. Names in a product description are read with it.

const TABLE = `H hydrogen 氢;He helium 氦;Li lithium 锂;Be beryllium 铍;B boron 硼;C carbon 碳;N nitrogen 氮;O oxygen 氧;F fluorine 氟;Ne neon 氖;
Na sodium 钠;Mg magnesium 镁;Al aluminium,aluminum 铝;Si silicon 硅;P phosphorus 磷;S sulphur,sulfur 硫;Cl chlorine 氯;Ar argon 氩;K potassium 钾;
Ca calcium 钙;Sc scandium 钪;Ti titanium 钛;V vanadium 钒;Cr chromium 铬;Mn manganese 锰;Fe iron 铁;Co cobalt 钴;Ni nickel 镍;Cu copper 铜;
Zn zinc 锌;Ga gallium 镓;Ge germanium 锗;As arsenic 砷;Se selenium 硒;Br bromine 溴;Kr krypton 氪;Rb rubidium 铷;Sr strontium 锶;Y yttrium 钇;
Zr zirconium 锆;Nb niobium 铌;Mo molybdenum 钼;Tc technetium 锝;Ru ruthenium 钌;Rh rhodium 铑;Pd palladium 钯;Ag silver 银;Cd cadmium 镉;
In indium 铟;Sn tin 锡;Sb antimony 锑;Te tellurium 碲;I iodine 碘;Xe xenon 氙;Cs caesium,cesium 铯;Ba barium 钡;La lanthanum 镧;Ce cerium 铈;
Pr praseodymium 镨;Nd neodymium 钕;Pm promethium 钷;Sm samarium 钐;Eu europium 铕;Gd gadolinium 钆;Tb terbium 铽;Dy dysprosium 镝;Ho holmium 钬;
Er erbium 铒;Tm thulium 铥;Yb ytterbium 镱;Lu lutetium 镥;Hf hafnium 铪;Ta tantalum 钽;W tungsten 钨;Re rhenium 铼;Os osmium 锇;Ir iridium 铱;
Pt platinum 铂;Au gold 金;Hg mercury 汞;Tl thallium 铊;Pb lead 铅;Bi bismuth 铋;Po polonium 钋;Th thorium 钍;U uranium 铀;Pu plutonium 钚`;

export interface Element {
  readonly symbol: string;
  readonly en: readonly string[];
  readonly zh: string;
}

export const ELEMENTS: readonly Element[] = TABLE.replace(/\n/g, '')
  .split(';')
  .map((row) => {
    const [symbol = '', en = '', zh = ''] = row.split(' ');
    return { symbol, en: en.split(','), zh };
  });

const SYMBOLS = new Map(ELEMENTS.map((element) => [element.symbol, element]));
const BY_NAME = new Map(ELEMENTS.flatMap((element) => element.en.map((name) => [name, element.symbol])));

const CJK = /[\u3400-\u9fff]/;
/** Places in the table; a character that is a word of its own besides (金, metal) names no element. */
const PLACES_ZH = new Map(ELEMENTS.flatMap(({ zh }, place) => (zh === '金' ? [] : [[zh, place] as const])));
const CHINESE = new Set(ELEMENTS.map((element) => element.zh));

/** Scandium, yttrium and the lanthanides. */
export const RARE_EARTHS: readonly string[] = 'Sc Y La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu'.split(' ');

/** Elements whose presence beside a metal makes a compound, not an alloy. */
const NON_METALS = new Set('H N O F P S Cl Se Br I'.split(' '));

export function isElement(symbol: string): boolean {
  return SYMBOLS.has(symbol);
}

/** True for the Chinese name of an element. */
export function isElementName(character: string): boolean {
  return CHINESE.has(character);
}

export function elementNamed(word: string): string | undefined {
  return BY_NAME.get(word.toLowerCase());
}

export function elementOf(symbol: string): Element | undefined {
  return SYMBOLS.get(symbol);
}

/**
 * The elements of a formula or symbol (`Dy2O3` → Dy, O; `(NH4)10W12O41` → N, H, W, O; `InxGa1-xAs` → In, Ga, As).
 * Null when the text is no formula: every capital must begin an element and nothing but digits, dots, brackets and index letters may remain.
 */
export function elementsOfFormula(text: string): readonly string[] | null {
  const found: string[] = [];
  let rest = text.normalize('NFKC').trim();
  if (!/^[A-Z([]/.test(rest) || rest.length > 60) return null;
  while (rest.length > 0) {
    const filler = /^(?:[()[\]{}·.\-+\d]|[xyzδ](?![a-z]))+/.exec(rest)?.[0];
    if (filler) {
      rest = rest.slice(filler.length);
      continue;
    }
    const symbol = /^[A-Z][a-z]?/.exec(rest)?.[0];
    if (!symbol) return null;
    const whole = isElement(symbol) ? symbol : symbol.slice(0, 1);
    if (!isElement(whole)) return null;
    if (!found.includes(whole)) found.push(whole);
    rest = rest.slice(whole.length);
  }
  return found.length > 0 ? found : null;
}

/** True when the elements together make a chemical compound rather than a metal or an alloy. */
export function isCompound(elements: readonly string[]): boolean {
  return elements.length > 1 && elements.some((symbol) => NON_METALS.has(symbol));
}

/** Elements whose name stands in the text as a word of its own (English) or as a character (Chinese). */
export function namedElements(text: string): string[] {
  const found: string[] = [];
  for (const word of text.normalize('NFKC').split(/[^A-Za-z]+/)) {
    const symbol = BY_NAME.get(word.toLowerCase());
    if (symbol && !found.includes(symbol)) found.push(symbol);
  }
  if (!CJK.test(text)) return found;
  const places: number[] = [];
  for (const character of text) {
    const place = PLACES_ZH.get(character);
    if (place !== undefined) places.push(place);
  }
  for (const place of places.sort((a, b) => a - b)) {
    const symbol = ELEMENTS[place]?.symbol;
    if (symbol !== undefined && !found.includes(symbol)) found.push(symbol);
  }
  return found;
}

/** Elements that the text names in words (dysprosium, 镝) or as a chain of symbols (Nd-Fe-B). */
export function elementsNamedIn(text: string): string[] {
  const found = new Set<string>();
  for (const chain of text.normalize('NFKC').split(/[^A-Za-z-]+/)) {
    const parts = chain.split('-').filter(Boolean);
    const symbols = parts.length > 1 && parts.every((part) => elementOf(part)) ? parts : [];
    for (const symbol of symbols) found.add(symbol);
  }
  for (const symbol of namedElements(text)) found.add(symbol);
  return [...found];
}
