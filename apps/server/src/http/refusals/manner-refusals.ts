// Words for the manners of the API: If-Match, Idempotency-Key, verification codes.
import type { RefusalTexts } from './refusal-text';

export const mannerRefusals = {
  'if-match-unfit': {
    kind: 'invalid',
    title: { zh: 'If-Match 请求头不适用', en: 'If-Match does not fit' },
    detail: {
      zh: 'If-Match 不是本接口给出的单个实体标签，或与正文中的版本不一致，或此操作不接受该请求头；未作任何更改。',
      en: 'If-Match is not one entity tag of this API, or differs from the version in the body, or this request takes none; nothing was changed.',
    },
    cure: {
      zh: '请使用读取时 ETag 请求头的值，或在正文中填写 version。',
      en: 'Send the ETag that the read answered, or state version in the body.',
    },
  },
  'precondition-failed': {
    kind: 'conflict',
    title: { zh: '前提条件不再成立', en: 'Changed since you read it' },
    detail: {
      zh: 'If-Match 所述版本为 {yours}，现为 {current}；未作任何更改。',
      en: 'If-Match states version {yours}, and the present one is {current}; nothing was changed.',
    },
    cure: { zh: '请重新读取，核对变更后再提交。', en: 'Read it again, look at what changed, and send it anew.' },
  },
  'idempotency-key-unfit': {
    kind: 'invalid',
    title: { zh: '幂等键格式有误', en: 'Idempotency key does not fit' },
    detail: {
      zh: 'Idempotency-Key 须为 1 至 255 个可见 ASCII 字符，不含空格。',
      en: 'Idempotency-Key takes 1 to 255 visible ASCII characters without spaces.',
    },
    cure: { zh: '建议使用 UUID。', en: 'A UUID serves well.' },
  },
  'idempotency-key-reused': {
    kind: 'invalid',
    title: { zh: '幂等键已用于其他请求', en: 'Idempotency key used for another request' },
    detail: {
      zh: '24 小时内，该幂等键曾用于不同的地址或正文；未作任何更改。',
      en: 'Within 24 hours this key came with another address or body; nothing was changed.',
    },
    cure: { zh: '新的请求请使用新的键。', en: 'Use a new key for a new request.' },
  },
  'idempotency-in-progress': {
    kind: 'conflict',
    title: { zh: '首次请求尚无结果', en: 'The first request has no answer yet' },
    detail: {
      zh: '带有该幂等键的请求已开始办理，但结果未知；本次未作任何更改。',
      en: 'A request with this key was begun, and how it ended is not known; this one changed nothing.',
    },
    cure: {
      zh: '请稍后重试；如仍如此，请先读取相关内容核对结果，再使用新的键。',
      en: 'Try again in a while; if it stays, read the resource to see what was done, then use a new key.',
    },
  },
  'verification-not-found': {
    kind: 'missing',
    title: { zh: '没有与该核验码对应的许可证', en: 'No licence bears this code' },
    detail: { zh: '未找到与所填核验码对应的许可证。', en: 'The code that was given stands on no licence issued here.' },
    cure: {
      zh: '请逐字核对证上的核验码；如无误，请向签发机关查询该证真伪。',
      en: 'Compare the code with the paper, sign by sign; if it is right, ask the issuing authority about the paper.',
    },
  },
} as const satisfies RefusalTexts;
