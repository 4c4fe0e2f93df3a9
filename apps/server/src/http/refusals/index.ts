// Refusals at the door: the table of words, how a refusal or a fault reads in one language, and the problem details made of it.
export { describeFault, describeRefusal, type DescribedFault, type DescribedRefusal } from './describe';
export { problemOf, type Problem } from './problem';
export { RefusalPages } from './refusal-pages';
export { REFUSAL_CODES, refusals, refusalText, statusOf, type RefusalCode } from './refusals';
