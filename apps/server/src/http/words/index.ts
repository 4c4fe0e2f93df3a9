// The words of the product in both languages, typed by the constants they name.
export * from './say';
export * from './cases';
export * from './people';
export * from './readings';
export * from './content';
export * from './determinations';
export * from './field-label';
export * from './timeline';
export { OTHER_FIELDS } from './other-fields';
export * from './papers';
export * from './products';
