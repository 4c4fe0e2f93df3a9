// A difference of the law in sentences that a person reads: what begins, is suspended, ends or stands otherwise, instrument by instrument.
import type { Bilingual } from '#kernel';
import type { EntryMention, LawDifference, MeasureDifference } from './difference-rows';
import type { LawPoint } from './law-point';
import { STATE_WORDS } from './state-words';

type Rows = Pick<LawDifference, 'from' | 'to' | 'measures' | 'guidance'>;

/** Entries and codes that one sentence names; the rest is counted. */
const MOST_NAMED = 8;

/** Steps of time that have a word of their own, for a later day under the same knowledge; every other change is told by its two states. */
const STEPS: Readonly<Record<string, Bilingual>> = {
  'absent>in-force': { zh: '公布并开始施行', en: 'is published and applies' },
  'absent>not-yet-effective': { zh: '已公布，尚未施行', en: 'is published and does not apply yet' },
  'absent>suspended': { zh: '已公布，处于暂停实施期间', en: 'is published and stands suspended' },
  'not-yet-effective>in-force': { zh: '开始施行', en: 'begins to apply' },
  'not-yet-effective>suspended': {
    zh: '施行日到来，但处于暂停实施期间，并不开始施行',
    en: 'reaches its start inside a suspension: it does not begin to apply',
  },
  'in-force>suspended': { zh: '暂停实施', en: 'is suspended' },
  'suspended>in-force': { zh: '恢复施行', en: 'applies again' },
  'suspended>unsettled': {
    zh: '暂停期届满，是否恢复施行未定，需由人员核实',
    en: 'its suspension has run out and no loaded text says what holds: unsettled, to be looked at by a person',
  },
  'unsettled>in-force': { zh: '已确定施行', en: 'is settled: it applies' },
  'unsettled>suspended': { zh: '已确定暂停实施', en: 'is settled: it stands suspended' },
  'in-force>ended': { zh: '终止', en: 'ends' },
  'suspended>ended': { zh: '于暂停期间终止', en: 'ends while suspended' },
};

