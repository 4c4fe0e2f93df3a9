// Words for teams, queues, places of cases on queues and absences.
import type { RefusalTexts } from './refusal-text';

export const queueRefusals = {
  'not-on-your-queue': {
    kind: 'conflict',
    title: { zh: '不在您的队列', en: 'Not on your queue' },
    detail: {
      zh: '该案件目前不在您所在各组的队列上，因此不能由您办理。',
      en: 'The case stands on no queue of your teams now, so it is not yours to work on.',
    },
    cure: {
      zh: '请由该队列所属组的人员办理，或请组长、负责人调整队列。',
      en: 'Leave it to the team of its queue, or ask a team lead or manager to put it on yours.',
    },
  },
  'place-not-found': {
    kind: 'missing',
    title: { zh: '没有此队列位置', en: 'No such place' },
    detail: { zh: '没有您可以查看的该队列位置。', en: 'There is no such place on a queue that you may see.' },
    cure: { zh: '请从队列中打开案件。', en: 'Open the case from the queue.' },
  },
  'place-left': {
    kind: 'conflict',
    title: { zh: '案件已离开队列', en: 'The case has left the queue' },
    detail: { zh: '该案件已经离开此队列。', en: 'The case has left this queue already.' },
    cure: { zh: '请重新读取案件，查看它现在所在的队列。', en: 'Read the case again and see on which queues it stands now.' },
  },
  'place-taken': {
    kind: 'conflict',
    title: { zh: '已在该队列', en: 'On this queue already' },
    detail: { zh: '该案件已经在此队列上。', en: 'The case stands on this queue already.' },
    cure: { zh: '无需再次加入。', en: 'There is no need to put it there again.' },
  },
  'only-place': {
    kind: 'conflict',
    title: { zh: '唯一的队列', en: 'Its only queue' },
    detail: {
      zh: '这是该案件所在的唯一队列；办理中的案件必须至少在一个队列上。',
      en: 'It is the only queue on which the case stands, and an open case is always on at least one.',
    },
    cure: { zh: '请先把案件加入其他队列。', en: 'Put the case on another queue first.' },
  },
  'assign-not-yours': {
    kind: 'forbidden',
    title: { zh: '无权安排该队列', en: 'Not your team’s queue' },
    detail: {
      zh: '只有该队列所属组的组长，或许可负责人，可以指派办理人，或把案件放入、移出该队列。',
      en: 'Only a lead of the team of this queue, or a manager, assigns its cases, puts cases on it or takes them off.',
    },
    cure: { zh: '请由该组组长或负责人办理。', en: 'Ask a lead of that team, or a manager.' },
  },
  'assignee-unfit': {
    kind: 'invalid',
    title: { zh: '不能指派给此人', en: 'Not to this person' },
    detail: {
      zh: '所选人员不是该队列所属组的在岗成员。',
      en: 'The person is not an active member of the team of this queue.',
    },
    cure: { zh: '请选择该组的在岗成员。', en: 'Choose an active member of the team.' },
  },
  'queue-not-found': {
    kind: 'missing',
    title: { zh: '没有此队列', en: 'No such queue' },
    detail: { zh: '没有您可以查看的该队列，或队列已停用。', en: 'There is no such queue that you may see, or it is retired.' },
    cure: { zh: '请从列出的队列中选择。', en: 'Choose one of the queues that are listed.' },
  },
  'queue-unfit': {
    kind: 'conflict',
    title: { zh: '队列不接收此案件', en: 'The queue does not take the case' },
    detail: {
      zh: '该队列已停用，或不接收状态为“{status|status}”的案件。',
      en: 'The queue is retired, or takes no case that is "{status|status}".',
    },
    cure: { zh: '请选择接收该状态的队列。', en: 'Choose a queue that takes cases of this status.' },
  },
  'queue-invalid': {
    kind: 'invalid',
    title: { zh: '队列设置有误', en: 'The queue is wrong' },
    detail: { zh: '有 {count} 处需要更正，未保存任何内容。', en: 'To be put right: {count}. Nothing was saved.' },
    cure: { zh: '请按所列问题逐项更正。', en: 'Correct each thing that is listed.' },
  },
  'queue-in-use': {
    kind: 'conflict',
    title: { zh: '队列上还有案件', en: 'Cases stand on the queue' },
    detail: { zh: '队列上还有未离开的案件，不能停用。', en: 'Cases still stand on the queue, so it cannot be retired.' },
    cure: { zh: '请先办结或移走这些案件。', en: 'Finish these cases or move them first.' },
  },
  'queue-is-fallback': {
    kind: 'conflict',
    title: { zh: '兜底队列不能这样更改', en: 'The fallback queue stays' },
    detail: {
      zh: '该队列接收规则未分派的案件；只能更改名称和所属组。',
      en: 'This queue takes the cases that no rule routes; only its name and its team can be changed.',
    },
    cure: { zh: '请去掉其他更改后重试。', en: 'Leave the other changes out and try again.' },
  },
  'stage-not-for-kind': {
    title: { zh: '状态不适合此种队列', en: 'Status not for this kind of queue' },
    detail: {
      zh: '这一种队列不接收状态为“{stage|status}”的案件。',
      en: 'A queue of this kind takes no case that is "{stage|status}".',
    },
    cure: { zh: '请去掉该状态，或更改队列种类。', en: 'Leave the status out, or change the kind of the queue.' },
  },
  'feeders-in-a-circle': {
    title: { zh: '前置队列相互等待', en: 'Feeders in a circle' },
    detail: {
      zh: '该前置队列本身（直接或间接）要等待此队列，案件将无法到达。',
      en: 'This feeder itself waits, directly or through others, for this queue; no case could ever reach either.',
    },
    cure: { zh: '请去掉该前置队列。', en: 'Leave this feeder out.' },
  },
  'feeder-unfit': {
    title: { zh: '不能作为前置队列', en: 'It cannot come before' },
    detail: {
      zh: '审查队列只能以审查队列为前置；会签队列以审查队列为前置，或者以只接收首次会签的会签队列为前置，且本队列须接收第二次会签。其他队列作前置时，案件要么永远到不了本队列，要么前置不起任何作用。',
      en: 'A review queue comes after review queues; a countersigning queue after review queues, or after one that takes the first signature only if it takes the second itself. Any other feeder would shut the queue for good, or have no effect.',
    },
    cure: { zh: '请去掉该前置队列。', en: 'Leave this feeder out.' },
  },
  'feeds-no-more': {
    title: { zh: '仍是其他队列的前置', en: 'Other queues wait for it' },
    detail: {
      zh: '其他队列以此队列为前置；这样更改后，它不能再作前置队列。',
      en: 'Other queues come after this one, and as it would be it could not come before them.',
    },
    cure: { zh: '请先在那些队列中去掉该前置队列。', en: 'Leave it out of the feeders of those queues first.' },
  },
  'other-authority': {
    kind: 'forbidden',
    title: { zh: '属于另一机关', en: 'Of another authority' },
    detail: {
      zh: '该组或队列属于另一机关，由其管理员管理。',
      en: 'The team or queue belongs to another authority, whose administrators keep it.',
    },
    cure: { zh: '请由该机关的管理员更改。', en: 'Leave the change to an administrator of that authority.' },
  },
  'team-not-found': {
    kind: 'missing',
    title: { zh: '没有此组', en: 'No such team' },
    detail: { zh: '没有该审查组，或已停用。', en: 'There is no such team, or it is retired.' },
    cure: { zh: '请从列出的组中选择。', en: 'Choose one of the teams that are listed.' },
  },
  'team-invalid': {
    kind: 'invalid',
    title: { zh: '组设置有误', en: 'The team is wrong' },
    detail: { zh: '有 {count} 处需要更正，未保存任何内容。', en: 'To be put right: {count}. Nothing was saved.' },
    cure: { zh: '请按所列问题逐项更正。', en: 'Correct each thing that is listed.' },
  },
  'team-has-queues': {
    kind: 'conflict',
    title: { zh: '该组仍有队列', en: 'The team has queues' },
    detail: { zh: '该组还有未停用的队列，不能停用。', en: 'Queues of the team are in use, so it cannot be retired.' },
    cure: { zh: '请先停用这些队列或改属其他组。', en: 'Retire these queues first, or give them to another team.' },
  },
  'members-invalid': {
    kind: 'invalid',
    title: { zh: '成员名单有误', en: 'The members are wrong' },
    detail: { zh: '有 {count} 人不能成为成员，未保存任何内容。', en: 'Not fit as members: {count}. Nothing was saved.' },
    cure: { zh: '请按所列问题逐项更正。', en: 'Correct each thing that is listed.' },
  },
  'member-unfit': {
    title: { zh: '不能成为成员', en: 'Not fit as a member' },
    detail: { zh: '此人不属于该机关，或账户已停用。', en: 'The person does not belong to the authority, or has left it.' },
    cure: { zh: '请去掉此人。', en: 'Leave the person out.' },
  },
  'absence-not-found': {
    kind: 'missing',
    title: { zh: '没有此离岗记录', en: 'No such absence' },
    detail: { zh: '没有该离岗记录。', en: 'There is no such absence.' },
    cure: { zh: '请刷新列表。', en: 'Read the list again.' },
  },
  'absence-ended': {
    kind: 'conflict',
    title: { zh: '离岗已结束', en: 'The absence has ended' },
    detail: { zh: '该离岗记录此前已经结束。', en: 'The absence was ended before.' },
    cure: { zh: '无需再次结束。', en: 'There is no need to end it again.' },
  },
  'absence-not-yours': {
    kind: 'forbidden',
    title: { zh: '无权登记', en: 'Not your absence' },
    detail: {
      zh: '每人登记本人的离岗；他人的由其所在组的组长、负责人或管理员登记。',
      en: 'Everybody records their own absence; that of another is recorded by a lead of one of their teams, a manager or an administrator.',
    },
    cure: { zh: '请由本人或有权人员登记。', en: 'Leave it to the person, or to one of these.' },
  },
  'absence-invalid': {
    kind: 'invalid',
    title: { zh: '离岗记录有误', en: 'The absence is wrong' },
    detail: { zh: '有 {count} 处需要更正，未保存任何内容。', en: 'To be put right: {count}. Nothing was saved.' },
    cure: { zh: '请按所列问题逐项更正。', en: 'Correct each thing that is listed.' },
  },
  'person-unfit': {
    title: { zh: '人员不符', en: 'Person not fit' },
    detail: {
      zh: '须为本机关在岗人员，且代办人不能是离岗者本人。',
      en: 'It must be an active person of the authority, and nobody stands in for themselves.',
    },
    cure: { zh: '请选择其他人员。', en: 'Choose another person.' },
  },
  'substitute-is-you': {
    title: { zh: '不能指定本人代办', en: 'Not yourself' },
    detail: { zh: '登记离岗的人不能指定自己为代办人。', en: 'Nobody makes themselves the substitute of somebody else.' },
    cure: {
      zh: '请指定其他人员，或由离岗者本人、另一位有权人员登记。',
      en: 'Name another person, or leave the record to whoever is away or to somebody else who may make it.',
    },
  },
  'substitute-away': {
    title: { zh: '代办人也离岗', en: 'The substitute is away' },
    detail: {
      zh: '所选代办人 {from} 至 {to} 离岗，届时将无人代办。',
      en: 'The person is away from {from} to {to}, so nobody would stand in.',
    },
    cure: { zh: '请选择这些日子在岗的人员。', en: 'Choose a person who is there on these days.' },
  },
  'days-reversed': {
    title: { zh: '止日早于起日', en: 'End before start' },
    detail: { zh: '最后一日早于第一日。', en: 'The last day lies before the first.' },
    cure: { zh: '请更正其中一个日期。', en: 'Correct one of the two days.' },
  },
  'day-passed': {
    title: { zh: '日期已过', en: 'The day has passed' },
    detail: { zh: '最后一日已经过去，记录不会起任何作用。', en: 'The last day has passed, so the record would have no effect.' },
    cure: { zh: '请填写今天或以后的日期。', en: 'State today or a later day.' },
  },
} as const satisfies RefusalTexts;
