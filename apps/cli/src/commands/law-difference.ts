// `licet law diff`: what differs between the law of two days, or between two states of knowledge of one day.
import { readLawTexts, repositoryRoot } from '#gateways';
import { isLocalDate, type LocalDate } from '#kernel';
import { differenceOf, loadRulebook, type LawDifference, type MeasureDifference } from '#regulation';
import { UsageError, type Command, type CommandInput } from '../command';

export const lawDifference: Command = {
  name: 'law diff',
  summary: 'Says what differs between the law of two days, each as known on a day (everything loaded, unless one is given).',
  options: {
    from: { type: 'string', placeholder: 'DAY', required: true, help: 'First day, YYYY-MM-DD.' },
    to: { type: 'string', placeholder: 'DAY', required: true, help: 'The day that is compared with it.' },
    'known-from': { type: 'string', placeholder: 'DAY', help: 'Day on which the law of the first day is known.' },
    'known-to': { type: 'string', placeholder: 'DAY', help: 'Day on which the law of the other day is known.' },
    zh: { type: 'boolean', help: 'Says it in Chinese.' },
    json: { type: 'boolean', help: 'Prints rows and sentences as one JSON object.' },
  },
  operands: [],
  run: async (input, terminal) => {
    const [from, to] = [dayOf(input, 'from'), dayOf(input, 'to')];
    const [knownFrom, knownTo] = [dayOf(input, 'known-from'), dayOf(input, 'known-to')];
    const rulebook = loadRulebook(await readLawTexts(repositoryRoot()));
    const point = (on: LocalDate | null, knownOn: LocalDate | null) => ({ on: on ?? rulebook.firstDay, knownOn });
    const difference = differenceOf(rulebook, point(from, knownFrom), point(to, knownTo));
    terminal.out(
      input.flags['json'] ? JSON.stringify(difference) : inWords(difference, input.flags['zh'] ? 'zh' : 'en').join('\n'),
    );
    return 0;
  },
};

/** Null where the option is not given; a required one always is. */
function dayOf({ texts }: CommandInput, option: string): LocalDate | null {
  const text = texts[option];
  if (text === undefined) return null;
  if (!isLocalDate(text)) throw new UsageError(`--${option} "${text}" is not a day; write YYYY-MM-DD`, lawDifference);
  return text;
}

function inWords({ sentences, measures, rulebookHash, asOf }: LawDifference, language: 'zh' | 'en'): string[] {
  const [opening, ...rest] = sentences.map((sentence) => sentence[language]);
  const rows = measures.map(({ measure, from, to }) => `  ${measure}: ${from.state} > ${to.state}`);
  const entries = measures.flatMap(entriesOf);
  const within =
    language === 'zh'
      ? `限已载入的法规（${asOf}以前公布），法规库 ${rulebookHash.slice(0, SHORT_HASH)}。`
      : `Within the loaded law, published up to ${asOf}; rulebook ${rulebookHash.slice(0, SHORT_HASH)}.`;
  return [
    opening ?? '',
    ...rest.map((line) => `- ${line}`),
    ...(rows.length > 0 ? ['', ...rows] : []),
    ...(entries.length > 0 ? ['', ...entries] : []),
    '',
    within,
  ];
}

/** Characters of the rulebook's hash that are shown. */
const SHORT_HASH = 12;

function entriesOf({ appear, go, codesAppear, codesGo }: MeasureDifference): string[] {
  return [
    ...appear.map(({ id }) => `  + ${id}`),
    ...go.map(({ id }) => `  - ${id}`),
    ...codesAppear.map((code) => `  + code ${code}`),
    ...codesGo.map((code) => `  - code ${code}`),
  ];
}
