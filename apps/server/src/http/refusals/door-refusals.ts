// Words for what the door itself refuses: sessions, form tokens, formats, addresses, sizes, and the fault nobody expected.
import type { RefusalTexts } from './refusal-text';

export const doorRefusals = {
  'not-signed-in': {
    kind: 'denied',
    title: { zh: '尚未登录', en: 'Not signed in' },
    detail: { zh: '此操作需要登录，或登录已过期。', en: 'This needs a sign-in, or your sign-in has ended.' },
    cure: { zh: '请登录后重试。', en: 'Sign in and try again.' },
  },
  'role-missing': {
    kind: 'forbidden',
    title: { zh: '没有相应角色', en: 'Role missing' },
    detail: { zh: '此操作仅限以下角色：{roles|role}。', en: 'Only these roles may do this: {roles|role}.' },
    cure: { zh: '如确需办理，请联系本单位管理员。', en: 'Ask your administrator if this is your task.' },
  },
  'beyond-reach': {
    kind: 'forbidden',
    title: { zh: '超出您现在的权限', en: 'Beyond what is yours' },
    detail: {
      zh: '您的权限已改变，例如代理授权刚被撤销；未作任何更改。',
      en: 'Your rights have changed, for instance because an authority was just revoked; nothing was changed.',
    },
    cure: { zh: '请重新打开该页面，查看您现在可以办理的事项。', en: 'Open the page again to see what is open to you now.' },
  },
  'form-token-wrong': {
    kind: 'forbidden',
    title: { zh: '表单令牌无效', en: 'Form token missing or wrong' },
    detail: {
      zh: '请求没有携带本次会话的有效令牌，未作任何更改。',
      en: 'The request did not carry a valid token of this session; nothing was changed.',
    },
    cure: {
      zh: '请刷新页面后重新提交；接口调用请先读取 GET /api/v1/session 中的 csrfToken，并放入 x-csrf-token 请求头。',
      en: 'Reload the page and send it again; API clients read csrfToken from GET /api/v1/session and send it as the header x-csrf-token.',
    },
  },
  'input-invalid': {
    kind: 'invalid',
    title: { zh: '输入有误', en: 'The input is wrong' },
    detail: { zh: '有内容需要更正，未保存任何内容。', en: 'Some of the input has to be put right; nothing was saved.' },
    cure: { zh: '请按所列问题逐项更正。', en: 'Correct each thing that is listed.' },
  },
  'malformed-json': {
    kind: 'invalid',
    title: { zh: 'JSON 格式错误', en: 'Malformed JSON' },
    detail: { zh: '请求正文不是有效的 JSON。', en: 'The request body is not valid JSON.' },
    cure: { zh: '请发送符合 RFC 8259 的 JSON。', en: 'Send JSON as of RFC 8259.' },
  },
  'malformed-request': {
    kind: 'invalid',
    title: { zh: '请求格式错误', en: 'Malformed request' },
    detail: { zh: '无法读取该请求。', en: 'The request cannot be read.' },
    cure: { zh: '请检查请求地址、请求头和正文。', en: 'Check the address, the headers and the body of the request.' },
  },
  'body-too-large': {
    kind: 'too-large',
    title: { zh: '请求过大', en: 'Request too large' },
    detail: { zh: '请求正文超过允许的大小。', en: 'The request body is larger than allowed.' },
    cure: { zh: '正文不得超过 1 MB；文件不得超过 10 MB。', en: 'Keep the body within 1 MB, and a file within 10 MB.' },
  },
  'media-type-unsupported': {
    kind: 'unsupported',
    title: { zh: '不支持的内容类型', en: 'Content type not supported' },
    detail: { zh: '此处不接受该内容类型。', en: 'This place does not take the content type of the request.' },
    cure: {
      zh: '接口请使用 application/json；上传文件请使用 multipart/form-data。',
      en: 'Use application/json for the API, multipart/form-data for uploads.',
    },
  },
  'no-such-place': {
    kind: 'missing',
    title: { zh: '没有此地址', en: 'Nothing here' },
    detail: { zh: '该地址不存在。', en: 'There is nothing at this address.' },
    cure: { zh: '请检查地址，或从首页开始。', en: 'Check the address, or start from the first page.' },
  },
  'method-not-allowed': {
    kind: 'invalid',
    title: { zh: '不支持的方法', en: 'Method not allowed' },
    detail: { zh: '该地址只接受：{allowed}。', en: 'This address takes only: {allowed}.' },
    cure: { zh: '请使用允许的方法。', en: 'Use one of the allowed methods.' },
  },
  'too-many-requests': {
    kind: 'limited',
    title: { zh: '请求过于频繁', en: 'Too many requests' },
    detail: { zh: '来自您的网络地址的请求过多。', en: 'Too many requests came from your network address.' },
    cure: { zh: '请在约 {seconds} 秒后重试。', en: 'Try again in about {seconds} seconds.' },
  },
  'unexpected-fault': {
    title: { zh: '系统故障', en: 'Something broke' },
    detail: { zh: '系统内部发生错误，编号 {reference}。', en: 'The system failed; the reference is {reference}.' },
    cure: {
      zh: '请稍后重试；如仍出现，请将编号告知管理员。',
      en: 'Try again in a while; if it stays, give the reference to your administrator.',
    },
  },
  'not-ready': {
    kind: 'unavailable',
    title: { zh: '服务尚未就绪', en: 'Not ready' },
    detail: { zh: '以下部分不可用：{parts}。', en: 'These parts are not available: {parts}.' },
    cure: { zh: '请稍后重试。', en: 'Try again in a while.' },
  },
  'database-busy': {
    kind: 'unavailable',
    title: { zh: '系统繁忙', en: 'The system is busy' },
    detail: { zh: '数据库未能及时答复，未作任何更改。', en: 'The database did not answer in time; nothing was changed.' },
    cure: { zh: '请稍后重试。', en: 'Try again in a while.' },
  },
  'database-unavailable': {
    kind: 'unavailable',
    title: { zh: '暂时无法使用', en: 'Not available' },
    detail: { zh: '暂时无法连接数据库，未作任何更改。', en: 'The database cannot be reached; nothing was changed.' },
    cure: { zh: '请稍后重试。', en: 'Try again in a while.' },
  },
} as const satisfies RefusalTexts;
