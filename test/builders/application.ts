// Makes applications that could exist, by walking the transition table with the right people: `anApplication(house).advised().build()`.
import { addDays } from '#kernel';
import {
  ConfirmListCheck,
  CreateApplication,
  GiveAdvice,
  MakeMove,
  Papers,
  PrepareDocument,
  ReadApplication,
  SaveContent,
  type Actor,
  type ApplicationRecord,
  type MoveCommand,
} from '#casework';
import {
  applicationLife,
  applicationMoves,
  type ApplicationContent,
  type ApplicationItem,
  type ApplicationMove,
  type ApplicationMoveName,
  type ApplicationStatus,
  type PaperKind,
  type Role,
  type Verdict,
  type AdviceLine,
  type Mover,
} from '#licensing';
import { completeContent } from './content';
import type { CaseScene } from './house';
import { pdfBytes } from './paper-bytes';

/** Roles of those who move a case. */
type CaseMover = Exclude<Role, 'reviewer' | 'team-lead' | 'auditor' | 'administrator'>;

const MOVES: readonly ApplicationMove[] = applicationMoves;

export class ApplicationBuilder {
  private target: ApplicationStatus = 'draft';
  private owner: Actor;
  private content: ApplicationContent = completeContent();
  private papers: readonly PaperKind[] = ['A2', 'A3', 'A4', 'A5'];
  private verdict: Verdict = 'approve';
  private procedure: string | undefined;
  private readonly movers: Partial<Record<CaseMover, Actor>> = {};

  constructor(private readonly house: CaseScene) {
    this.owner = house.exporter;
  }

  with(...items: ApplicationItem[]): this {
    return this.stating({ items });
  }

  stating(change: Partial<ApplicationContent>): this {
    this.content = { ...this.content, ...change };
    return this;
  }

  withPapers(...kinds: PaperKind[]): this {
    this.papers = kinds;
    return this;
  }

  of(exporter: Actor): this {
    this.owner = exporter;

    return this;
  }

  /** By which procedure it runs, where several are loaded. */
  under(procedure: string): this {
    this.procedure = procedure;
    return this;
  }

  /** Who makes the moves of a role, where it is not the house's first. */
  by(role: CaseMover, person: Actor): this {
    this.movers[role] = person;
    return this;
  }

  /** The verdict of every line in the advice of each level. */
  advising(verdict: Verdict): this {
    this.verdict = verdict;
    return this;
  }

  /** Where the shortest walk of the table shall end. */
  at(status: ApplicationStatus): this {
    this.target = status;
    return this;
  }

  submitted = () => this.at('submitted');
  returned = () => this.at('returned');
  accepted = () => this.at('accepted');
  inReview = () => this.at('in-review');
  reviewed = () => this.at('reviewed');
  advised = () => this.at('advised');
  countersigned = () => this.at('countersigned');
  decided = () => this.at('decided');
  published = () => this.at('published');
  closed = () => this.at('closed');
  withdrawn = () => this.at('withdrawn');

  async build(): Promise<ApplicationRecord> {
    const { house } = this;
    const begun = await house.get(CreateApplication).execute(this.owner, this.procedure);
    const { id, version } = begun;
    const sections = this.content;
    const { nameZh, nameEn, creditCode } = begun.content.applicant;
    const applicant = { ...sections.applicant, nameZh, nameEn, creditCode };
    await house.get(SaveContent).execute(this.owner, id, version, { ...sections, applicant });
    for (const kind of this.papers) {
      await house.get(Papers).add(this.owner, id, { kind, fileName: `${kind}.pdf`, bytes: pdfBytes(`${kind} ${id}`) });
    }
    for (const move of walkTo(this.target)) await this.take(id, move);
    return present(house, id);
  }

  private async take(id: string, move: ApplicationMove): Promise<void> {
    const { house, content, verdict } = this;
    if (move.name === 'conclude-review') return finishReviews(house, id, verdict);
    if (move.name === 'advise' && verdict === 'not-controlled') await compareItems(house, id, this.mover(move));
    if (move.name === 'finalise') await prepareDocuments(house, id, this.mover(move));
    await makeMove(house, this.mover(move), id, move.name, inputFor(move, content, verdict));
  }

  private mover(move: ApplicationMove): Actor {
    const [role] = move.by;
    if (!isCaseMover(role)) throw new Error(`Nobody makes ${move.name}`);
    return this.movers[role] ?? (role === 'exporter' ? this.owner : personOf(this.house, role));
  }
}

function isCaseMover(role: Mover | undefined): role is CaseMover {
  return role !== undefined && ['exporter', 'provincial-officer', 'case-officer', 'countersigner', 'manager'].includes(role);
}

function personOf(house: CaseScene, role: Exclude<CaseMover, 'exporter'>): Actor {
  const people = {
    'provincial-officer': house.provincialOfficer,
    'case-officer': house.caseOfficer,
    countersigner: house.countersigner,
    manager: house.manager,
  };
  return people[role];
}

