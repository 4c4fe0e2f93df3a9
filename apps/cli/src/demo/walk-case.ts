// Walks a demo case to its status by the verbs that people use; no row is written past them.
import type {
  Actor,
  CreateApplication,
  GiveAdvice,
  HoldPlace,
  LoadedProcedures,
  MakeMove,
  MoveCommand,
  Papers,
  PrepareDocument,
  ReadQueues,
  SaveContent,
} from '#casework';
import { addDays, addMonths } from '#kernel';
import {
  papersFor,
  SINGLE_LICENCE_MONTHS,
  type AdviceLine,
  type ApplicationContent,
  type ApplicationMoveName,
  type PaperKind,
  type Verdict,
} from '#licensing';
import type { DemoCase } from './demo-cases';
import { demoPaper } from './demo-paper';
import type { DemoPersonKey } from './demo-people';
import type { StoryClock } from './story-clock';

export interface DemoVerbs {
  readonly create: CreateApplication;
  readonly save: SaveContent;
  readonly papers: Papers;
  readonly hold: HoldPlace;
  readonly queues: ReadQueues;
  readonly advice: GiveAdvice;
  readonly documents: PrepareDocument;
  readonly move: MakeMove;
  readonly procedures: LoadedProcedures;
}

const PAPER_NAMES: Readonly<Record<PaperKind, { file: string; heading: string }>> = {
  A2: { file: '身份证明.pdf', heading: 'Identity of the legal representative and the handler' },
  A3: { file: '合同.pdf', heading: 'Sales contract' },
  A4: { file: '技术说明.pdf', heading: 'Technical description and test report' },
  A5: { file: '最终用户和最终用途证明.pdf', heading: 'End-user and end-use certificate' },
  A6: { file: '政府证明.pdf', heading: 'Certificate of the government at the end user' },
  A7: { file: '最终用户情况介绍.pdf', heading: 'Introduction of the end user' },
  A8: { file: '出口数量合理性说明.pdf', heading: 'Statement on the reasonable quantity' },
  A9: { file: '计量单位折算说明.pdf', heading: 'Statement on the conversion of units' },
  A10: { file: '授权委托书.pdf', heading: 'Authorisation of the signatory' },
  A11: { file: '中文译本.pdf', heading: 'Translation confirmed by the exporter' },
  A12: { file: '中间商保证.pdf', heading: 'Undertaking of the middleman' },
  A13: { file: '其他材料.pdf', heading: 'Other papers' },
};

export async function walkCase(
  verbs: DemoVerbs,
  clock: StoryClock,
  people: Readonly<Record<DemoPersonKey, Actor>>,
  story: DemoCase,
): Promise<void> {
  const { walk } = story;
  const exporter = people[story.exporter];
  clock.begin(walk.create);
  const application = await verbs.create.execute(exporter);
  const content = story.content(clock.today());
  const applicant = {
    ...application.content.applicant,
    traderStatus: '对外贸易经营者（演示）',
    legalRepresentative: content.declaration?.signatory ?? '（演示）王建国',
    managers: '（演示）李敏、赵一鸣',
    handlerPhone: '021-55550100',
  };
  const sections = { applicant, ...content };
  let { version } = await verbs.save.execute(exporter, application.id, application.version, sections);

  const move = async (who: Actor, name: ApplicationMoveName, daysAgo: number, input: Omit<MoveCommand, 'version'> = {}) => {
    clock.moveTo(daysAgo);
    ({ version } = await verbs.move.execute(who, application.id, name, { version, ...input }));
  };

  if (walk.submit === undefined) return;
  const procedure = verbs.procedures.of(application);
  for (const { kind } of papersFor(procedure, { ...application.content, ...sections }, 'submitted')) {
    ({ version } = await verbs.papers.add(exporter, application.id, {
      kind,
      fileName: PAPER_NAMES[kind].file,
      bytes: paperOf(kind, story, content),
    }));
  }
  await move(exporter, 'submit', walk.submit);
  const { province, officer, countersigner, reviewer1, lead1, lead2 } = people;
  if (!walk.returned && walk.accept === undefined) return;
  await move(province, 'receive', walk.submit);
  if (walk.returned) await move(province, 'return', walk.returned.day, { reason: walk.returned.reason });
  if (walk.accept === undefined) return;
  await move(province, 'check', walk.submit - 1);
  await move(province, 'forward', walk.submit - 1);
  await move(officer, 'accept', walk.accept);
  if (walk.review === undefined) return;
  await move(officer, 'start-review', walk.review);
  const placeOf = async (who: Actor): Promise<string> => {
    const { rows } = await verbs.queues.page(who, { shelf: 'all', text: application.reference }, { limit: 1 });
    if (!rows[0]) throw new Error(`${application.reference} stands on no queue of ${who.name}`);
    return rows[0].placeId;
  };
  const { verdict, reason } = walk.advise ?? { verdict: 'approve' as const, reason: FIRST_LOOK };
  const lines = linesOn(content, verdict, reason);
  clock.moveTo(walk.review - 1);
  const technical = await placeOf(reviewer1);
  await verbs.hold.take(reviewer1, technical);
  const { id: reviewed } = await verbs.advice.advise(reviewer1, technical, lines);
  await verbs.advice.finish(lead2, await placeOf(lead2), lines, []);
  if (!walk.advise) return;
  clock.moveTo(walk.advise.day + 1);
  ({ version } = await verbs.advice.finish(lead1, technical, lines, [reviewed]));
  await move(officer, 'advise', walk.advise.day, { advice: { lines } });
  if (walk.countersign === undefined) return;
  await move(countersigner, 'countersign', walk.countersign);
  if (walk.publish === undefined) return;
  clock.moveTo(walk.publish);
  const from = clock.today();
  const validity = { from, to: addDays(addMonths(from, SINGLE_LICENCE_MONTHS), -1) };
  const licence = { version, kind: 'licence', facts: { validity } } as const;
  ({ version } = await verbs.documents.execute(officer, application.id, licence));
  await move(officer, 'finalise', walk.publish);
  await move(officer, 'publish', walk.publish);
}

const FIRST_LOOK = '技术说明与所报物项编码相符。 / The technical description agrees with the code stated.';

function linesOn({ items = [] }: Partial<ApplicationContent>, verdict: Verdict, reason: string): AdviceLine[] {
  return items.map(({ id: itemId, controlCode }) => ({ itemId, verdict, controlCode, conditions: [], criteria: [], reason }));
}

function paperOf(kind: PaperKind, story: DemoCase, content: Partial<ApplicationContent>): Buffer {
  const endUser = content.parties?.find(({ role }) => role === 'end-user');
  return demoPaper(PAPER_NAMES[kind].heading, [
    `Contract ${story.contract}`,
    ...(content.items ?? []).map((item) => `${item.nameEn}, ${item.quantity} ${item.unit}`),
    ...(endUser ? [`${endUser.nameEn}, ${endUser.country}`] : []),
    content.endUse?.en ?? '',
  ]);
}