/** At least one sentence; `sizes` is the number of measures of each instrument. */
export function sentencesOf(rows: Rows, sizes: ReadonlyMap<string, number>): Bilingual[] {
  const { measures, guidance } = rows;
  const groups = new Map<string, MeasureDifference[]>();
  for (const row of measures) {
    const key = [row.instrument, row.from.state, row.to.state, row.from.why.en, row.to.why.en].join('|');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [
    opening(rows),
    ...[...groups.values()].flatMap((group) => changeOf(group, rows, sizes)),
    ...measures.filter(staysPublished).flatMap(entriesOf),
    ...guidance.map(({ title, change }) =>
      change === 'appears'
        ? { zh: `公布解答：${title.zh}。`, en: `Guidance comes out: ${title.en}.` }
        : { zh: `解答不再列入：${title.zh}。`, en: `Guidance is not there: ${title.en}.` },
    ),
  ];
}

function opening({ from, to, measures, guidance }: Rows): Bilingual {
  const [one, other] = [pointWords(from), pointWords(to)];
  if (measures.length + guidance.length === 0)
    return {
      zh: `${one.zh}与${other.zh}之间，已载入的法规没有差别。`,
      en: `Between ${one.en} and ${other.en} nothing of the loaded law differs.`,
    };
  const instruments = new Set(measures.map(({ instrument }) => instrument)).size;
  return {
    zh: `${one.zh}与${other.zh}之间，${instruments}份文件的${measures.length}项措施有差别${guidance.length > 0 ? `，另有${guidance.length}份解答` : ''}。`,
    en: `Between ${one.en} and ${other.en} ${counted(measures.length, 'measure')} of ${counted(instruments, 'instrument')} differ${guidance.length > 0 ? `, and ${counted(guidance.length, 'guidance text')}` : ''}.`,
  };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function pointWords({ on, knownOn }: LawPoint): Bilingual {
  return knownOn === null ? { zh: on, en: on } : { zh: `${on}（按${knownOn}所知）`, en: `${on} (as known on ${knownOn})` };
}

function changeOf(group: readonly MeasureDifference[], points: Rows, sizes: ReadonlyMap<string, number>): Bilingual[] {
  const [first] = group;
  if (!first) return [];
  const { from, to } = first;
  if (from.state === to.state && from.why.en === to.why.en && from.basis.join() === to.basis.join()) return [];
  const part = partOf(group, sizes.get(first.instrument) ?? group.length);
  const name = { zh: `${first.name.zh}${part.zh}`, en: `${first.name.en}${part.en}` };
  const step = STEPS[`${from.state}>${to.state}`];
  const inTime = points.from.knownOn === points.to.knownOn && points.from.on < points.to.on;
  if (step && inTime) return [{ zh: `${name.zh}：${step.zh}（${to.why.zh}）。`, en: `${name.en}: ${step.en} (${to.why.en}).` }];
  if (from.state === to.state) {
    const { zh, en } = STATE_WORDS[to.state];
    return [
      {
        zh: `${name.zh}：仍为“${zh}”，依据不同：先为${from.why.zh}，后为${to.why.zh}。`,
        en: `${name.en}: "${en}" on both, on another ground: first ${from.why.en}, then ${to.why.en}.`,
      },
    ];
  }
  const [old, now] = [STATE_WORDS[from.state], STATE_WORDS[to.state]];
  return [
    {
      zh: `${name.zh}：前者为“${old.zh}”（${from.why.zh}），后者为“${now.zh}”（${to.why.zh}）。`,
      en: `${name.en}: first "${old.en}" (${from.why.en}), then "${now.en}" (${to.why.en}).`,
    },
  ];
}

/** Which measures of the instrument are meant; nothing where it has one or all are. */
function partOf(group: readonly MeasureDifference[], size: number): Bilingual {
  if (group.length === size) return size === 1 ? { zh: '', en: '' } : { zh: `（${size}项措施）`, en: `, all ${size} measures` };
  const ids = group.map(({ measure }) => measure);
  return { zh: `（${ids.join('、')}）`, en: `, ${ids.join(', ')}` };
}

/** The measure stands at both points, so that its entries come or go by themselves. */
function staysPublished({ from, to }: MeasureDifference): boolean {
  return [from, to].every(({ state }) => state !== 'absent' && state !== 'ended');
}

function entriesOf(row: MeasureDifference): Bilingual[] {
  const say = (names: Bilingual, zh: string, en: string): Bilingual => ({
    zh: `${row.name.zh}（${row.measure}）：${zh}${names.zh}。`,
    en: `${row.name.en}, ${row.measure}: ${en} ${names.en}.`,
  });
  const plain = (codes: readonly string[]) => listed(codes.map((code) => ({ zh: code, en: code })));
  return [
    ...(row.appear.length > 0 ? [say(listed(row.appear.map(entryWords)), '新增条目：', 'entries that come:')] : []),
    ...(row.go.length > 0 ? [say(listed(row.go.map(entryWords)), '不再列入的条目：', 'entries that go:')] : []),
    ...(row.codesAppear.length > 0 ? [say(plain(row.codesAppear), '编码开始使用：', 'codes that come:')] : []),
    ...(row.codesGo.length > 0 ? [say(plain(row.codesGo), '编码不再使用：', 'codes that go:')] : []),
  ];
}

function entryWords({ code, nameZh, nameEn }: EntryMention): Bilingual {
  return code === null ? { zh: nameZh, en: nameEn } : { zh: `${code} ${nameZh}`, en: `${code} ${nameEn}` };
}

function listed(words: readonly Bilingual[]): Bilingual {
  const named = words.slice(0, MOST_NAMED);
  const more = words.length - named.length;
  return {
    zh: `${named.map(({ zh }) => zh).join('、')}${more > 0 ? `等${words.length}项` : ''}`,
    en: `${named.map(({ en }) => en).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  };
}
