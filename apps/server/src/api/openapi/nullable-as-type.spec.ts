// "May be null" as OpenAPI 3.1 says it.
import { nullableAsType } from './nullable-as-type';

it.each([
  [
    { type: 'string', nullable: true, description: 'x' },
    { type: ['string', 'null'], description: 'x' },
  ],
  [
    { type: 'string', enum: ['a'], nullable: true },
    { type: ['string', 'null'], enum: ['a', null] },
  ],
  [
    { nullable: true, description: 'x', allOf: [{ $ref: '#/a' }] },
    { description: 'x', anyOf: [{ $ref: '#/a' }, { type: 'null' }] },
  ],
  [{ nullable: true, $ref: '#/a' }, { anyOf: [{ $ref: '#/a' }, { type: 'null' }] }],
  [{ properties: { a: { type: 'integer', nullable: true } } }, { properties: { a: { type: ['integer', 'null'] } } }],
  [{ type: 'string' }, { type: 'string' }],
  [
    ['a', null, 1],
    ['a', null, 1],
  ],
])('%j', (before, after) => {
  expect(nullableAsType(before as unknown)).toEqual(after);
});
