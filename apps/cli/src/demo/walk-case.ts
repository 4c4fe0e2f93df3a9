// Walks a demo case to its status by the verbs that people use; no row is written past them.
import type { Actor, CreateApplication, HoldCase, LoadedProcedures, MakeMove, MoveCommand, Papers, SaveContent } from '#casework';
import { addDays, addMonths } from '#kernel';
import { papersFor, SINGLE_LICENCE_MONTHS, type ApplicationContent, type ApplicationMoveName, type PaperKind } from '#licensing';
import type { DemoCase } from './demo-cases';
import { demoPaper } from './demo-paper';
import type { DemoPersonKey } from './demo-people';
import type { StoryClock } from './story-clock';

export interface DemoVerbs {
  readonly create: CreateApplication;
  readonly save: SaveContent;
  readonly papers: Papers;
  readonly hold: HoldCase;
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
  const reviewer = people[story.reviewer];
  clock.begin(walk.create);
  const application = await verbs.create.execute(exporter);
  const content = story.content(clock.today());
  const applicant = {
    ...application.content.applicant,
    traderStatus: '对外贸易经营者（演示）',
    legalRepresentative: '（演示）王建国',
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
  if (walk.returned) await move(reviewer, 'return', walk.returned.day, { reason: walk.returned.reason });
  if (walk.accept === undefined) return;
  await move(reviewer, 'accept', walk.accept);
  if (walk.review === undefined) return;
  clock.moveTo(walk.review);
  ({ version } = await verbs.hold.take(reviewer, application.id, version));
  await move(reviewer, 'start-review', walk.review);
  if (!walk.advise) return;
  const items = (content.items ?? []).map(({ id, controlCode }) => ({ itemId: id, controlCode }));
  const { recommendation, reasons } = walk.advise;
  await move(reviewer, 'advise', walk.advise.day, { advice: { recommendation, reasons, conditions: [], items } });
  if (walk.countersign === undefined) return;
  await move(people.countersigner, 'countersign', walk.countersign);
  if (walk.grant === undefined) return;
  clock.moveTo(walk.grant);
  const from = clock.today();
  await move(people.manager, 'grant', walk.grant, {
    validity: { from, to: addDays(addMonths(from, SINGLE_LICENCE_MONTHS), -1) },
  });
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
