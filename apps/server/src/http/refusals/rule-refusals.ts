// Words for routing rules: what cannot be proposed, who may approve, and what is wrong with the rules as a whole.
import type { RefusalTexts } from './refusal-text';

export const ruleRefusals = {
  'rule-not-found': {
    kind: 'missing',
    title: { zh: '没有此规则', en: 'No such rule' },
    detail: { zh: '没有该规则的这一版本。', en: 'There is no such version of a rule.' },
    cure: { zh: '请从规则列表中选择。', en: 'Choose one from the list of rules.' },
  },
  'rule-invalid': {
    kind: 'invalid',
    title: { zh: '规则有误', en: 'The rule is wrong' },
    detail: { zh: '有 {count} 处需要更正，未保存任何内容。', en: 'To be put right: {count}. Nothing was saved.' },
    cure: { zh: '请按所列问题逐项更正。', en: 'Correct each thing that is listed.' },
  },
  'rule-version-taken': {
    kind: 'conflict',
    title: { zh: '已有新版本', en: 'Another version came first' },
    detail: {
      zh: '同一规则的另一新版本刚刚提出，您的提案未保存。',
      en: 'Another version of this rule was proposed at the same moment; yours was not saved.',
    },
    cure: { zh: '请查看该版本后再次提出。', en: 'Look at that version and propose again.' },
  },
  'rule-acted-before': {
    kind: 'conflict',
    title: { zh: '已有处理', en: 'Acted on before' },
    detail: {
      zh: '该版本已被批准或否决，不能再作处理。',
      en: 'This version was approved or rejected before, and no act is open any more.',
    },
    cure: { zh: '请刷新规则列表。', en: 'Read the list of rules again.' },
  },
  'rule-not-standing': {
    kind: 'conflict',
    title: { zh: '规则未生效', en: 'The rule does not stand' },
    detail: {
      zh: '该规则没有已批准的版本，或停用已获批准，无可停用。',
      en: 'The rule has no approved version, or its end was approved before: there is nothing to retire.',
    },
    cure: { zh: '请查看规则的各个版本。', en: 'Look at the versions of the rule.' },
  },
  'proposer-cannot-approve': {
    kind: 'forbidden',
    title: { zh: '须由另一人批准', en: 'Another person must approve it' },
    detail: {
      zh: '提出规则新版本或停用的人不能批准自己的提案，只能撤回。',
      en: 'Who proposed a version of a rule, or its end, does not approve it and can only take it back.',
    },
    cure: { zh: '请交由另一位管理员或负责人处理。', en: 'Leave it to another administrator or manager.' },
  },
  'reason-missing': {
    kind: 'invalid',
    title: { zh: '没有写明理由', en: 'No reason given' },
    detail: { zh: '此项操作须写明理由。', en: 'This act needs a reason, which stays on record.' },
    cure: { zh: '请写明理由。', en: 'State the reason.' },
  },
  'tier-out-of-range': {
    title: { zh: '层级超出范围', en: 'Tier out of range' },
    detail: { zh: '层级须为 {least} 至 {most} 的整数。', en: 'The tier is a whole number from {least} to {most}.' },
    cure: { zh: '请更正层级。', en: 'Correct the tier.' },
  },
  'stage-without-queue': {
    title: { zh: '该状态没有队列', en: 'No queue at this status' },
    detail: {
      zh: '状态为“{stage|status}”的案件不在主管机关办理，不进入任何队列。',
      en: 'A case that is "{stage|status}" does not lie with the authority and stands on no queue.',
    },
    cure: { zh: '请去掉该状态。', en: 'Leave this status out.' },
  },
  'stages-not-for-signatures': {
    title: { zh: '会签规则的适用状态有误', en: 'Not the statuses of a rule for signatures' },
    detail: {
      zh: '会签次数一律按状态“{stage|status}”确定，此后一直有效；要求会签的规则只能适用于这一状态。',
      en: 'How many people sign is settled at "{stage|status}" and holds from there on, so a rule that asks countersignatures states this status alone.',
    },
    cure: { zh: '请只选“{stage|status}”。', en: 'Choose "{stage|status}" alone.' },
  },
  'signatures-asked-anyway': {
    title: { zh: '程序本已要求，规则永不起作用', en: 'Asked without it: it never has an effect' },
    detail: {
      zh: '所涉程序本身要求的会签次数已不少于此规则能要求的次数（{count}）。',
      en: 'The procedures that it speaks of ask as many signatures without it; it names {count}.',
    },
    cure: { zh: '请提高次数，或停用此规则。', en: 'Ask more signatures, or retire the rule.' },
  },
  'criteria-malformed': {
    title: { zh: '条件格式有误', en: 'Criteria cannot be read' },
    detail: { zh: '“{at}”无法读取：{problem}', en: '{at} cannot be read: {problem}' },
    cure: {
      zh: '可用条件：procedures、codes、destinations、partyFlags、value。',
      en: 'Known criteria: procedures, codes, destinations, partyFlags, value.',
    },
  },
  'rule-list-empty': {
    title: { zh: '列表为空，规则永不适用', en: 'An empty list: it never fires' },
    detail: { zh: '“{at}”为空列表，没有任何案件符合。', en: '{at} is an empty list, which no case can meet.' },
    cure: { zh: '请填写该列表，或去掉这一条件。', en: 'Fill the list, or leave the criterion out.' },
  },
  'value-range-empty': {
    title: { zh: '金额范围为空，规则永不适用', en: 'An empty range: it never fires' },
    detail: {
      zh: '没有金额既不低于 {from} 又低于 {below}。',
      en: 'No value is at least {from} and at the same time below {below}.',
    },
    cure: { zh: '请更正其中一个界限。', en: 'Correct one of the two bounds.' },
  },
  'rule-replaced': {
    title: { zh: '被新版本取代，规则永不适用', en: 'Replaced before it begins' },
    detail: {
      zh: '第 {by} 版在 {from} 或之前生效，此版本没有一天有效。',
      en: 'Version {by} takes its place on or before {from}, so this one decides on no day.',
    },
    cure: { zh: '请提出日期不同的新版本。', en: 'Propose a version with other days.' },
  },
  'rule-shadowed': {
    title: { zh: '被其他规则覆盖', en: 'Shadowed by another rule' },
    detail: {
      zh: '凡此规则符合的案件，第 {tier} 层的规则 {by}（第 {byVersion} 版）已先行决定。',
      en: 'Every case that it matches is decided before, in tier {tier}, by rule {by} (version {byVersion}).',
    },
    cure: { zh: '请调低层级数字，或缩小另一规则的条件。', en: 'Give it a lower tier, or narrow the other rule.' },
  },
  'rule-duplicated': {
    title: { zh: '与其他规则重复', en: 'Adds nothing' },
    detail: {
      zh: '凡此规则符合的案件，规则 {by}（第 {byVersion} 版）已作同样处理。',
      en: 'For every case that it matches, rule {by} (version {byVersion}) does the same already.',
    },
    cure: { zh: '请停用其中一条。', en: 'Retire one of the two.' },
  },
  'unknown-procedure': {
    title: { zh: '未知程序', en: 'Unknown procedure' },
    detail: { zh: '没有载入名为“{value}”的程序。', en: 'No procedure named "{value}" is loaded.' },
    cure: { zh: '请更正程序名称。', en: 'Correct the name of the procedure.' },
  },
  'unknown-queue': {
    title: { zh: '未知队列', en: 'Unknown queue' },
    detail: { zh: '规则所指的队列不存在。', en: 'The queue that the rule names is not there.' },
    cure: { zh: '请提出指向现有队列的新版本。', en: 'Propose a version that names a queue that is there.' },
  },
  'queue-retired': {
    title: { zh: '队列已停用', en: 'The queue is retired' },
    detail: { zh: '规则所指的队列已停用，不再接收案件。', en: 'The queue that the rule names is retired and takes no case.' },
    cure: { zh: '请提出指向其他队列的新版本。', en: 'Propose a version that names another queue.' },
  },
  'queue-without-stage': {
    title: { zh: '队列不接收该状态', en: 'The queue does not take this status' },
    detail: {
      zh: '规则适用的这些状态，该队列不接收：{stages|status}。',
      en: 'The rule holds at these statuses, at which the queue takes no case: {stages|status}.',
    },
    cure: { zh: '请去掉这些状态，或让队列接收它们。', en: 'Leave these statuses out, or let the queue take them.' },
  },
} as const satisfies RefusalTexts;
