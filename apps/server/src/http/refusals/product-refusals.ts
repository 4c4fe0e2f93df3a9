// Words for what the product library and its determinations refuse.
import type { RefusalTexts } from './refusal-text';

export const productRefusals = {
  'product-not-found': {
    kind: 'missing',
    title: { zh: '没有此产品', en: 'No such product' },
    detail: { zh: '没有您可以查看的该产品或版本。', en: 'There is no such product or version that you may see.' },
    cure: { zh: '请从产品库中打开。', en: 'Open it from the product library.' },
  },
  'product-determination-not-found': {
    kind: 'missing',
    title: { zh: '没有此判定记录', en: 'No such determination' },
    detail: { zh: '没有您可以查看的该判定记录。', en: 'There is no such determination that you may see.' },
    cure: { zh: '请从产品页面中打开。', en: 'Open it from the product.' },
  },
  'product-invalid': {
    kind: 'invalid',
    title: { zh: '产品资料有误', en: 'The product cannot be right' },
    detail: { zh: '有 {count} 处需要更正。', en: '{count} things need correction.' },
    cure: { zh: '请按所列问题逐项更正。', en: 'Correct each thing that is listed.' },
  },
  'product-unnamed': {
    title: { zh: '产品没有名称', en: 'The product has no name' },
    detail: { zh: '没有填写中文或英文名称。', en: 'Neither a Chinese nor an English name is given.' },
    cure: { zh: '请至少填写一个名称。', en: 'Give at least one of them.' },
  },
  'product-and-item': {
    kind: 'invalid',
    title: { zh: '物项重复', en: 'Two items' },
    detail: {
      zh: '已指定产品版本，输入中不能再有物项。',
      en: 'A version of a product is named, and the input states an item too.',
    },
    cure: { zh: '请删去输入中的 item，或不指定产品。', en: 'Leave out `item`, or name no product.' },
  },
  'cas-number-wrong': {
    title: { zh: 'CAS 号有误', en: 'Wrong CAS number' },
    detail: { zh: '“{value}”不是有效的 CAS 号。', en: '"{value}" is not a CAS registry number.' },
    cure: { zh: '请核对各位数字及末位校验码。', en: 'Check the digits and the check digit at the end.' },
  },
  'one-or-many-inputs': {
    title: { zh: '输入不明', en: 'One input or many' },
    detail: { zh: '须在 input 与 inputs 中择一。', en: 'There must be either `input` or `inputs`.' },
    cure: { zh: '请只发送其中之一。', en: 'Send exactly one of them.' },
  },
  'one-input-for-product': {
    title: { zh: '指定产品时只能有一项输入', en: 'One input for a product' },
    detail: { zh: '指定产品版本时不能发送 inputs。', en: 'With a version of a product there can be no `inputs`.' },
    cure: { zh: '请改用 input。', en: 'Send `input`.' },
  },
  'answer-missing': {
    title: { zh: '没有回答', en: 'No answer' },
    detail: { zh: '没有填写所问的属性。', en: 'What was asked is not stated.' },
    cure: { zh: '请填写，或返回产品页面。', en: 'State it, or go back to the product.' },
  },
  'too-many-items': {
    kind: 'conflict',
    title: { zh: '物项过多', en: 'Too many items' },
    detail: { zh: '一份申请最多 {limit} 个物项。', en: 'An application may have at most {limit} items.' },
    cure: { zh: '请另行提交一份申请。', en: 'Make another application.' },
  },
  'law-not-kept': {
    kind: 'missing',
    title: { zh: '未保存该版本的法规', en: 'That law is not kept' },
    detail: { zh: '没有保存哈希为 {hash} 的法规文本。', en: 'No law texts are kept under the hash {hash}.' },
    cure: { zh: '请从备份中恢复后重试。', en: 'Restore them from a backup, then try again.' },
  },
} as const satisfies RefusalTexts;
