// Makes applications that could exist, by walking the transition table with the right people: `anApplication(house).advised().build()`.
import { addDays } from '#kernel';
import {
  CreateApplication,
  MakeMove,
  Papers,
  SaveContent,
  type Actor,
  type ApplicationRecord,
  type MoveCommand,
} from '#casework';
import {
  applicationLife,
  applicationMoves,
  PAPER_KINDS,
  type ApplicationContent,
  type ApplicationItem,
  type ApplicationMove,
  type ApplicationMoveName,
  type ApplicationStatus,
  type PaperKind,
  type Recommendation,
} from '#licensing';
import { completeContent } from './content';
import type { CaseScene } from './house';
import { pdfBytes } from './paper-bytes';

type Mover = 'exporter' | 'reviewer' | 'countersigner' | 'manager';

const MOVES: readonly ApplicationMove[] = applicationMoves;

export class ApplicationBuilder {
  private target: ApplicationStatus = 'draft';
  private owner: Actor;
  private content: ApplicationContent = completeContent();
  private papers: readonly PaperKind[] = PAPER_KINDS;
  private recommendation: Recommendation = 'approve';
  private readonly movers: Partial<Record<Mover, Actor>> = {};

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

  /** Who makes the moves of a role, where it is not the house's first. */
  by(role: Mover, person: Actor): this {
    this.movers[role] = person;
    return this;
  }

  recommending(recommendation: Recommendation): this {
    this.recommendation = recommendation;
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
  advised = () => this.at('advised');
  countersigned = () => this.at('countersigned');
  granted = () => this.at('granted');
  refused = () => this.at('refused');
  closed = () => this.at('closed');
  withdrawn = () => this.at('withdrawn');

  async build(): Promise<ApplicationRecord> {
    const { house } = this;
    const begun = await house.get(CreateApplication).execute(this.owner);
    const { id, version } = begun;
    const sections = this.content;
    const { nameZh, nameEn, creditCode } = begun.content.applicant;
    const applicant = { ...sections.applicant, nameZh, nameEn, creditCode };
    await house.get(SaveContent).execute(this.owner, id, version, { ...sections, applicant });
    for (const kind of this.papers) {
      await house.get(Papers).add(this.owner, id, { kind, fileName: `${kind}.pdf`, bytes: pdfBytes(`${kind} ${id}`) });
    }
    for (const move of walkTo(this.target))
      await makeMove(house, this.mover(move), id, move.name, inputFor(house, move, this.content, this.recommendation));
    return present(house, id);
  }

  private mover(move: ApplicationMove): Actor {
    const [role] = move.by;
    if (role === undefined || role === 'administrator') throw new Error(`Nobody makes ${move.name}`);
    return this.movers[role] ?? (role === 'exporter' ? this.owner : this.house[role]);
  }
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

/** Makes a move on the present version. */
export async function makeMove(
  house: CaseScene,
  actor: Actor,
  id: string,
  name: ApplicationMoveName,
  input: Omit<MoveCommand, 'version'> = {},
) {
  return house.get(MakeMove).execute(actor, id, name, { version: (await present(house, id)).version, ...input });
}

/** The least that the move asks for. */
export function inputFor(
  house: CaseScene,
  move: ApplicationMove,
  content: ApplicationContent,
  recommendation: Recommendation = 'approve',
): Omit<MoveCommand, 'version'> {
  const today = house.clock.today();
  return {
    ...(move.asks.includes('reason') && { reason: `原因：${move.name}` }),
    ...(move.asks.includes('advice') && { advice: adviceOn(content, recommendation) }),
    ...(move.asks.includes('validity') && { validity: { from: today, to: addDays(today, 180) } }),
  };
}

/** Advice that takes over the exporter's codes. */
export function adviceOn(content: ApplicationContent, recommendation: Recommendation = 'approve') {
  return {
    recommendation,
    reasons: '内部意见：民用最终用途已核实',
    conditions: recommendation === 'approve-with-conditions' ? [{ zh: '仅限民用', en: 'Civil use only' }] : [],
    items: content.items.map(({ id, controlCode }) => ({ itemId: id, controlCode })),
  };
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
