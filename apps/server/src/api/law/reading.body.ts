// A recorded reading of an unsettled measure, as it is answered.
import type { PageOf, ReadingView } from '#casework';
import { READING_WORDS } from '#regulation';
import { BilingualBody } from '../openapi/bilingual.body';
import { OutEnum, OutId, OutList, OutMoment, OutOne, OutText } from '../openapi/out';

export class ReadingActBody {
  @OutText({ nullable: true })
  personName: string | null;
  @OutMoment()
  at: string;
  @OutText({ nullable: true })
  reason: string | null;
}

export class LawReadingBody {
  @OutId()
  id: string;
  @OutText()
  measure: string;
  @OutOne(() => BilingualBody)
  instrument: BilingualBody;
  @OutOne(() => BilingualBody, { nullable: true, description: 'What the measure does; null where the loaded law has none such' })
  what: BilingualBody | null;
  @OutEnum(READING_WORDS, {
    description: 'lapsed: the measure applies · extended: it stands suspended · stricter: the graver of both',
  })
  reading: ReadingView['reading'];
  @OutEnum(['proposed', 'standing', 'early', 'no-longer-needed', 'withdrawn'])
  state: ReadingView['state'];
  @OutOne(() => ReadingActBody)
  proposed: ReadingActBody;
  @OutOne(() => ReadingActBody, { nullable: true, description: 'By another person than the one who proposed it' })
  confirmed: ReadingActBody | null;
  @OutOne(() => ReadingActBody, { nullable: true })
  withdrawn: ReadingActBody | null;
}

export class ReadingPageBody {
  @OutList(() => LawReadingBody)
  rows: LawReadingBody[];
  @OutText({ nullable: true, description: 'To be sent as `after` for the next page' })
  next: string | null;
}

export function readingPageBody({ rows, next }: PageOf<ReadingView>): ReadingPageBody {
  return { rows: rows.map(readingBody), next };
}

export function readingBody(view: ReadingView): LawReadingBody {
  const { id, measure, instrument, what, reading, state } = view;
  const act = (personName: string | null, at: string, reason: string | null) => ({ personName, at, reason });
  return {
    id,
    measure,
    instrument,
    what,
    reading,
    state,
    proposed: act(view.proposedByName, view.proposedAt, view.reason),
    confirmed: view.confirmedAt && act(view.confirmedByName, view.confirmedAt, null),
    withdrawn: view.withdrawnAt && act(view.withdrawnByName, view.withdrawnAt, view.withdrawalReason),
  };
}
