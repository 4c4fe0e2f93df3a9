// Submission of complete drafts against a bare loop that sends the same statements as the same role with as many connections.
import type { ApplicationRecord } from '#casework';
import { anApplication, type ApplicationBuilder } from '../../builders/application';
import { anItem, aParty } from '../../builders/content';
import type { House } from '../../builders/house';
import { inFlight, type Sides } from '../in-turns';
import { load, requestBytes, type HttpCall } from '../load';
import { CALLERS, DATABASE_CONNECTIONS, openScene } from '../scene';
import { forSubject } from '../statements';

/** Drafts of one turn of one side. */
const DRAFTS = 200;

/** Shipments of one item to one customer that differ in quantity, value and lot: the law's answer is known from the first of them. */
export const httpSubmit = () => submissions((house, number) => anApplication(house).with(lot(number)));

/** Each draft names another customer, so that the law is asked anew each time. */
export const httpSubmitNewCustomers = () =>
  submissions((house, number) =>
    anApplication(house)
      .with(lot(number))
      .stating({
        parties: [aParty({ id: 'party-1', role: 'importer' }), aParty({ id: 'party-2', nameEn: `Customer ${number} K.K.` })],
      }),
  );

const lot = (number: number) =>
  anItem({ quantity: String(number), value: `${number}00.00`, specification: `Dy2O3, 99.9 %, lot ${number}` });

type Draft = (house: House, number: number) => ApplicationBuilder;

async function submissions(draft: Draft): Promise<Sides> {
  const scene = await openScene();
  const callFor = ({ id, version }: ApplicationRecord): HttpCall => ({
    method: 'POST',
    path: `/api/v1/applications/${id}/moves/submit`,
    headers: scene.session,
    body: { version },
  });
  let made = 0;
  const drafts = (count: number) => manyDrafts(count, () => draft(scene.house, (made += 1)).build());
  const [first] = await drafts(1);
  if (!first) throw new Error('There is no draft to submit');
  const statements = await scene.statementsOf(callFor(first));
  const known = new Set([scene.exporter.personId, scene.exporter.organisationId]);
  return {
    product: async () => {
      const requests = (await drafts(DRAFTS)).map((draft) => requestBytes(callFor(draft)));
      return load(scene.url, CALLERS, () => requests.pop() ?? null);
    },
    bare: async () =>
      scene.bare.ask<number>({
        order: 'loop',
        databaseUrl: scene.house.database.appUrl,
        connections: DATABASE_CONNECTIONS,
        inFlight: CALLERS,
        work: (await drafts(DRAFTS)).map(({ id }) => forSubject(statements, first.id, id, known)),
      }),
    close: () => scene.close(),
  };
}

async function manyDrafts(count: number, make: () => Promise<ApplicationRecord>): Promise<ApplicationRecord[]> {
  const made: ApplicationRecord[] = [];
  let begun = 0;
  await inFlight(8, async () => {
    while (begun++ < count) made.push(await make());
  });
  return made;
}
