// A case driven through the JSON API by the people of the demo: each step is the request that the person would send.
import { randomUUID } from 'node:crypto';
import { addDays } from '#kernel';
import type { AdviceLine, ApplicationItem } from '#licensing';
import { aParty, anItem, completeContent } from '../builders/content';
import { pdfBytes } from '../builders/paper-bytes';
import type { RunningLicet } from '../harness/running-licet';
import type { DemoPersonKey } from '../../apps/cli/src/demo/demo-people';
import { ApiPerson } from './api-person';

export type Line = Partial<AdviceLine> & Pick<AdviceLine, 'itemId'>;

export class CaseByApi {
  private readonly people = new Map<DemoPersonKey, ApiPerson>();

  constructor(readonly licet: RunningLicet) {}

  async as(who: DemoPersonKey): Promise<ApiPerson> {
    const person = this.people.get(who) ?? (await ApiPerson.signIn(this.licet, who));
    this.people.set(who, person);
    return person;
  }

  /** A draft of exporter1 with the items, complete but not filed. */
  async draft(items: readonly ApplicationItem[] = [anItem({ id: randomUUID() })]): Promise<string> {
    const exporter = await this.as('exporter1');
    const { id } = (await exporter.ask('post', '/applications')).body as { id: string };
    const content = completeContent();
    const { applicant } = (await exporter.get(`/applications/${id}`)).body.content;
    const saved = await exporter.ask('patch', `/applications/${id}`, {
      version: 1,
      ...content,
      contract: { ...content.contract, date: addDays(this.licet.gateways.clock.today(), -20) },
      items,
      parties: [aParty({ id: randomUUID(), role: 'importer' }), aParty({ id: randomUUID() })],
      applicant: { ...applicant, legalRepresentative: '陈立', managers: '陈立' },
    });
    expect(saved.status).toBe(200);
    for (const kind of ['A2', 'A3', 'A4', 'A5'])
      expect((await exporter.paper(id, kind, pdfBytes(`${kind} of ${id}`))).status).toBe(201);
    return id;
  }

  /** Makes the moves in order; each must succeed. */
  async moves(id: string, ...steps: readonly (readonly [DemoPersonKey, string, object?])[]): Promise<void> {
    for (const [who, name, input] of steps) {
      const answer = await (await this.as(who)).move(id, name, input);
      expect({ name, status: answer.status, code: answer.body.code }).toEqual({ name, status: 200, code: undefined });
    }
  }

  /** Filed, through the province, accepted, in review. */
  async inReview(items?: readonly ApplicationItem[]): Promise<string> {
    const id = await this.draft(items);
    await this.moves(id, ['exporter1', 'submit'], ...TO_REVIEW);
    return id;
  }

  /** In review, both teams done: lines as given, else approval of every item. */
  async reviewed(items?: readonly ApplicationItem[], lines?: readonly Line[]): Promise<string> {
    const id = await this.inReview(items);
    await this.finish(id, 'lead1', lines);
    await this.finish(id, 'lead2', lines);
    return id;
  }

  /** The team lead's advice, with which the case leaves the queue. */
  async finish(id: string, lead: 'lead1' | 'lead2', lines?: readonly Line[]) {
    const person = await this.as(lead);
    const place = (await this.places(id)).find((row) => row.queue === (lead === 'lead1' ? 'Technical review' : 'Policy review'));
    return person.ask('post', `/places/${place?.id}/finish`, { lines: await this.lines(id, lines), seen: [] });
  }

  /** Names of the queues on which the case stands, in alphabetical order. */
  async queues(id: string): Promise<string[]> {
    return (await this.places(id)).map(({ queue }) => queue).sort();
  }

  async places(id: string): Promise<{ id: string; queue: string }[]> {
    const { places } = (await (await this.as('manager')).get(`/applications/${id}`)).body as {
      places: { id: string; queue: { en: string }; leftAt: string | null }[];
    };
    return places.filter(({ leftAt }) => leftAt === null).map((place) => ({ id: place.id, queue: place.queue.en }));
  }

  /** Whole lines: approval with the exporter's code for what is not said. */
  async lines(id: string, lines?: readonly Line[]): Promise<AdviceLine[]> {
    const { content } = (await (await this.as('manager')).get(`/applications/${id}`)).body as {
      content: { items: ApplicationItem[] };
    };
    return content.items.map(({ id: itemId, controlCode }) => ({
      itemId,
      verdict: 'approve',
      controlCode,
      conditions: [],
      criteria: [],
      reason: 'The papers agree.',
      ...lines?.find((line) => line.itemId === itemId),
    }));
  }

  /** The case officer records that the items found not controlled were compared with the official list. */
  async compare(id: string, lines: readonly Line[] = []): Promise<void> {
    const officer = await this.as('officer');
    for (const { itemId, verdict } of lines) {
      if (verdict !== 'not-controlled') continue;
      const check = { itemId, edition: '2026', note: '' };
      expect((await officer.ask('post', `/applications/${id}/list-checks`, check)).status).toBe(204);
    }
  }

  /** The case officer's final advice, once what is not controlled was compared with the list. */
  async advise(id: string, lines?: readonly Line[]) {
    await this.compare(id, lines);
    return (await this.as('officer')).move(id, 'advise', { advice: { lines: await this.lines(id, lines) } });
  }

  async prepare(id: string, kind: string, facts: object = {}) {
    const officer = await this.as('officer');
    const { version } = (await officer.get(`/applications/${id}`)).body;
    return officer.ask('post', `/applications/${id}/documents`, { version, kind, ...facts });
  }

  validity() {
    const today = this.licet.gateways.clock.today();
    return { validFrom: today, validTo: addDays(today, 180) };
  }
}

const TO_REVIEW = [
  ['province', 'receive'],
  ['province', 'check'],
  ['province', 'forward'],
  ['officer', 'accept'],
  ['officer', 'start-review'],
] as const;
