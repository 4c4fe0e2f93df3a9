// Words for what the law room refuses: days before the loaded law, and facts that no determination can be made from.
import type { RefusalTexts } from './refusal-text';

export const lawRefusals = {
  'determination.day-before-law': {
    kind: 'invalid',
    title: { zh: '早于已载入的法规', en: 'Before the loaded law' },
    detail: {
      zh: '该日早于已载入法规中最早的措施，无法判定。',
      en: 'The day lies before the first measure of the loaded law; no answer can be given.',
    },
    cure: { zh: '请选择较晚的日期。', en: 'Choose a later day.' },
  },
  'determination.facts-malformed': {
    kind: 'invalid',
    title: { zh: '所述事实不成立', en: 'The facts cannot be right' },
    detail: { zh: '有事实无法用于判定。', en: 'Some facts cannot be used for a determination.' },
    cure: { zh: '请按所列问题逐项更正。', en: 'Correct each thing that is listed.' },
  },
  'facts.malformed': {
    title: { zh: '事实格式有误', en: 'Malformed fact' },
    detail: { zh: '“{at}”格式有误：{problem}。', en: '"{at}" is malformed: {problem}.' },
    cure: { zh: '请按接口说明填写。', en: 'Send what the API description names.' },
  },
  'facts.unit-missing': {
    title: { zh: '缺少单位', en: 'Unit missing' },
    detail: { zh: '参数“{property}”没有单位。', en: 'The parameter "{property}" has no unit.' },
    cure: { zh: '请填写单位。', en: 'State the unit.' },
  },
  'facts.unit-unknown': {
    title: { zh: '未知单位', en: 'Unknown unit' },
    detail: {
      zh: '参数“{property}”的单位“{unit}”无法识别。',
      en: 'The unit "{unit}" of the parameter "{property}" is not known.',
    },
    cure: { zh: '请使用清单所用的单位。', en: 'Use the unit that the list uses.' },
  },
  'facts.unit-unfit': {
    title: { zh: '单位不适用', en: 'Unit does not fit' },
    detail: {
      zh: '参数“{property}”不以“{unit}”计量；可用单位：{units}。',
      en: 'The parameter "{property}" is not measured in "{unit}" but in: {units}.',
    },
    cure: { zh: '请改用适用的单位。', en: 'Use a unit that fits.' },
  },
  'facts.not-a-number': {
    title: { zh: '不是数字', en: 'Not a number' },
    detail: { zh: '“{value}”不是十进制数。', en: '"{value}" is not a decimal number.' },
    cure: { zh: '请填写数字和小数点。', en: 'Write digits with a point.' },
  },
  'facts.composition-over-100': {
    title: { zh: '成分合计超过 100%', en: 'Composition above 100 per cent' },
    detail: { zh: '各成分合计 {total}%。', en: 'The substances add up to {total} per cent.' },
    cure: { zh: '请更正各成分的质量分数。', en: 'Correct the shares.' },
  },
  'facts.composition-contradicts': {
    title: { zh: '成分前后矛盾', en: 'Composition contradicts itself' },
    detail: { zh: '“{substance}”写了不同的含量。', en: '"{substance}" is stated with different shares.' },
    cure: { zh: '请只保留一个含量。', en: 'Keep one of them.' },
  },
  'facts.share-out-of-range': {
    title: { zh: '百分比超出范围', en: 'Share out of range' },
    detail: { zh: '“{value}”须为 {least} 至 {most}。', en: '"{value}" must lie between {least} and {most}.' },
    cure: { zh: '请更正百分比。', en: 'Correct the share.' },
  },
  'measure-unknown': {
    kind: 'missing',
    title: { zh: '没有此措施', en: 'No such measure' },
    detail: { zh: '已载入的法规中没有措施“{measure}”。', en: 'The loaded law has no measure "{measure}".' },
    cure: { zh: '请从效力未定的措施中选择。', en: 'Choose one of the unsettled measures.' },
  },
  'reading-not-needed': {
    kind: 'conflict',
    title: { zh: '无需理解', en: 'No reading is needed' },
    detail: {
      zh: '已载入的法规已明确“{measure}”的效力。',
      en: 'The loaded law settles "{measure}"; there is nothing to read.',
    },
    cure: { zh: '请按法规办理。', en: 'Work by what the law says.' },
  },
  'reading-stands': {
    kind: 'conflict',
    title: { zh: '已有理解', en: 'There is a reading' },
    detail: {
      zh: '贵单位对“{measure}”已有一项未撤回的理解。',
      en: 'Your organisation has a reading of "{measure}" that is not withdrawn.',
    },
    cure: { zh: '如需更改，请先撤回原有理解。', en: 'Withdraw it first if it is to change.' },
  },
  'reading-not-found': {
    kind: 'missing',
    title: { zh: '没有此理解', en: 'No such reading' },
    detail: { zh: '没有您可以查看的该项理解。', en: 'There is no such reading that you may see.' },
    cure: { zh: '请从列表中选择。', en: 'Choose one from the list.' },
  },
  'reading-acted-before': {
    kind: 'conflict',
    title: { zh: '已办理', en: 'Done before' },
    detail: { zh: '该项理解已经确认或撤回。', en: 'This reading was confirmed or withdrawn already.' },
    cure: { zh: '请刷新后查看。', en: 'Read the list again.' },
  },
  'proposer-cannot-confirm': {
    kind: 'forbidden',
    title: { zh: '须由另一人确认', en: 'Another person must confirm' },
    detail: { zh: '该项理解由您提出，不能由您确认。', en: 'You proposed this reading; nobody confirms their own.' },
    cure: { zh: '请由本单位另一人确认。', en: 'Leave it to another person of your organisation.' },
  },
} as const satisfies RefusalTexts;
