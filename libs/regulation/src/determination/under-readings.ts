// What an answer becomes under recorded readings of unsettled measures: the finding stays undetermined and bears the reading, and the answer
// gets the status to work under. The law is judged once more as the readings take it to be.
import type { LawOnDay, MeasureState } from '../rulebook/rulebook';
import type { Determination, Finding } from './determination';
import { gravityOf, rankOf } from './gravity';
import { byKey, type Undated } from './holds-until';
import type { ReadingWord, RecordedReading } from './recorded-reading';
import type { Status } from './status';

interface Question<Answer> {
  readonly answer: Answer;
  readonly law: LawOnDay;
  /** Of several on one measure the last counts. */
  readonly readings: readonly RecordedReading[];
  /** The same determination under another law. */
  answerUnder(law: LawOnDay): Undated;
}

/** Only a finding that is undetermined takes a reading; everything else of the answer stays as it is. */
export function underReadings<Answer extends Undated>(question: Question<Answer>): Answer & Pick<Determination, 'workingStatus'> {
  const { answer, law, answerUnder } = question;
  const bearing = bearingReadings(question);
  if (bearing.size === 0) return { ...answer, workingStatus: null };
  const readAs = (stricter: MeasureState) =>
    answerUnder(lawReadAs(law, new Map([...bearing].map(([id, { reading }]) => [id, stateUnder(reading, stricter)]))));
  const hasStricter = [...bearing.values()].some(({ reading }) => reading === 'stricter');
  const operating = readAs('in-force');
  const ways = hasStricter ? [operating, readAs('suspended')] : [operating];
  const found = ways.map(({ findings }) => byKey(findings));
  const [gravest = operating] = [...ways].sort((a, b) => gravityOf(a) - gravityOf(b));
  const findings = new Map<Finding, Finding>();
  for (const [key, finding] of byKey(answer.findings)) {
    const recorded = finding.status === 'undetermined' ? bearing.get(finding.measure) : undefined;
    if (!recorded) continue;
    const statuses = found.map(
      (keyed, way) => keyed.get(key)?.status ?? statedStatus(finding, stateUnder(recorded.reading, STATES[way])),
    );
    const { reading, reason, by, confirmedBy, since } = recorded;
    findings.set(finding, { ...finding, underReading: { reading, status: graver(statuses), reason, by, confirmedBy, since } });
  }
  return {
    ...answer,
    findings: answer.findings.map((finding) => findings.get(finding) ?? finding),
    workingStatus: gravest.headline,
  };
}

/** The states that `stricter` weighs against each other. */
const STATES: readonly MeasureState[] = ['in-force', 'suspended'];

function bearingReadings({ answer, readings }: Question<Undated>): ReadonlyMap<string, RecordedReading> {
  const open = new Set(answer.findings.filter(({ status }) => status === 'undetermined').map(({ measure }) => measure));
  const known = readings.filter(({ since }) => answer.knownOn === null || since <= answer.knownOn);
  return new Map(known.filter(({ measure }) => open.has(measure)).map((reading) => [reading.measure, reading]));
}

function stateUnder(reading: ReadingWord, stricter: MeasureState = 'in-force'): MeasureState {
  if (reading === 'stricter') return stricter;
  return reading === 'lapsed' ? 'in-force' : 'suspended';
}

/** What the finding itself says of the state, where the other judgement has no finding of the kind. */
function statedStatus({ readings }: Finding, state: MeasureState): Status {
  return state === 'suspended' ? 'suspended' : (readings[0]?.status ?? 'review');
}

function graver(statuses: readonly Status[]): Status {
  return [...statuses].sort((a, b) => rankOf(a) - rankOf(b))[0] ?? 'undetermined';
}

function lawReadAs(law: LawOnDay, states: ReadonlyMap<string, MeasureState>): LawOnDay {
  const read = <Place extends { readonly measure: { readonly id: string }; readonly state: MeasureState }>(
    place: Place,
  ): Place => {
    const state = states.get(place.measure.id);
    return state === undefined ? place : { ...place, state };
  };
  return {
    ...law,
    measures: law.measures.map(read),
    measure: (id) => {
      const place = law.measure(id);
      return place && read(place);
    },
  };
}
