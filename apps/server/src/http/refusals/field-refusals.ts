// Words for what can be wrong with one field of the input, and for what an application still lacks.
import type { RefusalTexts } from './refusal-text';

export const fieldRefusals = {
  'unknown-field': {
    kind: 'invalid',
    title: { zh: '未知字段', en: 'Unknown field' },
    detail: { zh: '没有名为“{at}”的字段。', en: 'There is no field named "{at}".' },
    cure: { zh: '请删除该字段，或检查拼写。', en: 'Remove the field or check its spelling.' },
  },
  'nested-too-deep': {
    title: { zh: '嵌套过深', en: 'Nested too deep' },
    detail: { zh: '正文嵌套超过 {max} 层。', en: 'The body is nested deeper than {max} levels.' },
    cure: { zh: '请按接口说明的结构发送。', en: 'Send the structure that the API description names.' },
  },
  'item-empty': {
    title: { zh: '物项为空', en: 'The item is empty' },
    detail: { zh: '物项表单中没有填写任何内容。', en: 'Nothing is filled in for this item.' },
    cure: { zh: '请至少填写名称，或返回物项列表。', en: 'Enter at least its name, or go back to the items.' },
  },
  'wrong-type': {
    title: { zh: '类型错误', en: 'Wrong type' },
    detail: { zh: '“{field}”的类型不正确，应为{expected}。', en: '{field} has the wrong type; it should be {expected}.' },
    cure: { zh: '请按接口说明填写。', en: 'Send the type that the API description names.' },
  },
  'text-too-long': {
    title: { zh: '文字过长', en: 'Text too long' },
    detail: { zh: '“{field}”不得超过 {max} 个字符。', en: '{field} must have at most {max} characters.' },
    cure: { zh: '请缩短。', en: 'Shorten it.' },
  },
  'text-too-short': {
    title: { zh: '文字过短', en: 'Text too short' },
    detail: { zh: '“{field}”至少需要 {min} 个字符。', en: '{field} must have at least {min} characters.' },
    cure: { zh: '请补充完整。', en: 'Make it longer.' },
  },
  'text-with-control-characters': {
    title: { zh: '含有无法保存的字符', en: 'Characters that cannot be kept' },
    detail: {
      zh: '“{field}”含有不可见的控制字符或无法识别的字符。',
      en: '{field} holds invisible control characters, or characters that could not be read.',
    },
    cure: { zh: '请删除后重新输入。', en: 'Remove them or type the text again.' },
  },
  'not-one-of': {
    title: { zh: '取值不在范围内', en: 'Not one of the choices' },
    detail: { zh: '“{field}”只能取以下值之一：{known}。', en: '{field} must be one of: {known}.' },
    cure: { zh: '请从中选择。', en: 'Choose one of them.' },
  },
  'list-too-long': {
    title: { zh: '条目过多', en: 'Too many rows' },
    detail: { zh: '“{field}”最多 {max} 条。', en: '{field} may have at most {max} rows.' },
    cure: { zh: '请减少条目。', en: 'Remove some rows.' },
  },
  'named-twice': {
    title: { zh: '重复', en: 'Named twice' },
    detail: { zh: '“{field}”中有一项出现了两次。', en: '{field} names the same thing twice.' },
    cure: { zh: '请去掉重复的一项。', en: 'Leave one of the two out.' },
  },
  'list-too-short': {
    title: { zh: '条目过少', en: 'Too few rows' },
    detail: { zh: '“{field}”至少 {min} 条。', en: '{field} needs at least {min} rows.' },
    cure: { zh: '请增加条目。', en: 'Add rows.' },
  },
  'number-out-of-range': {
    title: { zh: '数值超出范围', en: 'Number out of range' },
    detail: { zh: '“{field}”须为 {min} 至 {max} 的整数。', en: '{field} must be a whole number from {min} to {max}.' },
    cure: { zh: '请更正数值。', en: 'Correct the number.' },
  },
  'not-an-id': {
    title: { zh: '编号无效', en: 'Not an identifier' },
    detail: { zh: '“{field}”不是有效的编号。', en: '{field} is not a valid identifier.' },
    cure: { zh: '请使用系统给出的编号。', en: 'Use the identifier that Licet gave.' },
  },
  'not-an-email': {
    title: { zh: '邮箱地址无效', en: 'Not an e-mail address' },
    detail: { zh: '“{field}”不是有效的邮箱地址。', en: '{field} is not a valid e-mail address.' },
    cure: { zh: '请按 name@example.com 的形式填写。', en: 'Write it like name@example.com.' },
  },
  'field-missing': {
    title: { zh: '缺少内容', en: 'Something is missing' },
    detail: { zh: '请填写“{field}”。', en: 'Enter {field}.' },
    cure: { zh: '请补充该项。', en: 'Fill it in.' },
  },
  'not-asked': {
    title: { zh: '不需要此项', en: 'Not asked for' },
    detail: { zh: '此操作不接受“{field}”。', en: 'This act does not take {field}.' },
    cure: { zh: '请去掉该项。', en: 'Leave it out.' },
  },
  'role-held-twice': {
    title: { zh: '角色重复', en: 'Role held twice' },
    detail: {
      zh: '单项许可的进口商、收货人、最终用户各限一个。',
      en: 'A single licence names one importer, one consignee and one end user.',
    },
    cure: {
      zh: '请更改其中一方的角色，或就另一最终用户另行申请。',
      en: 'Give one of them another role, or file another application for a further end user.',
    },
  },
  'destination-inside-china': {
    title: { zh: '目的地在境内', en: 'Destination inside China' },
    detail: {
      zh: '最终目的地为中国内地的，不属于出口；只有境内向外国人提供的情形除外。',
      en: 'What stays in mainland China is no export, except supply to a foreign person inside the country.',
    },
    cure: {
      zh: '请填写货物最终使用的国家（地区），或将交付方式改为境内向外国人提供。',
      en: 'State the country of final use, or choose supply inside the country to a foreign person.',
    },
  },
  'not-a-whole-number': {
    title: { zh: '应为整数', en: 'Not a whole number' },
    detail: { zh: '“{field}”中的“{value}”应为整数。', en: '{field}: "{value}" must be a whole number for this unit.' },
    cure: { zh: '请填写整数，或更换计量单位。', en: 'Write a whole number or choose another unit.' },
  },
  'too-many-places': {
    title: { zh: '小数位过多', en: 'Too many decimal places' },
    detail: {
      zh: '“{field}”中的“{value}”最多保留 {places} 位小数。',
      en: '{field}: "{value}" may have at most {places} decimal places.',
    },
    cure: { zh: '请减少小数位。', en: 'Write fewer decimal places.' },
  },
  'applicant-not-your-organisation': {
    title: { zh: '申请人不是本单位', en: 'The applicant is not your organisation' },
    detail: { zh: '“{field}”应为“{known}”。', en: '{field} must be "{known}".' },
    cure: {
      zh: '请按登记信息填写；登记信息有误的，请联系管理员。',
      en: 'State it as registered; if the register is wrong, ask an administrator.',
    },
  },
  'unknown-country': {
    title: { zh: '未知国家（地区）代码', en: 'Unknown country' },
    detail: {
      zh: '“{field}”中的“{value}”不是 ISO 3166 两位国家（地区）代码。',
      en: '{field}: "{value}" is not an ISO 3166 code of two letters.',
    },
    cure: { zh: '请使用两位大写代码，例如 JP。', en: 'Use two capital letters, such as JP.' },
  },
  'unknown-currency': {
    title: { zh: '未知币种', en: 'Unknown currency' },
    detail: { zh: '“{field}”中的“{value}”不是 ISO 4217 币种代码。', en: '{field}: "{value}" is not an ISO 4217 currency code.' },
    cure: { zh: '请使用三位大写代码，例如 USD。', en: 'Use three capital letters, such as USD.' },
  },
  'unknown-control-code': {
    title: { zh: '未知管制编码', en: 'Unknown control code' },
    detail: {
      zh: '“{field}”中的“{value}”不在当日已载入的管制清单中。',
      en: '{field}: "{value}" is not an entry of the control lists loaded for today.',
    },
    cure: {
      zh: '请核对官方清单中的编码；如清单中确有该编码，请写明所查清单版本。',
      en: 'Check the code in the official list; if it stands there, state the edition in which you read it.',
    },
  },
  'control-code-malformed': {
    title: { zh: '管制编码格式有误', en: 'Control code malformed' },
    detail: {
      zh: '“{field}”中的“{value}”不符合管制编码的格式。',
      en: '{field}: "{value}" does not have the form of a control code.',
    },
    cure: { zh: '请按官方清单填写，例如 1C905.b。', en: 'Write it as in the official list, such as 1C905.b.' },
  },
  'unknown-unit': {
    title: { zh: '未知计量单位', en: 'Unknown unit' },
    detail: { zh: '“{field}”中的“{value}”不是可用的计量单位。', en: '{field}: "{value}" is not a unit that can be used.' },
    cure: { zh: '可用单位：{known}。', en: 'Use one of: {known}.' },
  },
  'hs-code-wrong': {
    title: { zh: '海关商品编号有误', en: 'Customs code is wrong' },
    detail: { zh: '“{field}”中的“{value}”不是 6 至 10 位数字。', en: '{field}: "{value}" does not have 6 to 10 digits.' },
    cure: { zh: '请只填数字，不加点和空格。', en: 'Write digits only, without points or spaces.' },
  },
  'percent-out-of-range': {
    title: { zh: '百分比超出范围', en: 'Percentage out of range' },
    detail: {
      zh: '“{field}”须为 0 至 100 的十进制数，而不是“{value}”。',
      en: '{field} must be a decimal from 0 to 100, not "{value}".',
    },
    cure: { zh: '请填写如 99.95。', en: 'Write it like 99.95.' },
  },
  'composition-over-100': {
    title: { zh: '成分合计超过 100%', en: 'Composition above 100 per cent' },
    detail: { zh: '“{field}”各行合计 {sum}%。', en: '{field}: the rows add up to {sum} per cent.' },
    cure: { zh: '请更正各成分的质量分数。', en: 'Correct the shares of the substances.' },
  },
  'parameter-without-unit': {
    title: { zh: '参数缺少单位', en: 'Parameter without a unit' },
    detail: { zh: '参数“{property}”是数值，但没有单位。', en: 'The parameter "{property}" is a number without a unit.' },
    cure: { zh: '请填写单位；无量纲请填 1。', en: 'State the unit; write 1 for a pure number.' },
  },
  'not-a-number': {
    title: { zh: '不是数字', en: 'Not a number' },
    detail: {
      zh: '“{field}”中的“{value}”不是形如 1250.5 的十进制数。',
      en: '{field}: "{value}" is not a decimal number written like 1250.5.',
    },
    cure: {
      zh: '请填写数字和小数点，例如 1250.5，不加千位分隔符。',
      en: 'Write digits with a point, such as 1250.5, without separators.',
    },
  },
  'not-above-zero': {
    title: { zh: '须大于零', en: 'Must be above zero' },
    detail: { zh: '“{field}”须大于零，而不是 {value}。', en: '{field} must be above zero, not {value}.' },
    cure: { zh: '请更正数值。', en: 'Correct the number.' },
  },
  'absurdly-large': {
    title: { zh: '数值过大', en: 'Number too large' },
    detail: { zh: '“{field}”为 {value}，超过上限 {largest}。', en: '{field} is {value}, above the limit of {largest}.' },
    cure: { zh: '请检查数量级和计量单位。', en: 'Check the order of magnitude and the unit.' },
  },
  'not-a-day': {
    title: { zh: '日期无效', en: 'Not a day' },
    detail: {
      zh: '“{field}”中的“{value}”不是 1900 至 2199 年间的有效日期。',
      en: '{field}: "{value}" is not a day that exists in the years 1900 to 2199.',
    },
    cure: { zh: '请按 YYYY-MM-DD 填写，例如 2026-03-31。', en: 'Write YYYY-MM-DD, such as 2026-03-31.' },
  },
  'end-before-start': {
    title: { zh: '止日早于起日', en: 'End before start' },
    detail: { zh: '“{field}”{to} 早于起日 {from}。', en: '{field}: {to} lies before {from}.' },
    cure: { zh: '请更正其中一个日期。', en: 'Correct one of the two days.' },
  },
  'credit-code-wrong': {
    title: { zh: '统一社会信用代码有误', en: 'Credit code is wrong' },
    detail: {
      zh: '“{field}”中的“{value}”未通过 GB 32100-2015 校验。',
      en: '{field}: "{value}" fails the check of GB 32100-2015.',
    },
    cure: { zh: '请按营业执照核对 18 位代码。', en: 'Compare the 18 characters with the business licence.' },
  },
  'validity-in-the-past': {
    title: { zh: '有效期起日已过', en: 'Validity begins in the past' },
    detail: { zh: '有效期起日 {from} 早于今日 {today}。', en: 'The validity begins on {from}, before today, {today}.' },
    cure: { zh: '请选择今日或之后的日期。', en: 'Choose today or a later day.' },
  },
  'validity-too-far': {
    title: { zh: '起始日过远', en: 'Begins too far ahead' },
    detail: { zh: '有效期起始日不得晚于 {latest}。', en: 'The validity may begin on {latest} at the latest.' },
    cure: { zh: '请选择较早的起始日。', en: 'Choose an earlier first day.' },
  },
  'validity-too-long': {
    title: { zh: '有效期过长', en: 'Validity too long' },
    detail: {
      zh: '单项许可有效期不超过一年，最晚至 {last}。',
      en: 'A single licence is valid for one year at most, here until {last}.',
    },
    cure: { zh: '请提前有效期止日。', en: 'Choose an earlier last day.' },
  },
  'no-item': {
    title: { zh: '没有物项', en: 'No item' },
    detail: { zh: '申请中还没有物项。', en: 'The application has no item yet.' },
    cure: { zh: '请至少添加一个物项。', en: 'Add at least one item.' },
  },
  'currencies-differ': {
    title: { zh: '币种不一致', en: 'Currencies differ' },
    detail: { zh: '各物项使用了不同币种。', en: 'The items are stated in different currencies.' },
    cure: { zh: '一份申请请使用同一币种。', en: 'Use one currency in one application.' },
  },
  'no-party': {
    title: { zh: '缺少一方', en: 'A party is missing' },
    detail: { zh: '请添加：{role|party-role}。', en: 'Add this party: {role|party-role}.' },
    cure: { zh: '请在“境外各方”中添加。', en: 'Add it under parties.' },
  },
  'paper-missing': {
    title: { zh: '缺少材料', en: 'A paper is missing' },
    detail: { zh: '请上传：{kind|paper}。', en: 'Upload this paper: {kind|paper}.' },
    cure: { zh: '请上传 PDF 或 PNG 文件。', en: 'Upload it as PDF or PNG.' },
  },
  'not-declared': {
    title: { zh: '尚未声明', en: 'Not declared' },
    detail: { zh: '尚未声明所填内容真实、完整。', en: 'Nobody has declared that the statements are true and complete.' },
    cure: { zh: '请核对后作出声明。', en: 'Check the application and declare it.' },
  },
  'repeated-id': {
    title: { zh: '编号重复', en: 'Identifier repeated' },
    detail: { zh: '“{field}”中的编号已在另一行使用。', en: '{field}: another row has this identifier.' },
    cure: { zh: '新增的行请不要填写编号。', en: 'Leave the identifier of a new row out.' },
  },
} as const satisfies RefusalTexts;
