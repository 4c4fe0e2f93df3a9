// What the facts state about an item, in the words that conditions test. Absent is unknown; only shares of 0 and statements say "not contained".
import { nodeOfFlag } from '../determination/end-use-flags';
import type { EndUseFacts, ItemFacts, StatedParameter, StatementFacts } from '../determination/facts';
import type { Rulebook } from '../rulebook/rulebook';
import { elementOf, elementsNamedIn, elementsOfFormula, isCompound, namedElements, RARE_EARTHS } from './elements';
import { KIND_WORDS_ZH } from './kind-words';
import { isInside, tokenKey, zhKey, type PhraseHit } from './phrases';
import { lexiconOf, STATED_BY_USE, type PhraseMeaning } from './lexicon';

/** direct: a parameter, form or composition; name: a word in the name or use; statement: somebody's statement. */
export type StatedBy = 'direct' | 'name' | 'statement';

export interface StatedValue {
  readonly value: string | number | boolean;
  readonly unit: string;
  readonly by: StatedBy;
}

export interface StatedItem {
  readonly kind: string;
  readonly hsCode: string | null;
  readonly statedCode: string | null;
  values(property: string): readonly StatedValue[];
  /** True contained, false not contained, undefined not stated. */
  element(symbol: string): boolean | undefined;
  readonly elements: readonly string[];
  /** Of these, the ones of the thing itself: of its composition and of the head of its name, not of what it comes with. */
  readonly ownElements: readonly string[];
  /** Formulas and substance names that the item holds. */
  readonly substances: readonly string[];
  readonly absentSubstances: readonly string[];
  /** Entries whose printed name stands in the name, whole or in a shorter form. */
  readonly printedNames: ReadonlySet<string>;
  /** Of these, the ones whose printed name stands there whole. */
  readonly wholeNames: ReadonlySet<string>;
  /** Entries that a synonym in the name points to. */
  readonly synonyms: ReadonlySet<string>;
  /** Formula and CAS tokens, whole, by their keys. */
  readonly tokens: ReadonlySet<string>;
  /** True when nothing at all is stated about the item; what it is for does not tell what it is. */
  readonly isEmpty: boolean;
}

/** Names of compounds: the ending of the partner that is no metal, or the word itself. */
const COMPOUND_NAME =
  /\b(antimonide|telluride|phosphide|arsenide|selenide|nitride|chloride|bromide|fluoride|iodide|sul(f|ph)ide|compound)s?\b|[锑碲磷砷硒氮氯溴氟碘硫]化|化合物/i;

/** Kinds of material that a form may state beside its shape. */
const MATERIAL_FORMS = new Set(['metal', 'alloy', 'oxide', 'compound', 'magnet', 'scrap', 'metal product']);

const PROCESS_NODE = 'logic process node';

export function statedItem(
  rulebook: Rulebook,
  item: ItemFacts,
  endUse: EndUseFacts | undefined,
  statements: readonly StatementFacts[],
): StatedItem {
  return new ItemStatements(rulebook, item, endUse, statements);
}

class ItemStatements implements StatedItem {
  readonly kind;
  readonly hsCode;
  readonly statedCode;
  readonly elements: string[] = [];
  readonly ownElements: string[] = [];
  readonly substances: string[] = [];
  readonly absentSubstances: string[] = [];
  readonly printedNames = new Set<string>();
  readonly wholeNames = new Set<string>();
  readonly synonyms = new Set<string>();
  readonly tokens = new Set<string>();
  readonly isEmpty: boolean;
  private readonly texts: readonly (string | undefined)[];
  private readonly byProperty = new Map<string, StatedValue[]>();
  private readonly absentElements = new Set<string>();

  constructor(
    private readonly rulebook: Rulebook,
    item: ItemFacts,
    endUse: EndUseFacts | undefined,
    statements: readonly StatementFacts[],
  ) {
    this.kind = item.kind ?? 'goods';
    this.texts = [item.name, item.nameZh, endUse?.text, ...(item.composition ?? []).map(({ substance }) => substance)];
    this.hsCode = item.hsCode?.replace(/\D/g, '') || null;
    this.statedCode = item.statedCode?.trim() || null;
    for (const parameter of item.parameters ?? []) this.parameter(parameter);
    if (item.form) this.form(item.form);
    this.composition(item.composition ?? []);
    for (const name of [item.name, item.nameZh]) if (name) this.name(name);
    for (const statement of statements) this.statement(statement);
    this.isEmpty =
      !item.name &&
      !item.nameZh &&
      !this.hsCode &&
      !this.statedCode &&
      this.byProperty.size === 0 &&
      this.substances.length === 0 &&
      statements.length === 0;
    if (endUse) this.endUse(endUse);
    this.implied();
  }

