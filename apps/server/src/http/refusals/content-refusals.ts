// Words for what one statement of an application says against another, for the codes of customs, and for what asks for an explanation.
import type { RefusalTexts } from './refusal-text';

export const contentRefusals = {
  'hs-year-wrong': {
    title: { zh: '年版有误', en: 'Year of the catalogue is wrong' },
    detail: {
      zh: '“{field}”中的“{value}”不是 {first} 至 {last} 间的四位年份。',
      en: '{field}: "{value}" is not a year of four digits from {first} to {last}.',
    },
    cure: { zh: '请填写查得该编号的目录年份，例如 2026。', en: 'Write the year of the catalogue that you read, such as 2026.' },
  },
  'trade-mode-wrong': {
    title: { zh: '贸易方式代码有误', en: 'Trade mode is wrong' },
    detail: { zh: '“{field}”中的“{value}”不是四位数字。', en: '{field}: "{value}" does not have four digits.' },
    cure: { zh: '请填写海关监管方式代码，例如 0110。', en: 'Write the code of the customs supervision mode, such as 0110.' },
  },
  'kilograms-differ': {
    title: { zh: '千克数与数量不符', en: 'Kilograms contradict the quantity' },
    detail: {
      zh: '“{field}”为 {kgQuantity}，而 {quantity} {unit|unit}等于 {exact} 千克。',
      en: '{field}: {kgQuantity} is stated, but {quantity} {unit|unit} is {exact} kg.',
    },
    cure: { zh: '请更正其中之一，或将千克数留空。', en: 'Correct one of the two, or leave the kilograms empty.' },
  },
  'price-differs': {
    title: { zh: '单价与总价不符', en: 'Unit price contradicts the value' },
    detail: {
      zh: '“{field}”{unitPrice} × {quantity} = {product} {currency}，而总价为 {value}。',
      en: '{field}: {unitPrice} times {quantity} is {product} {currency}, but the value of the line is {value}.',
    },
    cure: { zh: '请更正单价、数量或总价。', en: 'Correct the unit price, the quantity or the value.' },
  },
  'contract-after-filing': {
    title: { zh: '合同日期晚于提交日', en: 'Contract later than the filing' },
    detail: {
      zh: '“{field}”{date} 晚于今日 {today}；尚未签订的合同无法随申请提交副本。',
      en: '{field}: {date} lies after today, {today}. A contract that is not yet signed cannot be attached.',
    },
    cure: { zh: '请更正日期，或在签订后提交。', en: 'Correct the day, or file once it is signed.' },
  },
  'end-user-elsewhere': {
    title: { zh: '最终用户不在目的国（地区）', en: 'End user outside the destination' },
    detail: {
      zh: '货物运往{destination|country}，最终用户位于{country|country}：请在最终用途中说明原因。',
      en: 'The goods go to {destination|country}, the end user sits in {country|country}: the end use should say why.',
    },
    cure: { zh: '请在最终用途中说明，或更正其中之一。', en: 'Explain it in the end use, or correct one of the two.' },
  },
} as const satisfies RefusalTexts;
