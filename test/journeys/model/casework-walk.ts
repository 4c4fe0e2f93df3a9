// Walks over the API of casework on one PostgreSQL: whatever is tried ends as the model foresees, and after each act the case is whole.
import fc from 'fast-check';
import type { Response } from 'supertest';
import type { LogEntry } from '#casework';
import { applicationMove, isWithAuthority, publicStage, type ApplicationStatus } from '#licensing';
import { actsOn, INTERNAL, ONWARD, type Act } from './case-acts';
import type { CaseModel } from './case-model';
import { beginCase, type WalkScene } from './walk-scene';

/** All that an exporter's view holds, before and after the decision. */
export const EXPORTER_KEYS: readonly string[] = [
  ...['id', 'reference', 'procedure', 'version', 'organisation', 'agent', 'content', 'attention', 'papers', 'requiredPapers'],
  ...['openMoves', 'clock', 'desk', 'createdAt', 'submittedAt', 'updatedAt', 'origin', 'amendment', 'decision', 'licence'],
  ...['letters', 'reasonGiven', 'for', 'status', 'editable', 'missing', 'mayReapply'],
].sort();

/** What the walks did, so that nobody trusts walks that came nowhere. */
export interface WalkCount {
  sequences: number;
  acts: number;
  refused: number;
  readonly made: Map<string, number>;
  readonly reached: Map<ApplicationStatus, number>;
}

export function newCount(): WalkCount {
  return { sequences: 0, acts: 0, refused: 0, made: new Map(), reached: new Map() };
}

interface Walk {
  model: CaseModel;
}

/** One act, chosen by lot among those that the case allows or that must fail. */
class TryAct implements fc.AsyncCommand<Walk, WalkScene> {
  private name = 'not run';

  constructor(
    private readonly lot: number,
    private readonly count: WalkCount,
  ) {}

  check(): boolean {
    return true;
  }

  async run(walk: Walk, scene: WalkScene): Promise<void> {
    const { model } = walk;
    const act = chosen(actsOn(scene, model, this.lot >> 8), this.lot);
    this.name = `${act.name} (${model.status}) → ${act.expected}`;
    const answer = await act.run();
    const code = codeOf(answer);
    if (code !== act.expected) throw new Error(`${act.name} out of ${model.status} ended as ${code}, not as ${act.expected}`);
    this.count.acts += 1;
    if (code === 'made') {
      const next = act.made(answer);
      const [verb = ''] = act.name.split(' by ');
      this.count.made.set(verb, (this.count.made.get(verb) ?? 0) + 1);
      this.count.reached.set(model.status, (this.count.reached.get(model.status) ?? 0) + 1);
      await requireWhole(scene, model);
      await requireNothingInternal(scene, model);
      if (next) await requireWhole(scene, (walk.model = next));
      return;
    }
    this.count.refused += 1;
    await requireWhole(scene, model);
  }

  toString(): string {
    return `${this.name} [${this.lot}]`;
  }
}

function chosen(acts: readonly Act[], lot: number): Act {
  let left = lot % acts.reduce((sum, { weight }) => sum + weight, 0);
  const act = acts.find(({ weight }) => (left -= weight) < 0);
  if (!act) throw new Error('Nothing can be tried');
  return act;
}

/** `made`, or the code of the refusal. Throws Error for a fault of the server. */
function codeOf({ status, body }: Response): string {
  if (status < 300) return 'made';
  const { code } = body as { code?: string };
  if (code === undefined || status >= 500) throw new Error(`Answered with ${status}: ${JSON.stringify(body)}`);
  return code;
}

/** Throws Error unless the case is as the model says and the invariants of casework hold. */
async function requireWhole(scene: WalkScene, model: CaseModel): Promise<void> {
  const { id } = model;
  const stored = await scene.home.store.run({ kind: 'system' }, async (tx) => ({
    application: await tx.applications.find(id),
    log: await tx.log.ofApplication(id),
    open: (await tx.places.ofApplication(id)).filter(({ leftAt }) => leftAt === null),
    licence: await tx.licences.ofApplication(id),
    signatures: await tx.reviews.countersignatures(id),
    advice: (await tx.reviews.advice(id)).filter(({ level }) => level === 'final'),
  }));
  const { application, log, open, licence, signatures, advice } = stored;
  same('status', application?.status, model.status);
  same('round', application?.round, model.round);
  const replayed = replay(log);
  same('replayed status', replayed.status, application?.status);
  same('replayed version', replayed.version, application?.version);
  same('replayed round', replayed.round, application?.round);
  same(
    'replayed signatures',
    replayed.signerIds,
    signatures.filter(({ adviceId }) => adviceId === advice.at(-1)?.id).map(({ signerId }) => signerId),
  );
  same(
    'places',
    sorted(open.map(({ queueId, holderId }) => `${queueId} ${String(holderId)}`)),
    sorted([...model.places].map(([queueId, holder]) => `${queueId} ${String(holder)}`)),
  );
  same('on a queue', open.length > 0, isWithAuthority(model.status));
  if (licence || model.status === 'decided' || model.status === 'published' || model.status === 'closed') {
    const standing = advice.at(-1);
    const signers = signatures
      .filter((row) => row.adviceId === standing?.id && row.outcome === 'signed')
      .map(({ signerId }) => signerId);
    const people = new Set([standing?.adviserId, ...signers]);
    same('people who decided', people.size >= 1 + model.asked && !people.has(undefined), true);
  }
}

