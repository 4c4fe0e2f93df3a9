// Words for accounts: sign-in, passwords, invitations, mails, people and organisations.
import type { RefusalTexts } from './refusal-text';

export const peopleRefusals = {
  'sign-in-failed': {
    kind: 'denied',
    title: { zh: '登录失败', en: 'Sign-in failed' },
    detail: {
      zh: '邮箱地址或密码不正确，或该账户不能登录。',
      en: 'The address or the password is wrong, or the account cannot sign in.',
    },
    cure: { zh: '请核对后重试，或重置密码。', en: 'Check both and try again, or reset your password.' },
  },
  'sign-in-limited': {
    kind: 'limited',
    title: { zh: '尝试次数过多', en: 'Too many tries' },
    detail: { zh: '失败的登录尝试过多。', en: 'There were too many failed tries to sign in.' },
    cure: { zh: '请在 {minutes} 分钟后重试，或重置密码。', en: 'Wait {minutes} minutes and try again, or reset your password.' },
  },
  'token-invalid': {
    kind: 'missing',
    title: { zh: '链接无效', en: 'The link does not work' },
    detail: { zh: '该链接无效、已使用或已过期。', en: 'The link is unknown, was used before or has expired.' },
    cure: {
      zh: '请重新申请密码重置，或请管理员重新邀请。',
      en: 'Ask for a new reset, or ask your administrator for a new invitation.',
    },
  },
  'password-unfit': {
    kind: 'invalid',
    title: { zh: '密码不符合要求', en: 'Password not fit' },
    detail: { zh: '所填密码不能使用。', en: 'This password cannot be used.' },
    cure: { zh: '请使用 12 至 128 个字符的密码，越长越好。', en: 'Use 12 to 128 characters; longer is better.' },
  },
  'password-too-short': {
    title: { zh: '密码过短', en: 'Password too short' },
    detail: { zh: '密码至少需要 {min} 个字符。', en: 'The password must have at least {min} characters.' },
    cure: { zh: '可使用几个不相关的词组成的短句。', en: 'Several unrelated words make a good password.' },
  },
  'password-too-long': {
    title: { zh: '密码过长', en: 'Password too long' },
    detail: { zh: '密码不得超过 {max} 个字符。', en: 'The password must have at most {max} characters.' },
    cure: { zh: '请缩短。', en: 'Shorten it.' },
  },
  'password-guessable': {
    title: { zh: '密码太容易猜到', en: 'Password too easy to guess' },
    detail: { zh: '该密码过于常见，或与邮箱地址相同。', en: 'The password is a common one, or the address itself.' },
    cure: { zh: '请换一个密码。', en: 'Choose another.' },
  },
  'organisation-invalid': {
    kind: 'invalid',
    title: { zh: '单位信息有误', en: 'The organisation is wrong' },
    detail: {
      zh: '单位信息需要更正，未保存任何内容。',
      en: 'Something about the organisation has to be put right; nothing was saved.',
    },
    cure: { zh: '请按所列问题逐项更正。', en: 'Correct each thing that is listed.' },
  },
  'organisation-not-found': {
    kind: 'missing',
    title: { zh: '没有此单位', en: 'No such organisation' },
    detail: { zh: '没有该单位。', en: 'There is no such organisation.' },
    cure: { zh: '请从单位列表中选择。', en: 'Choose one from the list.' },
  },
  'credit-code-taken': {
    kind: 'conflict',
    title: { zh: '信用代码已登记', en: 'Credit code registered before' },
    detail: { zh: '该统一社会信用代码已属于另一单位。', en: 'Another organisation has this credit code.' },
    cure: { zh: '请在单位列表中查找。', en: 'Look for it in the list of organisations.' },
  },
  'credit-code-not-for-authority': {
    title: { zh: '机关不填信用代码', en: 'No credit code for an authority' },
    detail: { zh: '许可机关不填写统一社会信用代码。', en: 'A licensing authority has no credit code here.' },
    cure: { zh: '请留空。', en: 'Leave it empty.' },
  },
  'invitation-invalid': {
    kind: 'invalid',
    title: { zh: '邀请有误', en: 'The invitation is wrong' },
    detail: {
      zh: '邀请信息需要更正，未发出邀请。',
      en: 'Something about the invitation has to be put right; nobody was invited.',
    },
    cure: { zh: '请按所列问题逐项更正。', en: 'Correct each thing that is listed.' },
  },
  'no-role': {
    title: { zh: '没有角色', en: 'No role' },
    detail: { zh: '请至少选择一个角色。', en: 'Choose at least one role.' },
    cure: { zh: '请选择角色。', en: 'Choose a role.' },
  },
  'role-not-for-organisation': {
    title: { zh: '该单位不能授予此角色', en: 'Role not for this organisation' },
    detail: { zh: '此类单位不能授予角色“{role|role}”。', en: 'This kind of organisation cannot give the role "{role|role}".' },
    cure: { zh: '请选择其他角色。', en: 'Choose another role.' },
  },
  'email-taken': {
    kind: 'conflict',
    title: { zh: '邮箱已使用', en: 'Address in use' },
    detail: { zh: '该邮箱地址已有账户。', en: 'There is an account with this e-mail address.' },
    cure: { zh: '请使用其他地址，或在人员列表中查找。', en: 'Use another address, or look for the person in the list.' },
  },
  'person-not-found': {
    kind: 'missing',
    title: { zh: '没有此人', en: 'No such person' },
    detail: { zh: '没有该人员。', en: 'There is no such person.' },
    cure: { zh: '请从人员列表中选择。', en: 'Choose one from the list.' },
  },
  'person-not-invited': {
    kind: 'conflict',
    title: { zh: '无需再次邀请', en: 'No invitation needed' },
    detail: { zh: '该人员的账户已启用或已停用。', en: 'The account of this person is active or deactivated.' },
    cure: { zh: '请在人员列表中查看状态。', en: 'Look at its state in the list.' },
  },
  'not-yourself': {
    kind: 'conflict',
    title: { zh: '不能停用自己', en: 'Not yourself' },
    detail: { zh: '不能停用自己的账户。', en: 'Nobody can deactivate their own account.' },
    cure: { zh: '请由另一位管理员办理。', en: 'Ask another administrator.' },
  },
  'hand-over-unfit': {
    kind: 'invalid',
    title: { zh: '接手人不合适', en: 'Cannot take over' },
    detail: {
      zh: '接手人须为同一机关中具有相同角色的在用人员。',
      en: 'Who takes over must be an active person of the same authority with one of the same roles.',
    },
    cure: { zh: '请另选接手人，或让案件回到队列。', en: 'Choose another, or leave the cases free.' },
  },
  'administrator-exists': {
    kind: 'conflict',
    title: { zh: '已有管理员', en: 'There is an administrator' },
    detail: { zh: '系统中已有管理员。', en: 'There is an administrator already.' },
    cure: { zh: '如需再添加一位，请在命令中加上 --more。', en: 'To make another one, add --more to the command.' },
  },
  'mail-not-sendable': {
    kind: 'invalid',
    title: { zh: '邮件无法发送', en: 'The mail cannot be sent' },
    detail: { zh: '邮件内容或收件人不符合要求，未发送。', en: 'The mail or its recipient is not fit; nothing was sent.' },
    cure: { zh: '请按所列问题更正。', en: 'Correct each thing that is listed.' },
  },
  'mail-address-malformed': {
    title: { zh: '收件地址有误', en: 'Address malformed' },
    detail: { zh: '收件地址不是单个普通邮箱地址。', en: 'The recipient is not one plain address.' },
    cure: { zh: '请更正该人员的邮箱地址。', en: 'Correct the address of the person.' },
  },
  'mail-subject-has-control-characters': {
    title: { zh: '主题含有控制字符', en: 'Control characters in the subject' },
    detail: { zh: '邮件主题含有控制字符或换行。', en: 'The subject holds control characters or line breaks.' },
    cure: { zh: '请检查主题中的名称。', en: 'Check the names in the subject.' },
  },
  'mail-subject-empty': {
    title: { zh: '主题为空', en: 'Subject missing' },
    detail: { zh: '邮件没有主题。', en: 'The mail has no subject.' },
    cure: { zh: '请检查邮件模板。', en: 'Check the template.' },
  },
  'mail-subject-too-long': {
    title: { zh: '主题过长', en: 'Subject too long' },
    detail: { zh: '邮件主题超过 {limit} 个字符。', en: 'The subject has more than {limit} characters.' },
    cure: { zh: '请检查邮件模板。', en: 'Check the template.' },
  },
  'mail-text-too-long': {
    title: { zh: '正文过长', en: 'Text too long' },
    detail: { zh: '邮件正文超过 {limit} 个字符。', en: 'The text has more than {limit} characters.' },
    cure: { zh: '请检查邮件模板。', en: 'Check the template.' },
  },
} as const satisfies RefusalTexts;
