// Notes as they come in and as they are answered. Who wrote one stands by name only, where the reader may know it.
import {
  CASE_SIDES,
  MOST_MENTIONS,
  NOTE_AUDIENCES,
  type CaseSide,
  type NoteAudience,
  type NoteRecord,
  type PageOf,
} from '#casework';
import { LIMITS } from '#licensing';
import { Ids, OneOf, Text } from '../../http/fields';
import { OutEnum, OutId, OutList, OutMoment, OutText, OutTexts } from '../openapi/out';

export class NoteDto {
  @OneOf(NOTE_AUDIENCES)
  audience: NoteAudience;
  @Text({ min: 1, max: LIMITS.longText, multiline: true })
  text: string;
  @Ids({ max: MOST_MENTIONS, optional: true })
  mentionIds: string[] = [];
}

export class NoteBody {
  @OutId()
  id: string;
  @OutEnum(NOTE_AUDIENCES)
  audience: NoteAudience;
  @OutEnum(CASE_SIDES, { description: 'Whose note it is' })
  side: CaseSide;
  @OutText()
  text: string;
  @OutText({ nullable: true, description: 'Null for an applicant where the note is the authority’s' })
  authorName: string | null;
  @OutTexts({ description: 'Ids of the officers whom it names' })
  mentionIds: readonly string[];
  @OutMoment()
  at: string;
}

export class MentionBody extends NoteBody {
  @OutId()
  applicationId: string;
  @OutText()
  reference: string;
}

export class MentionPageBody {
  @OutList(() => MentionBody)
  rows: MentionBody[];
  @OutText({ nullable: true })
  next: string | null;
}

export class ColleagueBody {
  @OutId()
  id: string;
  @OutText()
  name: string;
}

export function noteBody({ id, audience, side, text, authorName, mentionIds, at }: NoteRecord): NoteBody {
  return { id, audience, side, text, authorName, mentionIds, at };
}

export function mentionPageBody({ rows, next }: PageOf<NoteRecord & { readonly reference: string }>): MentionPageBody {
  return {
    rows: rows.map((row) => ({ ...noteBody(row), applicationId: row.applicationId, reference: row.reference })),
    next,
  };
}
