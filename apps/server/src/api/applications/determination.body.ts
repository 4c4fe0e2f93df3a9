// The determinations of an item as they are answered: of the day asked, as recorded, and who compared the item with the official list.
import type { DeterminationRecord, ItemDetermination, ListCheckRecord } from '#casework';
import { OutDay, OutEnum, OutId, OutList, OutMoment, OutOne, OutText } from '../openapi/out';
import { DeterminationBody, determinationBody } from './law.body';

export class RecordedDeterminationBody {
  @OutId()
  id: string;
  @OutEnum(['exporter', 'reviewer'])
  view: DeterminationRecord['view'];
  @OutMoment()
  madeAt: string;
  @OutOne(() => DeterminationBody)
  answer: DeterminationBody;
}

export class ListCheckBody {
  @OutId()
  id: string;
  @OutText()
  edition: string;
  @OutText()
  note: string;
  @OutDay()
  on: ListCheckRecord['on'];
  @OutText({ nullable: true })
  personName: string | null;
}

export class ItemDeterminationBody {
  @OutId()
  itemId: string;
  @OutOne(() => DeterminationBody)
  answer: DeterminationBody;
  @OutList(() => RecordedDeterminationBody)
  recorded: RecordedDeterminationBody[];
  @OutList(() => ListCheckBody)
  listChecks: ListCheckBody[];
}

export function itemDeterminationBody({ itemId, answer, recorded, listChecks }: ItemDetermination): ItemDeterminationBody {
  return {
    itemId,
    answer: determinationBody(answer),
    recorded: recorded.map(({ id, view, madeAt, answer: recordedAnswer }) => ({
      id,
      view,
      madeAt,
      answer: determinationBody(recordedAnswer),
    })),
    listChecks: listChecks.map(({ id, edition, note, on, personName }) => ({ id, edition, note, on, personName })),
  };
}
