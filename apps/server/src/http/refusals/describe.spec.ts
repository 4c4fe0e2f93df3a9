// Refusals and faults in words: facts filled in, keys of the trade named, nothing of the input run away with.
import { Refusal } from '#kernel';
import { describeFault, describeRefusal } from './describe';

it('names statuses, moves and roles in the language', () => {
  const refusal = new Refusal('conflict', 'move-not-open', {
    move: 'publish',
    status: 'draft',
    from: ['countersigned', 'advised'],
  });
  expect(describeRefusal(refusal, 'en').detail).toBe(
    'The status is "Draft"; "Publish decision" is possible only in: Countersigned, Final advice given.',
  );
  expect(describeRefusal(refusal, 'zh').detail).toBe(
    '当前状态为“草稿”；“公布决定”只能在以下状态办理：已会签、已出具最终审查意见。',
  );
});

it.each([
  ['items.0.quantity', '物项1：数量', 'Item 1: Quantity'],
  ['items.11.composition.2.massPercent', '物项12：成分3：质量分数（%）', 'Item 12: Component 3: Per cent by mass'],
  ['applicant.nameZh', '申请人：中文名称', 'Applicant: Name in Chinese'],
  ['password', '密码', 'Password'],
  ['advice.lines.7f3c9c0e-3a51-4f0e-9a25-0d6b8f0f3b11.reason', '审查意见：物项：理由', 'Advice: Item: Reason'],
  ['effect.queueIds.1', '效果：队列2', 'Effect: Queue 2'],
  ['grounds.zh', '告知申请人的理由：中文', 'Grounds told to the applicant: Chinese'],
  ['no.such.field', 'no.such.field', 'no.such.field'],
])('names the field at %s', (at, zh, en) => {
  expect(describeFault({ code: 'field-missing', at }, 'zh').message).toBe(`请填写“${zh}”。`);
  expect(describeFault({ code: 'field-missing', at }, 'en').message).toBe(`Enter ${en}.`);
});

it('names the documents of a decision', () => {
  const fault = { code: 'documents-not-prepared', facts: { documents: ['licence', 'refusal-letter'] } };
  expect(describeFault(fault, 'en').message).toBe(
    'The decision needs documents that are not prepared: Licence, Letter of refusal.',
  );
});

it('gives the reason of each row that stands against an act on many', () => {
  const refusal = new Refusal('conflict', 'bulk-refused', { refused: 1, of: 3 }, [{ code: 'held-by-another', at: 'cases.2' }]);
  expect(describeRefusal(refusal, 'en')).toMatchObject({
    detail: 'The act is refused for 1 of 3, so none was changed; the reason is told for each.',
    faults: [{ at: 'cases.2', code: 'held-by-another', message: 'Another officer holds this case.' }],
  });
});

it('shows a dash for a fact that is not there, and at most 200 characters of one that is', () => {
  expect(describeFault({ code: 'not-a-day', at: 'contract.date' }, 'en').message).toBe(
    'Contract: Date of contract: "—" is not a day that exists in the years 1900 to 2199.',
  );
  const { message } = describeFault({ code: 'not-a-day', at: 'contract.date', facts: { value: 'x'.repeat(5000) } }, 'en');
  expect(message.length).toBeLessThan(300);
});

it('takes facts as text only: placeholders inside a fact stay as they are', () => {
  expect(describeFault({ code: 'not-a-day', at: 'contract.date', facts: { value: '{field}$&' } }, 'en').message).toContain(
    '"{field}$&"',
  );
});

it('shows a code without words as itself', () => {
  expect(describeRefusal(new Refusal('invalid', 'constructor'), 'zh')).toMatchObject({
    title: 'constructor',
    detail: 'constructor',
  });
});
