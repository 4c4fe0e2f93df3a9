// Words for notes on a case and for the recorded authority of an agent.
import type { RefusalTexts } from './refusal-text';

export const noteRefusals = {
  'note-invalid': {
    kind: 'invalid',
    title: { zh: '备注有误', en: 'The note is wrong' },
    detail: { zh: '有 {count} 处需要更正，未保存任何内容。', en: 'To be put right: {count}. Nothing was saved.' },
    cure: { zh: '请按所列问题逐项更正。', en: 'Correct each thing that is listed.' },
  },
  'note-not-yours': {
    title: { zh: '不能写内部备注', en: 'No internal notes' },
    detail: { zh: '内部备注由主管机关人员书写。', en: 'Internal notes are written by officers of the authority.' },
    cure: { zh: '请改为双方可见的备注。', en: 'Write a note that both sides read.' },
  },
  'mentions-internal-only': {
    title: { zh: '不能提及人员', en: 'Nobody can be named here' },
    detail: { zh: '申请人可见的备注不能提及经办人员。', en: 'A note that the applicant reads names no officer.' },
    cure: { zh: '请去掉所提及的人员，或改为内部备注。', en: 'Leave the names out, or write an internal note.' },
  },
  'mention-unfit': {
    title: { zh: '不能提及此人', en: 'Not to be named' },
    detail: {
      zh: '此人不是本机关可查看案件的在岗人员。',
      en: 'The person is not an active officer of the authority who may read cases.',
    },
    cure: { zh: '请去掉此人。', en: 'Leave the person out.' },
  },
  'agency-not-found': {
    kind: 'missing',
    title: { zh: '没有此代理授权', en: 'No such authority' },
    detail: {
      zh: '没有今日有效的、您可以使用或查看的该代理授权。',
      en: 'There is no such recorded authority that holds today and is yours to use or to see.',
    },
    cure: {
      zh: '请委托人在其账户中登记或延长授权。',
      en: 'Ask the principal to record the authority, or to extend it.',
    },
  },
  'agency-invalid': {
    kind: 'invalid',
    title: { zh: '代理授权有误', en: 'The authority is wrong' },
    detail: { zh: '有 {count} 处需要更正，未保存任何内容。', en: 'To be put right: {count}. Nothing was saved.' },
    cure: { zh: '请按所列问题逐项更正。', en: 'Correct each thing that is listed.' },
  },
  'agency-exists': {
    kind: 'conflict',
    title: { zh: '已有代理授权', en: 'Recorded before' },
    detail: {
      zh: '这段日期中有些日子已在对该代理人的另一份未撤销的授权之内。',
      en: 'Some of these days lie under another authority for this agent that is not revoked.',
    },
    cure: {
      zh: '请从原授权最后一日的次日起授权；如需更改尚未结束的授权，请先撤销。',
      en: 'Begin after its last day; to change one that has not ended, revoke it first.',
    },
  },
  'agency-revoked': {
    kind: 'conflict',
    title: { zh: '授权已撤销', en: 'Revoked before' },
    detail: { zh: '该授权此前已经撤销。', en: 'The authority was revoked before.' },
    cure: { zh: '无需再次撤销。', en: 'There is no need to revoke it again.' },
  },
  'agent-unknown': {
    title: { zh: '没有此代理人', en: 'No such agent' },
    detail: {
      zh: '本系统中没有使用该统一社会信用代码的其他出口单位。',
      en: 'No other exporter of this installation has this credit code.',
    },
    cure: { zh: '请核对代码，或请代理人先登记。', en: 'Check the code, or have the agent entered first.' },
  },
  'agent-not-principal': {
    kind: 'forbidden',
    title: { zh: '代理人不能办理此事', en: 'Not for an agent' },
    detail: {
      zh: '代理授权只包括申报和办理自己代理的申请，不包括委托人的产品、解读和授权。',
      en: 'The authority is to file and to follow the cases filed under it; the products, readings and authorities of the principal are no part of it.',
    },
    cure: {
      zh: '请停止代理后办理本单位的事务，或由委托人本单位人员办理。',
      en: 'Stop acting for the principal to work for your own organisation, or leave it to a person of the principal.',
    },
  },
} as const satisfies RefusalTexts;
