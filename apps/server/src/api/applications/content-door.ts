// Takes in the sections of an application, from a form or as JSON, so that one answer names every fault: those of the form, and those of the content in
// the fields that could be read.
import { Injectable } from '@nestjs/common';
import { knownCodes, LoadedLaw, SaveContent, type Actor } from '#casework';
import { Clock, type Fault } from '#kernel';
import { checkContent, emptyContent, emptyItem, type ApplicationContent, type ApplicationItem, type Party } from '#licensing';
import { inputInvalid, inspectInput } from '../../http/validate-input';
import { ContentDto, sectionsOf } from './content.dto';

const EMPTY_ITEM: ApplicationItem = {
  ...emptyItem(),
  composition: [{ substance: '', massPercent: '' }],
  parameters: [{ property: '', value: '', unit: '' }],
};
const EMPTY_PARTY: Party = { id: '', role: 'importer', nameZh: '', nameEn: '', country: '', address: '', registrationNumber: '' };

/** The shape of the content: every field with its blank, and one row for each list. */
const SHAPE: ApplicationContent = { ...emptyContent(), items: [EMPTY_ITEM], parties: [EMPTY_PARTY] };

@Injectable()
export class ContentDoor {
  constructor(
    private readonly law: LoadedLaw,
    private readonly clock: Clock,
    private readonly saving: SaveContent,
  ) {}

  /**
   * Replaces the sections of the input, a ContentDto not yet checked; returns the new version. Throws Refusal `input-invalid` with the faults of the form and
   * those of the content beside them, else what SaveContent throws.
   */
  async save(actor: Actor, id: string, input: unknown): Promise<{ version: number }> {
    const { instance, faults } = inspectInput(ContentDto, input);
    if (faults.length > 0) throw inputInvalid([...faults, ...this.contentFaults(input, faults)]);
    return this.saving.execute(actor, id, instance.version, sectionsOf(instance));
  }

  private contentFaults(input: unknown, faults: readonly Fault[]): Fault[] {
    const wrong = new Set(faults.map(({ at }) => at));
    const content = readable(SHAPE, input, '', wrong) as ApplicationContent;
    return checkContent(
      { ...content, items: content.items.map(withPlace), parties: content.parties.map(withPlace) },
      knownCodes(this.law.rulebook, this.clock.today()),
    ).filter(({ at }) => !wrong.has(at));
  }
}

/** The value in the shape, with the blank of the shape for everything that is absent, of another type, or wrong. */
function readable(shape: unknown, value: unknown, at: string, wrong: ReadonlySet<string | undefined>): unknown {
  const under = (step: string | number) => (at === '' ? String(step) : `${at}.${step}`);
  if (Array.isArray(shape)) {
    const rows: unknown[] = Array.isArray(value) && !wrong.has(at) ? value : [];
    return rows.map((row, index) => readable(shape[0], row, under(index), wrong));
  }
  if (typeof shape === 'object' && shape !== null) {
    const given = new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
    return Object.fromEntries(
      Object.entries(shape).map(([key, blank]) => [key, readable(blank, given.get(key), under(key), wrong)]),
    );
  }
  if (typeof value !== typeof shape || wrong.has(at)) return shape;
  return typeof value === 'string' ? value.trim() : value;
}

/** A new row has no identifier yet; its place tells it from the others. */
function withPlace<Row extends { id: string }>(row: Row, index: number): Row {
  return { ...row, id: row.id || String(index) };
}
