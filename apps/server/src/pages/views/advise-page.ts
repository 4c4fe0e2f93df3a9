// The advice form of every level: item by item the exporter's code, what the law says, what others advise, what may be taken over, and the line to write.
import type { AdviceRecord, OfficerView } from '#casework';
import {
  CONDITION_PICKLIST,
  LIMITS,
  proposal,
  REASON_PICKLIST,
  REVIEW_FACTORS,
  VERDICTS,
  type AdviceLevel,
  type ApplicationItem,
  type Proposal,
} from '#licensing';
import type { DescribedFault } from '../../http/refusals';
import { ADVICE_VERDICT, OPEN_MATTER } from '../../http/words';
import { conditionRows, lineField, startOf, type LineAnswers, type WrittenLines } from '../forms/advice-form';
import type { ChoiceField, Field, RowsField, SelectField, TextAreaField, TextField } from '../forms/field';
import { FormBuilder, type FormError } from '../forms/form-builder';
import type { NamePair, Voice } from '../rendering/voice';
import { offeredLine, offersOf, voicesOf, type OfferLine, type VoiceLine } from './advice-board';
import { quantityText, valueText } from './answers';
import { namePairOf, type ItemLawLine } from './law';
import type { Link } from './parts';

export interface AdviseItem {
  readonly id: string;
  readonly number: number;
  readonly name: NamePair;
  readonly amounts: string;
  readonly statedCode: string;
  readonly law: ItemLawLine | null;
  /** Why the line was left open; null where it starts from what all agree on. */
  readonly open: string | null;
  readonly voices: readonly VoiceLine[];
  readonly offers: readonly (OfferLine & { readonly use: string })[];
  readonly verdict: ChoiceField;
  readonly code: TextField;
  readonly standing: ChoiceField;
  readonly conditions: RowsField;
  readonly conditionsOpen: boolean;
  readonly criteria: ChoiceField;
  readonly criteriaOpen: boolean;
  readonly phrase: SelectField;
  readonly reason: TextAreaField;
  /** Value of the button that assesses other items as this one; null where there is one item. */
  readonly fill: string | null;
  /** The item is marked to be assessed as another. */
  readonly marked: boolean;
}

export interface AdviseView {
  readonly title: string;
  readonly about: string;
  readonly caption: string;
  readonly back: Link;
  readonly action: string;
  readonly version: number;
  /** Ids of the reviewers' advice that the page shows to a team; none at the other levels. */
  readonly seen: readonly string[];
  readonly errors: readonly FormError[];
  readonly items: readonly AdviseItem[];
  readonly submit: string;
}

export interface AdviseScene {
  readonly voice: Voice;
  readonly view: OfficerView;
  readonly level: AdviceLevel;
  /** Null for the final advice. */
  readonly teamId: string | null;
  readonly title: string;
  readonly action: string;
  readonly version: number;
  readonly law: readonly ItemLawLine[];
  readonly written: WrittenLines;
  /** Items marked to be assessed as another. */
  readonly marked: readonly string[];
  /** Value of the button that asked for more. */
  readonly add: string;
  readonly faults: readonly DescribedFault[];
}

/** What the adviser starts from: the final advice given before in the round, or what all agree on; a reviewer one's own standing advice. */
export function proposalFor(view: OfficerView, level: AdviceLevel, teamId: string | null, adviserId: string): Proposal {
  if (level === 'final') return view.board.proposal;
  if (level === 'team') return proposal(view.board.standing, 'team', teamId);
  const own = reviewersAdvice(view, teamId).find((one) => one.adviserId === adviserId);
  return { lines: own?.lines ?? [], open: [] };
}

/** The lines of the form before anything was written. `taken` names an offered line that the reader chose on the case page. */
export function startLines(
  view: OfficerView,
  { lines }: Proposal,
  taken: { readonly itemId: string; readonly source: string } | null,
): WrittenLines {
  return new Map(
    view.content.items.map((item) => {
      const offered = taken?.itemId === item.id ? offeredLine(view, item.id, taken.source) : null;
      return [item.id, startOf(item, offered ? { itemId: item.id, ...offered } : lines.find(({ itemId }) => itemId === item.id))];
    }),
  );
}

/** The lines as written, with the one that "use" names taken over. */
export function withOffer(view: OfficerView, written: WrittenLines, itemId: string, source: string): WrittenLines {
  const item = view.content.items.find(({ id }) => id === itemId);
  const offered = item && offeredLine(view, itemId, source);
  return item && offered ? new Map([...written, [itemId, startOf(item, { itemId, ...offered })]]) : written;
}

export function advisePage(scene: AdviseScene, open: Proposal['open']): AdviseView {
  const { voice, view, level, teamId, title, action, version, law, written, add, faults } = scene;
  const { t } = voice;
  const form = new FormBuilder(voice, (name) => valueIn(written, name), faults);
  const items = view.content.items.map((item, index) => adviseItem(scene, item, index, law[index] ?? null, form, add, open));
  return {
    title,
    about: t(`adviseAbout.${level === 'final' && isGivenAgain(view) ? 'again' : level}`),
    caption: view.reference,
    back: { href: `/cases/${view.id}`, text: view.reference },
    action,
    version,
    seen: level === 'team' ? reviewersAdvice(view, teamId).map(({ id }) => id) : [],
    errors: form.errors(items.flatMap(fieldsOf)),
    items,
    submit: title,
  };
}

