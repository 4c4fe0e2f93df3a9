// Fills a new database with the demo: people, teams with queues and rules, six cases walked by the verbs, and a small product library. What is there already is left alone, so it may be run again.
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  actorOf,
  CaseworkSettings,
  CreateApplication,
  FileStore,
  GiveAdvice,
  HoldPlace,
  KeepProducts,
  LoadedLaw,
  LoadedProcedures,
  MakeMove,
  ManageRules,
  ManageTeams,
  Papers,
  Passwords,
  PrepareDocument,
  ReadQueues,
  SaveContent,
  SeedPerson,
  Store,
  USE_CASES,
  type Actor,
  type OrganisationRecord,
} from '#casework';
import { Clock } from '#kernel';
import { DEMO_CASES } from './demo-cases';
import { seedCasework } from './demo-casework';
import { DEMO_ORGANISATIONS, DEMO_PASSWORD, DEMO_PEOPLE, type DemoOrganisation, type DemoPersonKey } from './demo-people';
import { DEMO_PRODUCTS } from './demo-products';
import { StoryClock } from './story-clock';
import { walkCase } from './walk-case';

/** Days before now on which teams, queues and rules of the demo were made. */
const LONG_AGO = 60;

export interface DemoRooms {
  readonly store: Store;
  readonly files: FileStore;
  readonly passwords: Passwords;
  readonly settings: CaseworkSettings;
  readonly clock: Clock;
  readonly law: LoadedLaw;
  readonly procedures: LoadedProcedures;
}

/** What was added; zeros when the demo was there. Null: the database belongs to somebody else, and nothing was touched. */
export type Seeded = { readonly people: number; readonly cases: number; readonly products: number } | null;

export async function seedDemo(rooms: DemoRooms): Promise<Seeded> {
  const clock = new StoryClock(rooms.clock, rooms.law.calendar);
  const app = await NestFactory.createApplicationContext(DemoModule.with(rooms, clock), {
    logger: ['error'],
    abortOnError: false,
  });
  try {
    const seed = app.get(SeedPerson);
    const known = await rooms.store.run({ kind: 'system' }, (tx) => tx.people.organisations());
    const own = known.some(({ nameEn }) => nameEn === DEMO_ORGANISATIONS.authority.nameEn);
    if (!own && !(await seed.databaseIsNew())) return null;
    const { people, added } = await seedPeople(rooms.store, seed, known);
    clock.begin(LONG_AGO);
    await seedCasework(app.get(ManageTeams), app.get(ManageRules), people);
    // Stories are told in order, so as many as there are applications were begun; people's own applications only add to them.
    const missing = DEMO_CASES.slice(await rooms.store.run({ kind: 'system' }, (tx) => tx.applications.count({})));
    const verbs = {
      create: app.get(CreateApplication),
      save: app.get(SaveContent),
      papers: app.get(Papers),
      hold: app.get(HoldPlace),
      queues: app.get(ReadQueues),
      advice: app.get(GiveAdvice),
      documents: app.get(PrepareDocument),
      procedures: rooms.procedures,
      move: app.get(MakeMove),
    };
    for (const story of missing) await walkCase(verbs, clock, people, story);
    const products = await seedProducts(app.get(KeepProducts), people);
    return { people: added, cases: missing.length, products };
  } finally {
    await app.close();
  }
}

/** Gives each owner whose library is empty its products; the number added. */
async function seedProducts(keep: KeepProducts, people: Readonly<Record<DemoPersonKey, Actor>>): Promise<number> {
  let added = 0;
  for (const owner of new Set(DEMO_PRODUCTS.map((product) => product.owner))) {
    const { rows } = await keep.list(people[owner], { limit: 1 });
    if (rows.length > 0) continue;
    for (const { facts } of DEMO_PRODUCTS.filter((product) => product.owner === owner)) {
      await keep.create(people[owner], facts);
      added += 1;
    }
  }
  return added;
}

async function seedPeople(store: Store, seed: SeedPerson, known: readonly OrganisationRecord[]) {
  const organisations: Partial<Record<DemoOrganisation, OrganisationRecord>> = {};
  for (const [key, row] of Object.entries(DEMO_ORGANISATIONS) as [DemoOrganisation, Omit<OrganisationRecord, 'id'>][]) {
    organisations[key] = known.find(({ nameEn }) => nameEn === row.nameEn) ?? (await seed.organisation(row));
  }
  const people: Partial<Record<DemoPersonKey, Actor>> = {};
  let added = 0;
  for (const key of Object.keys(DEMO_PEOPLE) as DemoPersonKey[]) {
    const { email, name, role, organisation } = DEMO_PEOPLE[key];
    const home = (organisations as Record<DemoOrganisation, OrganisationRecord>)[organisation];
    const present = await store.run({ kind: 'system' }, (tx) => tx.people.findByEmail(email));
    people[key] = present
      ? actorOf(present, home)
      : await seed.person(home, { email, name, roles: [role], password: DEMO_PASSWORD });
    if (!present) added++;
  }
  return { people: people as Record<DemoPersonKey, Actor>, added };
}

@Module({})
class DemoModule {
  static with({ store, files, passwords, settings, law, procedures }: DemoRooms, clock: Clock): DynamicModule {
    return {
      module: DemoModule,
      providers: [
        { provide: Store, useValue: store },
        { provide: Clock, useValue: clock },
        { provide: FileStore, useValue: files },
        { provide: Passwords, useValue: passwords },
        { provide: CaseworkSettings, useValue: settings },
        { provide: LoadedLaw, useValue: law },
        { provide: LoadedProcedures, useValue: procedures },
        ...USE_CASES,
        SeedPerson,
      ],
    };
  }
}
