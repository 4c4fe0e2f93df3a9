// The lines of an advice as a form: what each line starts from, what was answered, what becomes of it, and at which field each fault belongs.
import type { Bilingual, Language } from '#kernel';
import {
  CONDITION_PICKLIST,
  favoursLicence,
  LIMITS,
  REASON_PICKLIST,
  VERDICTS,
  type AdviceLine,
  type ApplicationItem,
  type Verdict,
} from '#licensing';
import { say } from '../../http/words';
import type { FormAnswers } from './form-answers';
import { typedCode } from './typed-text';

/** One line as answered; nothing of it is judged yet. */
export interface LineAnswers {
  readonly verdict: string;
  readonly controlCode: string;
  /** Keys of standing conditions. */
  readonly standing: readonly string[];
  /** Conditions in free words, blank rows too. */
  readonly conditions: readonly Bilingual[];
  readonly criteria: readonly string[];
  /** Key of a standing reason; empty for none. */
  readonly phrase: string;
  readonly reason: string;
}

/** By item. */
export type WrittenLines = ReadonlyMap<string, LineAnswers>;

/** Rows that "add" gives more. */
const MORE_ROWS = 2;
const LINES = 'advice.lines';

/** Name of a field of the item's line, or of the line itself. */
export function lineField(itemId: string, field?: keyof LineAnswers): string {
  return field ? `${LINES}.${itemId}.${field}` : `${LINES}.${itemId}`;
}

/** What a line starts from: an earlier line where there is one, else the exporter's code and nothing decided. */
export function startOf(item: ApplicationItem, line?: Omit<AdviceLine, 'reason'> & { readonly reason?: string }): LineAnswers {
  if (!line)
    return {
      verdict: '',
      controlCode: item.controlCode,
      standing: [],
      conditions: [],
      criteria: [],
      phrase: '',
      reason: '',
    };
  const standing = CONDITION_PICKLIST.filter((phrase) => line.conditions.some((condition) => isSame(condition, phrase)));
  return {
    verdict: line.verdict,
    controlCode: line.controlCode || item.controlCode,
    standing: standing.map(({ key }) => key),
    conditions: line.conditions.filter((condition) => !standing.some((phrase) => isSame(condition, phrase))),
    criteria: line.criteria,
    phrase: '',
    reason: line.reason ?? '',
  };
}

/** Everything that the form holds, item by item. Rows beyond the limit are left to `refuseOthers`. */
export function writtenLines(answers: FormAnswers, items: readonly ApplicationItem[]): WrittenLines {
  return new Map(
    items.map(({ id }) => {
      const rows = answers.rowCount(lineField(id, 'conditions'), LIMITS.conditions);
      const conditions = Array.from({ length: rows }, (_unused, row) => ({
        zh: answers.trimmed(`${lineField(id, 'conditions')}.${row}.zh`),
        en: answers.trimmed(`${lineField(id, 'conditions')}.${row}.en`),
      }));
      return [
        id,
        {
          verdict: answers.text(lineField(id, 'verdict')),
          controlCode: answers.text(lineField(id, 'controlCode')),
          standing: answers.list(lineField(id, 'standing')),
          conditions,
          criteria: answers.list(lineField(id, 'criteria')),
          phrase: answers.text(lineField(id, 'phrase')),
          reason: answers.text(lineField(id, 'reason')),
        },
      ];
    }),
  );
}

/** Rows for free conditions to show: those there, one more to write in, and more where they were asked for; never more than an advice can hold. */
export function conditionRows(itemId: string, { conditions }: LineAnswers, add: string): number {
  const more = add === lineField(itemId, 'conditions') ? MORE_ROWS : 0;
  return Math.min(Math.max(conditions.length, 1) + more, LIMITS.conditions);
}

/** The marked lines assessed as that of the item, or where none is marked those without a verdict; each keeps its own code, and the others stay as they are. */
export function sameFor(written: WrittenLines, itemId: string, marked: readonly string[]): WrittenLines {
  const model = written.get(itemId);
  if (!model) return written;
  const others = marked.filter((id) => id !== itemId);
  const meant = (id: string, { verdict }: LineAnswers) => (others.length > 0 ? others.includes(id) : !verdict);
  return new Map(
    [...written].map(([id, line]) => [id, id !== itemId && meant(id, line) ? { ...model, controlCode: line.controlCode } : line]),
  );
}

export interface AdviceInputOfForm {
  readonly given: { readonly lines: readonly object[] };
  /** The field of the form to which a fault at `advice.lines.…` belongs, by id or by number of the line. */
  readonly placeOf: (at: string) => string;
}

/**
 * The lines as written: standing conditions before free ones, blank rows left out, the standing reason before the free one in the writer's language.
 * A verdict that bears no code takes none, as the form says; every other answer that does not fit its verdict is left in for the check to name.
 */
export function adviceInput(written: WrittenLines, language: Language): AdviceInputOfForm {
  const kept = new Map<string, string[]>();
  const ids = [...written.keys()];
  const lines = [...written].map(([itemId, line]) => {
    const picked = CONDITION_PICKLIST.filter(({ key }) => line.standing.includes(key));
    const free = line.conditions.flatMap((condition, row) => (condition.zh || condition.en ? [{ condition, row }] : []));
    kept.set(itemId, [
      ...picked.map(() => lineField(itemId, 'standing')),
      ...free.map(({ row }) => `${lineField(itemId, 'conditions')}.${row}`),
    ]);
    const phrase = REASON_PICKLIST.find(({ key }) => key === line.phrase);
    return {
      itemId,
      verdict: line.verdict,
      controlCode: bearsCode(line.verdict) ? typedCode(line.controlCode) : '',
      conditions: [...picked.map(({ zh, en }) => ({ zh, en })), ...free.map(({ condition }) => condition)],
      criteria: line.criteria,
      reason: [phrase && say(phrase, language), line.reason.trim()].filter(Boolean).join('\n'),
    };
  });
  const placeOf = (at: string) => {
    const [, , line = '', field, row, ...rest] = at.split('.');
    const itemId = /^\d+$/.test(line) ? (ids[Number(line)] ?? line) : line;
    if (!written.has(itemId)) return at;
    const place = field === 'conditions' && row !== undefined ? kept.get(itemId)?.[Number(row)] : undefined;
    if (place?.endsWith('.standing')) return place;
    if (place) return [place, ...rest].join('.');
    return field === undefined
      ? lineField(itemId, 'verdict')
      : [lineField(itemId), field, row, ...rest].filter(Boolean).join('.');
  };
  return { given: { lines }, placeOf };
}

function bearsCode(verdict: string): boolean {
  return !isVerdict(verdict) || favoursLicence(verdict) || verdict === 'refuse';
}

function isVerdict(text: string): text is Verdict {
  return (VERDICTS as readonly string[]).includes(text);
}

function isSame(a: Bilingual, b: Bilingual): boolean {
  return a.zh.trim() === b.zh && a.en.trim() === b.en;
}