export function anApplication(house: CaseScene): ApplicationBuilder {
  return new ApplicationBuilder(house);
}

/** The case as stored. */
export async function present(house: CaseScene, id: string): Promise<ApplicationRecord> {
  const application = await house.store.run({ kind: 'system' }, (tx) => tx.applications.find(id));
  if (!application) throw new Error(`There is no application ${id}`);
  return application;
}

/** The version of the case as the person reads it now. */
export async function versionTo(house: CaseScene, actor: Actor, id: string): Promise<number> {
  const { version, toldVersion } = await present(house, id);
  return actor.organisationKind === 'exporter' ? toldVersion : version;
}

/** Makes a move on the present version. */
export async function makeMove(
  house: CaseScene,
  actor: Actor,
  id: string,
  name: ApplicationMoveName,
  input: Omit<MoveCommand, 'version'> = {},
) {
  return house.get(MakeMove).execute(actor, id, name, { version: await versionTo(house, actor, id), ...input });
}

/** Gives the team's advice on every open place of the case until none is left; the last one concludes the review. */
export async function finishReviews(
  house: CaseScene,
  id: string,
  verdict: Verdict = 'approve',
  lead = house.teamLead,
): Promise<void> {
  for (let place = await openPlace(house, id); place !== null; place = await openPlace(house, id)) {
    const { content } = await present(house, id);
    await house.get(GiveAdvice).finish(lead, place, linesOn(content, verdict), await reviewersAdvice(house, id));
  }
}

/** The officer records for each item of the case that it was compared with the official list. */
export async function compareItems(house: CaseScene, id: string, officer = house.caseOfficer): Promise<void> {
  for (const { id: itemId } of (await present(house, id)).content.items)
    await house.get(ConfirmListCheck).execute(officer, id, { itemId, edition: '2026', note: '' });
}

/** Ids of all advice that reviewers have given on the case. */
export async function reviewersAdvice(house: Pick<CaseScene, 'store'>, id: string): Promise<string[]> {
  const advice = await house.store.run({ kind: 'system' }, (tx) => tx.reviews.advice(id));
  return advice.filter(({ level }) => level === 'reviewer').map((row) => row.id);
}

async function openPlace(house: CaseScene, id: string): Promise<string | null> {
  if ((await present(house, id)).status !== 'in-review') return null;
  const places = await house.store.run({ kind: 'system' }, (tx) => tx.places.ofApplication(id));
  return places.find(({ leftAt }) => leftAt === null)?.id ?? null;
}

/** Prepares every document of the decision with the least that it asks for. */
export async function prepareDocuments(house: CaseScene, id: string, officer = house.caseOfficer): Promise<void> {
  const view = await house.get(ReadApplication).execute(officer, id);
  if (view.for !== 'officer') throw new Error('Only an officer prepares documents');
  const today = house.clock.today();
  const facts = {
    licence: { validity: { from: today, to: addDays(today, 180) } },
    'refusal-letter': { grounds: { zh: '最终用途无法核实', en: 'The end use cannot be verified' } },
    'not-controlled-letter': {},
  };
  for (const { kind } of view.documents) {
    const { version } = await present(house, id);
    await house.get(PrepareDocument).execute(officer, id, { version, kind, facts: facts[kind] });
  }
}

/** The least that the move asks for. */
export function inputFor(
  move: ApplicationMove,
  content: ApplicationContent,
  verdict: Verdict = 'approve',
): Omit<MoveCommand, 'version'> {
  return {
    ...(move.asks.includes('reason') && { reason: `原因：${move.name}` }),
    ...(move.asks.includes('advice') && { advice: { lines: linesOn(content, verdict) } }),
  };
}

/** One line for each item, with the exporter's code where the verdict has one. */
export function linesOn(content: ApplicationContent, verdict: Verdict = 'approve'): AdviceLine[] {
  const bare = verdict === 'not-controlled' || verdict === 'refer';
  return content.items.map(({ id: itemId, controlCode }) => ({
    itemId,
    verdict,
    controlCode: bare ? '' : controlCode,
    conditions: verdict === 'approve-with-conditions' ? [{ zh: '仅限民用', en: 'Civil use only' }] : [],
    criteria: verdict === 'refuse' ? (['end-user-and-use'] as const) : [],
    reason: '内部意见：民用最终用途已核实',
  }));
}

/** The shortest way from a draft to the status. */
function walkTo(target: ApplicationStatus): ApplicationMove[] {
  const ways = new Map<ApplicationStatus, ApplicationMove[]>([[applicationLife.start, []]]);
  for (const [status, way] of ways) {
    for (const move of MOVES.filter(({ from }) => from.includes(status))) {
      if (!ways.has(move.to)) ways.set(move.to, [...way, move]);
    }
  }
  const way = ways.get(target);
  if (!way) throw new Error(`No way leads to ${target}`);
  return way;
}
