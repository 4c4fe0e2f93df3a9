// The frozen views that the letters of a decision are rendered from: the refusal (Export Control Law Art. 13, Decree 792 Art. 17) and "not controlled" (Decree 792 Art. 14).
import type { Bilingual } from '#kernel';
import { decisionOf, REVIEW_FACTORS, type Procedure } from '#licensing';
import type { PaperRecord } from '../records';
import type { DocumentFacts } from './decision-records';
import {
  decidedItems,
  decree792,
  destinationOf,
  EXPORT_CONTROL_LAW,
  itemHead,
  listBasis,
  paperHead,
  type PaperFacts,
} from './paper-parts';

export interface LetterFacts extends PaperFacts {
  readonly procedure: Procedure;
  readonly papers: readonly PaperRecord[];
  readonly facts: DocumentFacts;
}

/** Characters of a paper's hash that a letter names it by. */
const SHORT_HASH = 12;

const REFUSAL_BASIS: readonly Bilingual[] = [EXPORT_CONTROL_LAW, decree792('第十六条、第十七条', 'Articles 16 and 17')];

const NOT_CONTROLLED_BASIS: readonly Bilingual[] = [
  decree792('第十四条', 'Article 14'),
  {
    zh: '商务部《两用物项常见问题解答之三（参考海关商品编号等问题）》，供参考',
    en: 'MOFCOM FAQ 3, customs codes, for reference',
  },
];

/** The letter of refusal: the refused lines, every factor that speaks against one of them, the grounds told. Throws Error where no grounds were stated. */
export function refusalLetterView(letter: LetterFacts): object {
  const items = decidedItems(letter, decisionOf(letter.lines).refused);
  const { grounds } = letter.facts;
  if (!grounds) throw new Error(`The refusal letter ${letter.number} has no grounds`);
  return {
    ...letterHead(letter),
    destination: destinationOf(letter.application),
    items: items.map((decided) => ({ ...itemHead(decided), code: decided.advice.controlCode })),
    criteria: REVIEW_FACTORS.filter(({ key }) => items.some(({ advice }) => advice.criteria.includes(key))).map(
      ({ zh, en, cite }) => ({ zh, en, cite }),
    ),
    grounds: trimmed(grounds),
    legalBasis: [...REFUSAL_BASIS, ...listBasis(letter, items)],
  };
}

/** The letter "not controlled": the lines, the papers seen, the law as loaded on the day. */
export function notControlledLetterView(letter: LetterFacts): object {
  const { procedure, papers, rulebook } = letter;
  const names = new Map(procedure.papers.map(({ kind, name }) => [kind, name]));
  return {
    ...letterHead(letter),
    items: decidedItems(letter, decisionOf(letter.lines).notControlled).map((decided) => ({
      ...itemHead(decided),
      statedCode: decided.item.controlCode,
    })),
    papers: papers.map(({ kind, fileName, sha256 }) => ({
      kind,
      name: names.get(kind) ?? { zh: '其他材料', en: 'Other paper' },
      fileName,
      hash: sha256.slice(0, SHORT_HASH),
    })),
    lawHash: rulebook.hash,
    lawAsOf: rulebook.asOf,
    legalBasis: NOT_CONTROLLED_BASIS,
  };
}

function letterHead(letter: LetterFacts) {
  const remark = trimmed(letter.facts.remark ?? { zh: '', en: '' });
  return {
    ...paperHead(letter),
    reference: letter.application.reference,
    remark: remark.zh && remark.en ? remark : null,
  };
}

function trimmed({ zh, en }: Bilingual): Bilingual {
  return { zh: zh.trim(), en: en.trim() };
}