function reviewersAdvice({ board }: OfficerView, teamId: string | null): AdviceRecord[] {
  return board.standing.filter((given) => given.level === 'reviewer' && given.teamId === teamId);
}

/** Final advice of the present round was sent back or reconsidered. */
function isGivenAgain({ advice, round }: OfficerView): boolean {
  return advice.some((given) => given.level === 'final' && given.round === round);
}

function adviseItem(
  { voice, view, level, teamId, written, marked, faults }: AdviseScene,
  item: ApplicationItem,
  index: number,
  law: ItemLawLine | null,
  form: FormBuilder,
  add: string,
  open: Proposal['open'],
): AdviseItem {
  const { t } = voice;
  const line = written.get(item.id) ?? startOf(item);
  const field = (name: keyof LineAnswers) => lineField(item.id, name);
  const wrong = (name: keyof LineAnswers) => faults.some(({ at }) => at?.startsWith(field(name)));
  const verdicts = VERDICTS.filter((verdict) => level !== 'final' || verdict !== 'refer');
  const left = open.find(({ itemId }) => itemId === item.id);
  return {
    id: item.id,
    number: index + 1,
    name: namePairOf(item, voice),
    amounts: [quantityText(item, voice), valueText(item)].filter(Boolean).join(' · '),
    statedCode: item.controlCode || t('answers.none'),
    law,
    open: left ? t('advise.open', { over: voice.list(left.over.map((matter) => voice.say(OPEN_MATTER[matter]))) }) : null,
    voices: voicesOf(view, item, voice).filter((_voice, place) => isBelow(view, item, place, level, teamId)),
    offers: offersOf(view, item, voice).map((offer) => ({ ...offer, use: `use.${item.id}.${offer.source}` })),
    verdict: form.choices(field('verdict'), {
      label: t('advise.verdict', { number: index + 1 }),
      type: 'radio',
      choices: verdicts.map((value) => ({ value, label: voice.say(ADVICE_VERDICT[value]), hint: null })),
    }),
    code: form.text(field('controlCode'), {
      label: t('advise.codeOf', { number: index + 1 }),
      hint: t('hint.codeCounts'),
      width: 'half',
    }),
    standing: form.choices(field('standing'), {
      label: t('advise.standing'),
      type: 'checkbox',
      choices: CONDITION_PICKLIST.map((phrase) => ({
        value: phrase.key,
        label: voice.say(phrase),
        hint: phrase.cite ? voice.cite(phrase.cite) : null,
      })),
      chosen: line.standing,
    }),
    conditions: form.rows(field('conditions'), {
      label: t('advise.free'),
      columns: [
        { key: 'zh', label: t('advise.conditionZh'), lang: 'zh' },
        { key: 'en', label: t('advise.conditionEn'), lang: 'en' },
      ],
      count: conditionRows(item.id, line, add),
      most: LIMITS.conditions,
      addLabel: t('advise.moreConditions'),
    }),
    conditionsOpen:
      line.verdict === 'approve-with-conditions' ||
      line.standing.length > 0 ||
      wrong('conditions') ||
      wrong('standing') ||
      add === field('conditions'),
    criteria: form.choices(field('criteria'), {
      label: t('advise.criteria'),
      type: 'checkbox',
      choices: REVIEW_FACTORS.map((factor) => ({ value: factor.key, label: voice.say(factor), hint: voice.cite(factor.cite) })),
      chosen: line.criteria,
    }),
    criteriaOpen: line.verdict === 'refuse' || line.criteria.length > 0 || wrong('criteria'),
    phrase: form.select(field('phrase'), {
      label: t('advise.phrase'),
      choices: REASON_PICKLIST.map((phrase) => ({ value: phrase.key, label: voice.say(phrase), hint: null })),
    }),
    reason: form.area(field('reason'), {
      label: t('advise.reason'),
      hint: t('hint.adviceReason', { max: LIMITS.reason }),
      rows: 3,
    }),
    fill: view.content.items.length > 1 ? `fill.${item.id}` : null,
    marked: marked.includes(item.id),
  };
}

/** Whether the standing voice is one that the adviser judges from: reviewers of the team for a team, teams for the final advice. */
function isBelow(
  { board }: OfficerView,
  item: ApplicationItem,
  place: number,
  level: AdviceLevel,
  teamId: string | null,
): boolean {
  const advice = board.standing.filter(({ lines }) => lines.some(({ itemId }) => itemId === item.id))[place];
  if (!advice) return false;
  return level === 'final' ? advice.level !== 'final' : advice.level === 'reviewer' && advice.teamId === teamId;
}

function fieldsOf({ verdict, code, standing, conditions, criteria, phrase, reason }: AdviseItem): Field[] {
  return [verdict, code, conditions, standing, criteria, phrase, reason];
}

/** The written text of a field by its dotted name. */
function valueIn(written: WrittenLines, name: string): string {
  const [, , itemId = '', field, row, language] = name.split('.');
  const line = written.get(itemId);
  if (!line || field === undefined) return '';
  if (field === 'conditions') {
    const condition = line.conditions[Number(row)];
    return language === 'zh' || language === 'en' ? (condition?.[language] ?? '') : '';
  }
  return field === 'verdict' || field === 'controlCode' || field === 'phrase' || field === 'reason' ? line[field] : '';
}
