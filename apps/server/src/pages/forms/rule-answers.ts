// Reads the form of a routing rule: lists written with commas, numbers and codes as people type them, and only the criteria that were stated.
import { newRule, RuleDto } from '../../api/administration/rule.dto';
import { inputInvalid, validateInput } from '../../http/validate-input';
import type { NewRule } from '#casework';
import { SIGNING_STAGE } from '#licensing';
import type { FormAnswers } from './form-answers';
import { typedCode, typedNumber } from './typed-text';

/** What the form says, whatever it is; a rule for signatures without a stage gets the only one that it can have. */
export function ruleAnswers(answers: FormAnswers): object {
  const kind = answers.text('effect.kind');
  const queueIds = answers.list('effect.queueIds');
  const count = answers.text('effect.count');
  const stages = [...answers.list('stages')];
  return {
    name: { zh: answers.text('name.zh'), en: answers.text('name.en') },
    tier: wholeNumber(answers.text('tier')),
    stages: stages.length === 0 && kind === 'countersignatures' ? [SIGNING_STAGE] : stages,
    criteria: criteriaOf(answers),
    effect: { kind, ...(kind === 'countersignatures' ? { count: wholeNumber(count) } : { queueIds: [...queueIds] }) },
    from: answers.trimmed('from'),
    to: answers.trimmed('to') || null,
    reason: answers.text('reason'),
  };
}

/** Throws Refusal `input-invalid` with a fault per field. */
export function ruleOfAnswers(given: object): NewRule {
  const rule = newRule(validateInput(RuleDto, given));
  if (rule.criteria.value && !rule.criteria.value.currency)
    throw inputInvalid([{ code: 'field-missing', at: 'criteria.value.currency' }]);
  return rule;
}

/** The field of the form in which the place of a fault is written. */
export function ruleFieldOf(at: string): string {
  return at.replace(/^(stages|effect\.queueIds|criteria\.(?:procedures|codes|destinations|partyFlags))\.\d+$/, '$1');
}

function criteriaOf(answers: FormAnswers): object {
  const lists = {
    procedures: [...answers.list('criteria.procedures')],
    codes: listed(answers.text('criteria.codes')),
    destinations: listed(answers.text('criteria.destinations')).map((code) => code.toUpperCase()),
    partyFlags: [...answers.list('criteria.partyFlags')],
  };
  const from = typedNumber(answers.text('criteria.value.from'));
  const below = typedNumber(answers.text('criteria.value.below'));
  const currency = typedCode(answers.text('criteria.value.currency')).toUpperCase();
  const value = { ...(from && { from }), ...(below && { below }), ...(currency && { currency }) };
  return {
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)),
    ...(Object.keys(value).length > 0 && { value }),
  };
}

/** The parts of a list written with commas or spaces, in whatever width they were typed. */
function listed(text: string): string[] {
  return typedCode(text.replaceAll('、', ','))
    .split(/[\s,;]+/)
    .filter(Boolean);
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,3}$/.test(text) ? Number(text) : undefined;
}
