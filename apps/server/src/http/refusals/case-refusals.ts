// Words for what a case or a licence does not allow: moves, guards, versions, papers.
import type { RefusalTexts } from './refusal-text';

export const caseRefusals = {
  'case-read-only': {
    kind: 'conflict',
    title: { zh: '案件不再接收此项记录', en: 'The case takes this no more' },
    detail: {
      zh: '状态为“{status|status}”的案件不再接收此项记录，未保存任何内容。',
      en: 'A case that is "{status|status}" takes no such record any more; nothing was saved.',
    },
    cure: {
      zh: '请在取代它的申请中，或另立申请办理。',
      en: 'Go on in the application that took its place, or in a new one.',
    },
  },
  'procedure-unknown': {
    kind: 'invalid',
    title: { zh: '办理程序未确定', en: 'No such procedure' },
    detail: {
      zh: '申请须指明已载入的程序之一：{loaded}；收到的是：{procedure}。',
      en: 'An application names one of the procedures that are loaded, {loaded}; it was given: {procedure}.',
    },
    cure: { zh: '请指明其中之一。', en: 'Name one of these.' },
  },
  'unknown-move': {
    kind: 'missing',
    title: { zh: '没有此操作', en: 'No such move' },
    detail: { zh: '没有名为“{move}”的操作。', en: 'There is no move named "{move}".' },
    cure: { zh: '请使用 openMoves 中列出的操作。', en: 'Use a move that openMoves lists.' },
  },
  'move-not-yours': {
    kind: 'forbidden',
    title: { zh: '不属于您的操作', en: 'Not your move' },
    detail: { zh: '“{move|move}”由以下角色办理：{by|role}。', en: '"{move|move}" belongs to: {by|role}.' },
    cure: { zh: '请由相应角色的人员办理。', en: 'Leave it to a person with that role.' },
  },
  'move-not-open': {
    kind: 'conflict',
    title: { zh: '当前状态下不能办理', en: 'Not possible in this status' },
    detail: {
      zh: '当前状态为“{status|status}”；“{move|move}”只能在以下状态办理：{from|status}。',
      en: 'The status is "{status|status}"; "{move|move}" is possible only in: {from|status}.',
    },
    cure: { zh: '请刷新后查看当前可办理的操作。', en: 'Read the case again and see which moves are open.' },
  },
  'application-incomplete': {
    kind: 'invalid',
    title: { zh: '申请不完整', en: 'The application is not complete' },
    detail: { zh: '还有 {missing} 项需要补充。', en: 'Still missing or to be put right: {missing}.' },
    cure: { zh: '请按所列各项补充。', en: 'Complete each thing that is listed.' },
  },
  'adviser-cannot-countersign': {
    kind: 'forbidden',
    title: { zh: '须由另一人会签', en: 'Another person must countersign' },
    detail: {
      zh: '本轮中有您出具的审查意见（审查员、组或者最终意见），不能再会签。',
      en: 'Advice of yours stands in this round, as a reviewer, for a team or as the final one; who advised does not countersign.',
    },
    cure: { zh: '请交由另一位会签人办理。', en: 'Leave it to another countersigner.' },
  },
  'two-people-needed': {
    kind: 'conflict',
    title: { zh: '须两人审查', en: 'Two people are needed' },
    detail: {
      zh: '最终意见还没有由所需人数的其他人会签。',
      en: 'The final advice does not bear the signatures of as many other people as are asked for.',
    },
    cure: { zh: '请先完成会签。', en: 'Have it countersigned first.' },
  },
  'application-not-found': {
    kind: 'missing',
    title: { zh: '没有此申请', en: 'No such application' },
    detail: { zh: '没有您可以查看的该申请。', en: 'There is no such application that you may see.' },
    cure: { zh: '请从申请列表中打开。', en: 'Open it from your list.' },
  },
  'item-not-found': {
    kind: 'missing',
    title: { zh: '没有此物项', en: 'No such item' },
    detail: { zh: '该申请中没有此物项。', en: 'The application has no such item.' },
    cure: { zh: '请重新读取申请后再试。', en: 'Read the application again.' },
  },
  'application-not-editable': {
    kind: 'conflict',
    title: { zh: '当前不能修改', en: 'It cannot be changed now' },
    detail: { zh: '状态为“{status|status}”的申请不能修改。', en: 'An application that is "{status|status}" cannot be changed.' },
    cure: { zh: '退回补正后可以修改。', en: 'It can be changed again when it is returned for correction.' },
  },
  'stale-version': {
    kind: 'conflict',
    title: { zh: '内容已被更改', en: 'It has changed meanwhile' },
    detail: {
      zh: '您依据的是第 {yours} 版，现在是第 {current} 版；未保存任何内容。',
      en: 'You worked on version {yours}; it is now version {current}. Nothing was saved.',
    },
    cure: { zh: '请重新读取，核对变更后再次提交。', en: 'Read it again, look at what changed and repeat your act.' },
  },
  'content-invalid': {
    kind: 'invalid',
    title: { zh: '内容有误', en: 'The content is wrong' },
    detail: { zh: '有 {count} 处需要更正，未保存任何内容。', en: 'To be put right: {count}. Nothing was saved.' },
    cure: { zh: '请按所列问题逐项更正。', en: 'Correct each thing that is listed.' },
  },
  'move-input-missing': {
    kind: 'invalid',
    title: { zh: '缺少必要内容', en: 'Something is missing' },
    detail: { zh: '“{move|move}”需要填写更多内容。', en: '"{move|move}" asks for more.' },
    cure: { zh: '请按所列各项补充。', en: 'Give what is listed.' },
  },
  'move-input-unasked': {
    kind: 'invalid',
    title: { zh: '内容多余', en: 'More than is asked' },
    detail: { zh: '“{move|move}”不需要所列内容。', en: '"{move|move}" does not take what is listed.' },
    cure: { zh: '请去掉所列各项后重试。', en: 'Leave out what is listed and try again.' },
  },
  'advice-invalid': {
    kind: 'invalid',
    title: { zh: '审查意见有误', en: 'The advice is wrong' },
    detail: { zh: '有 {count} 处需要更正，未保存任何内容。', en: 'To be put right: {count}. Nothing was saved.' },
    cure: { zh: '请按所列问题逐项更正。', en: 'Correct each thing that is listed.' },
  },
  'no-condition': {
    title: { zh: '没有写明条件', en: 'No condition stated' },
    detail: { zh: '附条件准予许可时，至少写明一项条件。', en: 'Approval with conditions needs at least one condition.' },
    cure: { zh: '请写明条件，或选择其他结论。', en: 'State a condition or choose another verdict.' },
  },
  'conditions-not-for-this': {
    title: { zh: '此结论不带条件', en: 'No conditions with this verdict' },
    detail: { zh: '只有“附条件准予许可”可以带条件。', en: 'Only approval with conditions carries conditions.' },
    cure: { zh: '请删除条件，或选择附条件准予许可。', en: 'Remove the conditions or choose approval with conditions.' },
  },
  'item-without-code': {
    title: { zh: '物项没有管制编码', en: 'Item without a code' },
    detail: { zh: '此结论须有主管机关认定的管制编码。', en: 'This verdict needs the control code that the authority finds.' },
    cure: { zh: '请补充该物项的编码。', en: 'Add the code of this item.' },
  },
  'validity-invalid': {
    kind: 'invalid',
    title: { zh: '有效期有误', en: 'The validity is wrong' },
    detail: { zh: '所填有效期不成立，未作任何更改。', en: 'The validity cannot be right; nothing was changed.' },
    cure: { zh: '请更正有效期。', en: 'Correct the days.' },
  },
  'held-by-another': {
    kind: 'conflict',
    title: { zh: '由他人办理中', en: 'Held by another' },
    detail: { zh: '该案件正由另一位人员办理。', en: 'Another officer holds this case.' },
    cure: { zh: '请选择其他案件，或请对方放回队列。', en: 'Take another case, or ask the holder to release it.' },
  },
  'not-held-by-you': {
    kind: 'conflict',
    title: { zh: '不由您办理', en: 'Not held by you' },
    detail: { zh: '您没有持有该案件。', en: 'You do not hold this case.' },
    cure: { zh: '请刷新后查看。', en: 'Read the case again.' },
  },
  'paper-too-large': {
    kind: 'too-large',
    title: { zh: '文件过大', en: 'File too large' },
    detail: { zh: '文件超过 {limit|size}。', en: 'The file is larger than {limit|size}.' },
    cure: { zh: '请压缩或拆分后上传。', en: 'Make it smaller or split it.' },
  },
  'paper-empty': {
    kind: 'invalid',
    title: { zh: '文件为空', en: 'Empty file' },
    detail: { zh: '没有选择文件，或文件没有内容。', en: 'No file was chosen, or it is empty.' },
    cure: { zh: '请选择 PDF 或 PNG 文件。', en: 'Choose a PDF or PNG file.' },
  },
  'paper-type-unknown': {
    kind: 'unsupported',
    title: { zh: '文件类型不符', en: 'Wrong kind of file' },
    detail: {
      zh: '按内容判断，“{fileName}”既不是完整的 PDF，也不是 PNG。',
      en: 'By its content "{fileName}" is neither a whole PDF nor a PNG.',
    },
    cure: {
      zh: '请上传 PDF 或 PNG 文件；文件不完整的，请重新保存或扫描。',
      en: 'Upload a PDF or PNG file; save or scan it again where it was cut short.',
    },
  },
  'too-many-papers': {
    kind: 'conflict',
    title: { zh: '材料过多', en: 'Too many papers' },
    detail: { zh: '一份申请最多 {limit} 份材料。', en: 'An application may have at most {limit} papers.' },
    cure: { zh: '请先删除不需要的材料。', en: 'Remove one that is not needed.' },
  },
  'paper-added-before': {
    kind: 'conflict',
    title: { zh: '已上传过', en: 'Uploaded before' },
    detail: {
      zh: '“{fileName}”与已上传的同类材料内容相同。',
      en: '"{fileName}" has the same content as a paper of this kind that is already there.',
    },
    cure: { zh: '无需再次上传。', en: 'There is no need to upload it again.' },
  },
  'paper-not-found': {
    kind: 'missing',
    title: { zh: '没有此材料', en: 'No such paper' },
    detail: { zh: '该申请中没有此材料。', en: 'The application has no such paper.' },
    cure: { zh: '请重新读取申请后再试。', en: 'Read the application again.' },
  },
  'licence-not-found': {
    kind: 'missing',
    title: { zh: '没有此许可', en: 'No such licence' },
    detail: { zh: '没有您可以查看的该许可。', en: 'There is no such licence that you may see.' },
    cure: { zh: '请从许可列表中打开。', en: 'Open it from your list.' },
  },
  'document-not-ready': {
    kind: 'conflict',
    title: { zh: '证件尚未生成', en: 'The paper is not ready' },
    detail: { zh: '证件正在生成或生成失败。', en: 'The paper is being prepared, or preparing it failed.' },
    cure: { zh: '请稍候片刻再下载。', en: 'Try again in a moment.' },
  },
  'document-not-failed': {
    kind: 'conflict',
    title: { zh: '无需重新生成', en: 'Nothing to prepare again' },
    detail: { zh: '证件已生成或正在生成。', en: 'The paper is ready, or is still being prepared.' },
    cure: { zh: '请刷新页面查看当前状态。', en: 'Reload the page to see its present state.' },
  },
  'bad-cursor': {
    kind: 'invalid',
    title: { zh: '游标无效', en: 'Bad cursor' },
    detail: { zh: '该列表游标无法识别。', en: 'The cursor of the list cannot be read.' },
    cure: { zh: '请从第一页开始。', en: 'Start from the first page.' },
  },
  'already-countersigned': {
    kind: 'conflict',
    title: { zh: '已会签', en: 'Countersigned before' },
    detail: { zh: '该审查意见已经有此次会签或已退回。', en: 'This advice bears this signature already, or was sent back.' },
    cure: { zh: '请刷新后查看。', en: 'Read the case again.' },
  },
  'licence-number-taken': {
    kind: 'conflict',
    title: { zh: '许可证号重复', en: 'Licence number in use' },
    detail: { zh: '该许可证号已被使用，未签发许可。', en: 'The licence number is in use; no licence was issued.' },
    cure: { zh: '请重试；如仍出现，请告知管理员。', en: 'Try again; if it stays, tell your administrator.' },
  },
  'licence-exists': {
    kind: 'conflict',
    title: { zh: '已签发许可', en: 'Licence issued before' },
    detail: { zh: '该申请已经签发许可。', en: 'The application has its licence already.' },
    cure: { zh: '请刷新后查看。', en: 'Read the case again.' },
  },
  'unstorable-character': {
    kind: 'invalid',
    title: { zh: '含有无法保存的字符', en: 'A character that cannot be kept' },
    detail: {
      zh: '输入中含有无法保存的字符，未保存任何内容。',
      en: 'The input holds a character that cannot be kept; nothing was saved.',
    },
    cure: { zh: '请删除不可见字符后重新输入。', en: 'Remove invisible characters or type the text again.' },
  },
  'bad-limit': {
    kind: 'invalid',
    title: { zh: '每页条数有误', en: 'Bad page size' },
    detail: { zh: '每页条数须为 {least} 至 {most}，而不是 {limit}。', en: 'A page has {least} to {most} rows, not {limit}.' },
    cure: { zh: '请更正每页条数。', en: 'Correct the number.' },
  },
} as const satisfies RefusalTexts;
