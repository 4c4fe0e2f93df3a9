// Words for advice and its levels, signatures, documents of a decision, letters, and applications that grow out of others.
import type { RefusalTexts } from './refusal-text';

export const decisionRefusals = {
  'review-not-open': {
    kind: 'conflict',
    title: { zh: '当前不在审查中', en: 'Not in review' },
    detail: {
      zh: '状态为“{status|status}”的案件不接收审查组意见。',
      en: 'A case that is "{status|status}" takes no advice of teams.',
    },
    cure: { zh: '请重新读取案件。', en: 'Read the case again.' },
  },
  'review-queues-open': {
    kind: 'conflict',
    title: { zh: '审查尚未结束', en: 'The review is not over' },
    detail: { zh: '案件还在 {open} 个审查队列上。', en: 'The case still stands on review queues: {open}.' },
    cure: { zh: '请等待各组完成审查。', en: 'Wait until each team has finished.' },
  },
  'advised-meanwhile': {
    kind: 'conflict',
    title: { zh: '其间有新意见', en: 'Advised meanwhile' },
    detail: {
      zh: '其间保存了您尚未看到的另一份意见，您的意见未保存。',
      en: 'Another advice that you had not seen was given meanwhile; yours was not saved.',
    },
    cure: { zh: '请查看该意见后再次提交。', en: 'Look at that advice and give yours again.' },
  },
  'item-advised-twice': {
    title: { zh: '物项意见重复', en: 'Item advised twice' },
    detail: { zh: '同一物项有两行意见。', en: 'The advice has two lines on one item.' },
    cure: { zh: '每个物项只保留一行。', en: 'Keep one line for each item.' },
  },
  'item-without-advice': {
    title: { zh: '物项没有意见', en: 'Item without advice' },
    detail: { zh: '意见没有涉及该物项。', en: 'The advice says nothing on this item.' },
    cure: { zh: '请为每个物项填写结论。', en: 'Give a verdict for each item.' },
  },
  'item-not-compared': {
    title: { zh: '物项未与官方清单核对', en: 'Item not compared with the list' },
    detail: {
      zh: '“{item}”自提交以来尚未由机关人员与官方清单核对，不能认定为不属于管制物项。',
      en: 'Nobody of the authority has compared "{item}" with the official list since it was filed: it cannot be found not controlled.',
    },
    cure: {
      zh: '请在该物项的法规页面记录所核对的清单版本，再提交意见。',
      en: 'Record on the page of the law for this item which edition was compared, then advise.',
    },
  },
  'refer-not-final': {
    title: { zh: '最终意见须有结论', en: 'Final advice must decide' },
    detail: { zh: '最终意见不能转请他人判断。', en: 'Final advice cannot refer an item to others.' },
    cure: { zh: '请选择其他结论，或重新开放审查。', en: 'Choose another verdict, or reopen the review.' },
  },
  'code-not-for-this': {
    title: { zh: '此结论不带编码', en: 'No code with this verdict' },
    detail: {
      zh: '结论为不属于管制物项或转请他人判断时，不填写管制编码。',
      en: 'An item that is not controlled, or referred, bears no control code.',
    },
    cure: { zh: '请删除编码，或选择其他结论。', en: 'Remove the code, or choose another verdict.' },
  },
  'criteria-not-for-this': {
    title: { zh: '此结论不列审查因素', en: 'No factors with this verdict' },
    detail: { zh: '只有不予许可时列明审查因素。', en: 'Only a refusal names the factors that speak against it.' },
    cure: { zh: '请去掉审查因素，或选择不予许可。', en: 'Remove the factors, or choose refusal.' },
  },
  'signer-cannot-sign-twice': {
    kind: 'forbidden',
    title: { zh: '须由另一人会签', en: 'Another person must sign' },
    detail: {
      zh: '您已会签该意见，第二次会签须由他人办理。',
      en: 'You signed this advice already; the second signature is another person’s.',
    },
    cure: { zh: '请交由另一位会签人办理。', en: 'Leave it to another countersigner.' },
  },
  'papers-incomplete': {
    kind: 'invalid',
    title: { zh: '材料不齐', en: 'Papers are missing' },
    detail: { zh: '按办理程序还缺 {missing} 份材料。', en: 'Papers that the procedure asks for are missing: {missing}.' },
    cure: {
      zh: '请退回申请人补充所列材料；已不能退回的，请申请人变更申请。',
      en: 'Return the case so that the applicant adds what is listed; where it can no longer be returned, ask for an amendment.',
    },
  },
  'documents-not-prepared': {
    kind: 'conflict',
    title: { zh: '决定文书未拟制', en: 'Documents are not prepared' },
    detail: {
      zh: '决定所需文书尚未拟制：{documents|document}。',
      en: 'The decision needs documents that are not prepared: {documents|document}.',
    },
    cure: { zh: '请先拟制这些文书。', en: 'Prepare these documents first.' },
  },
  'decision-not-open': {
    kind: 'conflict',
    title: { zh: '当前不能拟制文书', en: 'No document can be prepared now' },
    detail: {
      zh: '文书在会签完成后、作出决定前拟制；作出决定后，仅有效期起始日已过的许可证件可重新拟制。当前状态为“{status|status}”。',
      en: 'Documents are prepared after countersignature and before the decision; once it is made, only a licence whose first day has passed is prepared anew. The case is "{status|status}".',
    },
    cure: { zh: '请重新读取案件，查看可办理的操作。', en: 'Read the case again and see which moves are open.' },
  },
  'document-not-of-decision': {
    kind: 'conflict',
    title: { zh: '决定不需要该文书', en: 'Not a document of this decision' },
    detail: { zh: '按最终意见需要的文书为：{kinds|document}。', en: 'By the final advice the decision needs: {kinds|document}.' },
    cure: { zh: '请拟制所列文书。', en: 'Prepare one of these.' },
  },
  'document-invalid': {
    kind: 'invalid',
    title: { zh: '文书内容有误', en: 'The document is wrong' },
    detail: {
      zh: '“{kind|document}”的内容需要更正，未保存。',
      en: '{kind|document}: something has to be put right; nothing was saved.',
    },
    cure: { zh: '请按所列问题逐项更正。', en: 'Correct each thing that is listed.' },
  },
  'document-prepared-meanwhile': {
    kind: 'conflict',
    title: { zh: '同时有新版本', en: 'Prepared at the same moment' },
    detail: {
      zh: '他人刚刚拟制了同一文书，您的版本未保存。',
      en: 'Somebody prepared the same document at the same moment; yours was not saved.',
    },
    cure: { zh: '请查看该版本后再次拟制。', en: 'Look at that version and prepare yours again.' },
  },
  'letter-not-found': {
    kind: 'missing',
    title: { zh: '没有此文书', en: 'No such letter' },
    detail: { zh: '没有您可以查看的该文书。', en: 'There is no such letter that you may see.' },
    cure: { zh: '请从申请中打开。', en: 'Open it from the application.' },
  },
  'amended-before': {
    kind: 'conflict',
    title: { zh: '已有变更申请', en: 'Amended before' },
    detail: {
      zh: '该申请已由一份变更申请取代。',
      en: 'An amendment has taken the place of this application already.',
    },
    cure: { zh: '请打开那份变更申请。', en: 'Open that amendment.' },
  },
  'reapply-not-open': {
    kind: 'conflict',
    title: { zh: '当前不能重新申请', en: 'Not open to a new application' },
    detail: {
      zh: '当前状态为“{status|status}”；决定公布或撤回后才能重新申请。',
      en: 'The application is "{status|status}"; one applies again after the decision is published or after withdrawal.',
    },
    cure: {
      zh: '办理期间可变更申请，或复制为另一申请。',
      en: 'While it is under way, amend it, or copy it for another export.',
    },
  },
  'bulk-refused': {
    kind: 'conflict',
    title: { zh: '批量操作未执行', en: 'Nothing was done' },
    detail: {
      zh: '{of} 件中有 {refused} 件不能办理，因此全部未执行；理由逐件列出。',
      en: 'The act is refused for {refused} of {of}, so none was changed; the reason is told for each.',
    },
    cure: { zh: '请去掉所列各件，或先消除其障碍。', en: 'Leave out what is listed, or remove what stands against it.' },
  },
} as const satisfies RefusalTexts;