/** The case as its log alone tells it, by the rows of the transition table. Throws Error for an entry that does not follow on the one before. */
function replay(log: readonly LogEntry[]) {
  const state = { status: 'draft' as ApplicationStatus, version: 0, round: 1, signerIds: [] as string[] };
  for (const { verb, payload, actorId } of log) {
    const row = applicationMove(verb);
    if (row) {
      same(`where ${verb} is possible`, row.from.includes(state.status), true);
      state.status = row.to;
      if (row.name === 'reopen-review') state.round += 1;
      if (row.name === 'advise') state.signerIds = [];
      if (row.by.includes('countersigner')) state.signerIds.push(String(actorId));
    }
    if (typeof payload['version'] === 'number') {
      same(`version of ${verb}`, payload['version'], state.version + 1);
      state.version += 1;
    }
  }
  return state;
}

async function requireNothingInternal({ home, as }: WalkScene, model: CaseModel): Promise<void> {
  const answer = await as(home.exporter).get(`/applications/${model.id}`);
  same('answer to the exporter', answer.status, 200);
  const view = answer.body as ExporterView;
  same('keys of the exporter’s view', sorted(Object.keys(view)), EXPORTER_KEYS);
  same('public stage', view.status, publicStage(model.status));
  const told = model.status === 'published' || model.status === 'closed';
  same('decision told', [view.decision !== null, view.licence !== null || view.letters.length > 0], [told, told]);
  requireNoWords(home, JSON.stringify(view));
}

interface ExporterView {
  readonly status: string;
  readonly decision: unknown;
  readonly licence: unknown;
  readonly letters: readonly unknown[];
}

/** What else the exporter can read of the case. */
const READ: readonly string[] = ['log', 'notes', 'determinations', 'papers'];

/** The rest of what the exporter can read, at the end of a walk. */
async function requireNothingInternalAnywhere({ home, as }: WalkScene, { id }: CaseModel): Promise<void> {
  for (const part of READ) {
    const { status, body } = await as(home.exporter).get(`/applications/${id}/${part}`);
    same(`answer to the exporter, ${part}`, status, 200);
    requireNoWords(home, JSON.stringify(body));
  }
}

function requireNoWords(home: WalkScene['home'], text: string): void {
  const officers = [home.caseOfficer, home.allRounder, home.countersigner, home.manager, home.teamLead, home.reviewer];
  const words = [INTERNAL, ...officers.flatMap(({ name, personId }) => [name, personId])];
  same(
    'internal words',
    words.filter((word) => text.includes(word)),
    [],
  );
}

function sorted(words: readonly string[]): string[] {
  return [...words].sort();
}

function same(what: string, found: unknown, wanted: unknown): void {
  const [is, should] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (is !== should) throw new Error(`${what}: ${is}, not ${should}`);
}

/** Where sequences begin, so that short ones come to the decision too. */
const BEGINNINGS: readonly ApplicationStatus[] = ['draft', 'reviewed'];

/** A case of the kind, led to the status by the acts that lead on. */
async function begun(scene: WalkScene, status: ApplicationStatus | undefined, kind: WalkScene['kinds'][number] | undefined) {
  if (!kind) throw new Error('There is no such kind of case');
  const model = await beginCase(scene, kind);
  while (model.status !== status) {
    const act = actsOn(scene, model, 0).find(({ weight, expected }) => weight >= ONWARD && expected === 'made');
    if (!act) throw new Error(`Nothing leads on from ${model.status}`);
    const answer = await act.run();
    same(`leading on by ${act.name}`, codeOf(answer), 'made');
    act.made(answer);
  }
  return model;
}

/** So many sequences of at most so many acts, drawn by the seed. Rejects with the shortest sequence that fails. */
export async function walkCases(
  scene: WalkScene,
  {
    seed,
    sequences,
    most,
    count,
  }: { readonly seed: number; readonly sequences: number; readonly most: number; readonly count: WalkCount },
): Promise<void> {
  const acts = fc.nat().map((lot) => new TryAct(lot, count));
  const property = fc.asyncProperty(
    fc.nat({ max: scene.kinds.length - 1 }),
    fc.nat({ max: BEGINNINGS.length - 1 }),
    fc.commands([acts], { maxCommands: most, size: 'max' }),
    async (place, late, commands) => {
      count.sequences += 1;
      const model = await begun(scene, BEGINNINGS[late], scene.kinds[place]);
      const walk = { model };
      await fc.asyncModelRun(() => ({ model: walk, real: scene }), commands);
      await requireNothingInternalAnywhere(scene, walk.model);
    },
  );
  await fc.assert(property, { seed, numRuns: sequences });
}