  values(property: string): readonly StatedValue[] {
    return this.byProperty.get(property) ?? [];
  }

  element(symbol: string): boolean | undefined {
    if (this.elements.includes(symbol)) return true;
    return this.absentElements.has(symbol) ? false : undefined;
  }

  private add(property: string, value: StatedValue['value'], unit: string, by: StatedBy): void {
    const list = this.byProperty.get(property) ?? [];
    if (!list.some((kept) => kept.value === value && kept.by === by))
      this.byProperty.set(property, [...list, { value, unit, by }]);
  }

  private parameter({ property, value, unit }: StatedParameter): void {
    this.add(property, value, unit, 'direct');
    if (property === 'form' && typeof value === 'string') this.form(value);
  }

  /** A form states the shape and, where one of its words is a kind of material, the material. */
  private form(form: string): void {
    const kinds = kindsInChinese(form);
    for (const value of kinds.form ?? []) this.add('form', value, 'text', 'direct');
    if ((kinds.form ?? []).length === 0) this.add('form', form, 'text', 'direct');
    const materials = [...(kinds.material ?? []), ...form.toLowerCase().split(/[^a-z]+/), form.trim().toLowerCase()].filter(
      (word) => MATERIAL_FORMS.has(word),
    );
    for (const kind of new Set(materials)) {
      this.add('material', kind, 'text', 'direct');
      if (kind === 'oxide') this.add('material', 'compound', 'text', 'direct');
    }
  }

  private composition(parts: NonNullable<ItemFacts['composition']>): void {
    const held: string[] = [];
    for (const { substance, massPercent } of parts) {
      const elements = elementsOfFormula(substance);
      if (massPercent !== undefined && Number(massPercent) === 0) {
        this.absent(substance);
        continue;
      }
      this.substances.push(substance);
      this.tokens.add(tokenKey(substance));
      for (const symbol of elements ?? []) this.hold(symbol);
      held.push(...(elements ?? []));
      if (elements && isCompound(elements)) this.add('material', 'compound', 'text', 'direct');
      if (!elements) this.name(substance);
      const only = elements?.length === 1 ? elementOf(elements[0] ?? '') : undefined;
      if (only && massPercent !== undefined && this.values(`${only.en[0] ?? ''} content`).length === 0)
        this.add(`${only.en[0] ?? ''} content`, massPercent, '% by weight', 'direct');
    }
    if (isCompound(held)) this.add('material', 'compound', 'text', 'direct');
  }

  private hold(symbol: string, own = true): void {
    if (!this.elements.includes(symbol)) this.elements.push(symbol);
    if (own && !this.ownElements.includes(symbol)) this.ownElements.push(symbol);
  }

  private absent(substance: string): void {
    this.absentSubstances.push(substance);
    const elements = elementsOfFormula(substance);
    if (elements?.length === 1 && elements[0]) this.absentElements.add(elements[0]);
  }

