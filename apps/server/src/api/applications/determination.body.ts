// The determinations of an item as they are answered: of the day asked, as recorded, and who compared the item with the official list.
import type { DeterminationRecord, ItemDetermination, ListCheckRecord } from '#casework';
import { OutDay, OutEnum, OutFacts, OutId, OutList, OutMoment, OutOne, OutText } from '../openapi/out';
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

export class FactFaultBody {
  @OutText()
  code: string;
  @OutText({ nullable: true, description: 'Dotted path of the field of the application' })
  at: string | null;
  @OutFacts()
  facts: Readonly<Record<string, unknown>>;
}

export class ItemDeterminationBody {
  @OutId()
  itemId: string;
  @OutDay({ description: 'The legal day asked' })
  on: ItemDetermination['on'];
  @OutOne(() => DeterminationBody, {
    nullable: true,
    description: 'Null while the facts of the item cannot be right: see `faults`',
  })
  answer: DeterminationBody | null;
  @OutList(() => FactFaultBody, { description: 'What to mend before the item can be judged' })
  faults: FactFaultBody[];
  @OutList(() => RecordedDeterminationBody)
  recorded: RecordedDeterminationBody[];
  @OutList(() => ListCheckBody)
  listChecks: ListCheckBody[];
}

export function itemDeterminationBody(item: ItemDetermination): ItemDeterminationBody {
  const { itemId, on, answer, faults, recorded, listChecks } = item;
  return {
    itemId,
    on,
    answer: answer && determinationBody(answer),
    faults: faults.map(({ code, at, facts }) => ({ code, at: at ?? null, facts: facts ?? {} })),
    recorded: recorded.map(({ id, view, madeAt, answer: recordedAnswer }) => ({
      id,
      view,
      madeAt,
      answer: determinationBody(recordedAnswer),
    })),
    listChecks: listChecks.map(({ id, edition, note, on, personName }) => ({ id, edition, note, on, personName })),
  };
}
