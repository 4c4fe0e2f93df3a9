// Lists of an exporter's applications, the timeline and the results of acts, as they are answered.
import type { ListedApplication, LogVerb, PageOf, TimelineEntry } from '#casework';
import type { Language } from '#kernel';
import { APPLICATION_STATUSES, type ApplicationStatus, type PublicStage, type ReviewClock } from '#licensing';
import { reasonOf, timelineText } from '../../http/words';
import { BilingualBody } from '../openapi/bilingual.body';
import { OutEnum, OutFacts, OutId, OutInteger, OutList, OutMoment, OutOne, OutText } from '../openapi/out';
import { PUBLIC_STAGES } from './acts.dto';
import { ReviewClockBody } from './application.body';

export class ListedApplicationBody {
  @OutId()
  id: string;
  @OutText()
  reference: string;
  @OutText()
  procedure: string;
  @OutEnum(PUBLIC_STAGES)
  status: PublicStage;
  @OutInteger()
  version: number;
  @OutOne(() => BilingualBody)
  organisation: BilingualBody;
  @OutText({ description: 'ISO 3166 alpha-2; empty while nobody has said' })
  destination: string;
  @OutOne(() => BilingualBody)
  firstItem: BilingualBody;
  @OutInteger()
  itemCount: number;
  @OutMoment({ nullable: true })
  submittedAt: string | null;
  @OutMoment()
  updatedAt: string;
  @OutOne(() => ReviewClockBody, { nullable: true })
  clock: ReviewClock | null;
}

export class ApplicationPageBody {
  @OutList(() => ListedApplicationBody)
  rows: ListedApplicationBody[];
  @OutText({ nullable: true, description: 'To be sent as `after` for the next page' })
  next: string | null;
}

export class VersionBody {
  @OutInteger()
  version: number;
}

export class MovedBody extends VersionBody {
  @OutEnum(APPLICATION_STATUSES)
  status: ApplicationStatus;
}

export class TimelineEntryBody {
  @OutText()
  id: string;
  @OutMoment()
  at: string;
  @OutText()
  verb: LogVerb;
  @OutEnum(['applicant', 'authority', 'system'])
  side: TimelineEntry['side'];
  @OutText({ nullable: true })
  who: string | null;
  @OutText({ description: 'The sentence, in the language asked for' })
  text: string;
  @OutText({ nullable: true })
  reason: string | null;
  @OutFacts()
  payload: Readonly<Record<string, unknown>>;
}

export function applicationPageBody({ rows, next }: PageOf<ListedApplication>): ApplicationPageBody {
  return { rows: rows.map(listedBody), next };
}

function listedBody(row: ListedApplication): ListedApplicationBody {
  const {
    id,
    reference,
    procedure,
    status,
    version,
    organisation,
    destination,
    firstItem,
    itemCount,
    submittedAt,
    updatedAt,
    clock,
  } = row;
  return {
    id,
    reference,
    procedure,
    status,
    version,
    organisation,
    destination,
    firstItem,
    itemCount,
    submittedAt,
    updatedAt,
    clock,
  };
}

export function timelineEntryBody(entry: TimelineEntry, language: Language): TimelineEntryBody {
  const { id, at, verb, side, who, payload } = entry;
  return { id, at, verb, side, who, text: timelineText(entry, language), reason: reasonOf(entry), payload };
}