  private name(text: string): void {
    for (const hit of this.hitsIn(text)) {
      const { payload } = hit;
      if (payload.kind === 'printed-name') {
        this.printedNames.add(payload.entryId);
        if (payload.full) this.wholeNames.add(payload.entryId);
      } else if (payload.kind === 'synonym') this.synonyms.add(payload.entryId);
      else if ((payload.property !== 'form' || hit.isHead) && this.isMeant(text, payload.property))
        this.add(this.lineOrActivity(text, payload.property), payload.value, 'text', 'name');
    }
    if (COMPOUND_NAME.test(text)) this.add('material', 'compound', 'text', 'name');
    const [head = text] = text.split(/\b(?:with|containing|reinforced|for|using)\b|装有|含有|用于/i);
    const symbols = elementsNamedIn(text);
    const own = head === text ? symbols : elementsNamedIn(head);
    for (const symbol of symbols) this.hold(symbol, own.includes(symbol));
    for (const word of text.normalize('NFKC').split(/[\s,;:]+/))
      if (/^[A-Z([][A-Za-z0-9()[\]·.-]+$|^\d{2,7}-\d{2}-\d$|^[A-Z]$/.test(word))
        this.tokens.add(tokenKey(word.replace(/[.,]$/, '')));
  }

  private endUse({ text, flags, parameters }: EndUseFacts): void {
    for (const parameter of parameters ?? []) this.parameter(parameter);
    if (this.values(PROCESS_NODE).length === 0)
      for (const flag of flags ?? []) {
        const node = nodeOfFlag(flag);
        if (node !== undefined) this.add(PROCESS_NODE, node, 'nm', 'statement');
      }
    if (text === undefined) return;
    this.add('end use', text, 'text', 'name');
    this.use(text);
  }

  private use(text: string): void {
    for (const { payload } of this.hitsIn(text))
      if (payload.kind === 'value' && STATED_BY_USE.has(payload.property) && this.isMeant(text, payload.property))
        this.add(this.lineOrActivity(text, payload.property), payload.value, 'text', 'name');
  }

  /** Smelting or mining that names another metal, with no rare earth or magnet in sight, is no rare-earth activity. */
  private isMeant(text: string, property: string): boolean {
    return property !== 'rare-earth activity' || namedElements(text).length === 0 || speaksOfRareEarths(this.texts);
  }

  /** Words about a production line state what the line serves, not that the know-how of that activity is passed on. */
  private lineOrActivity(text: string, property: string): string {
    if (property !== 'rare-earth activity') return property;
    const line = this.rulebook.propertyWords['production line for']?.zh ?? [];
    return /production[- ]line/i.test(text) || line.some((word) => text.includes(word)) ? 'production line for' : property;
  }

  /** Hits in the text without those that lie inside a longer printed name, synonym or value of the same property. */
  private hitsIn(text: string): PhraseHit<PhraseMeaning>[] {
    const hits = lexiconOf(this.rulebook).find(text);
    return hits.filter((hit) => !hits.some((other) => isInside(hit, other) && displaces(other.payload, hit.payload)));
  }

  private statement({ predicate, ref }: StatementFacts): void {
    const refs = ref === undefined ? [] : typeof ref === 'string' ? [ref] : ref;
    if (predicate === 'test-report-shows-none-of') for (const substance of refs) this.absent(substance);
    if (predicate === 'only-rare-earth-contained')
      for (const symbol of RARE_EARTHS) if (!refs.includes(symbol)) this.absentElements.add(symbol);
    if (predicate === 'is-to-be-made-public') this.add('to be made public', true, 'boolean', 'statement');
  }

  /** What a stated value settles about other words (key implies of the property words), and production lines against activities. */
  private implied(): void {
    for (const { property, value, states } of implicationsOf(this.rulebook))
      if (this.values(property).some((stated) => stated.value === value))
        this.add(states.property, states.value, 'text', 'statement');
  }
}

interface Implication {
  readonly property: string;
  readonly value: string;
  readonly states: { readonly property: string; readonly value: string };
}

const implications = new WeakMap<Rulebook, readonly Implication[]>();

/** What the property words imply, in their order. */
function implicationsOf(rulebook: Rulebook): readonly Implication[] {
  const kept = implications.get(rulebook);
  if (kept) return kept;
  const made = Object.entries(rulebook.propertyWords).flatMap(([property, word]) =>
    (word.implies ?? []).map((implied) => ({ property, ...implied })),
  );
  implications.set(rulebook, made);
  return made;
}

function speaksOfRareEarths(texts: readonly (string | undefined)[]): boolean {
  return texts.some(
    (text) =>
      text !== undefined &&
      (/稀土|磁|rare[- ]?earth|magnet/i.test(text) ||
        [...namedElements(text), ...(elementsOfFormula(text) ?? [])].some((symbol) => RARE_EARTHS.includes(symbol))),
  );
}

function displaces(longer: PhraseMeaning, shorter: PhraseMeaning): boolean {
  if (shorter.kind !== 'value') return longer.kind !== 'value' || longer.property.startsWith('substance');
  if (longer.kind !== 'value') return false;
  if (shorter.property === 'material' && longer.property === 'substance class') return true;
  return longer.property === shorter.property && longer.value !== shorter.value;
}

/** Kinds of form and material that a Chinese text ends with, in the words of the law files. */
function kindsInChinese(text: string): Readonly<Record<string, readonly string[]>> {
  const key = zhKey(text);
  const ending = (property: string) =>
    Object.entries(KIND_WORDS_ZH[property] ?? {})
      .filter(([, words]) => words.some((word) => key.endsWith(word)))
      .map(([value]) => value);
  return { form: ending('form'), material: ending('material') };
}
