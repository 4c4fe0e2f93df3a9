// The form by which a document of the decision is prepared, with a picture of what will be issued.
import type { DocumentFacts, OfficerView } from '#casework';
import { addDays, addMonths, isLocalDate, type LocalDate } from '#kernel';
import { LIMITS, SINGLE_LICENCE_MONTHS, type DecisionDocument } from '#licensing';
import type { DescribedFault } from '../../http/refusals';
import { DECISION_PAPER } from '../../http/words';
import type { Field } from '../forms/field';
import { FormBuilder } from '../forms/form-builder';
import type { Voice } from '../rendering/voice';
import type { PreviewView } from './document-preview';
import type { FormView } from './parts';

export interface PrepareView extends FormView {
  readonly caption: string;
  readonly about: string;
  readonly preview: PreviewView;
}

/** Names of the form's fields. */
export type DocumentField = 'validFrom' | 'validTo' | `${'grounds' | 'remark'}.${'zh' | 'en'}`;

/** The fields that each document has. */
export const DOCUMENT_FIELDS: Readonly<Record<DecisionDocument, readonly DocumentField[]>> = {
  licence: ['validFrom', 'validTo'],
  'refusal-letter': ['grounds.zh', 'grounds.en', 'remark.zh', 'remark.en'],
  'not-controlled-letter': ['remark.zh', 'remark.en'],
};

/** What a document starts from: what is prepared, else for a licence the longest validity that begins today. */
export function startFacts(view: OfficerView, kind: DecisionDocument, today: LocalDate): DocumentFacts {
  const prepared = view.documents.find((document) => document.kind === kind)?.prepared;
  if (prepared) return prepared.facts;
  return kind === 'licence' ? { validity: { from: today, to: addDays(addMonths(today, SINGLE_LICENCE_MONTHS), -1) } } : {};
}

/** The text of a field by its dotted name. */
export function factText(facts: DocumentFacts, name: string): string {
  if (name === 'validFrom') return facts.validity?.from ?? '';
  if (name === 'validTo') return facts.validity?.to ?? '';
  const [part, key] = name.split('.');
  const text = part === 'grounds' ? facts.grounds : facts.remark;
  return (key === 'zh' ? text?.zh : text?.en) ?? '';
}

/** The facts as far as the written texts make some, for the picture; the verb checks them. */
export function pictured(kind: DecisionDocument, textOf: (name: string) => string): DocumentFacts {
  const has = (part: string) => DOCUMENT_FIELDS[kind].some((name) => name.startsWith(part));
  const [from, to] = has('valid') ? [textOf('validFrom'), textOf('validTo')] : ['', ''];
  return {
    ...(isLocalDate(from) && isLocalDate(to) && { validity: { from, to } }),
    ...(has('grounds') && { grounds: { zh: textOf('grounds.zh'), en: textOf('grounds.en') } }),
    ...(has('remark') && { remark: { zh: textOf('remark.zh'), en: textOf('remark.en') } }),
  };
}

export function preparePage(
  view: OfficerView,
  kind: DecisionDocument,
  written: { readonly version: number; readonly textOf: (name: string) => string },
  preview: PreviewView,
  faults: readonly DescribedFault[],
  voice: Voice,
): PrepareView {
  const { t } = voice;
  const form = new FormBuilder(voice, written.textOf, faults);
  const fields = DOCUMENT_FIELDS[kind].map((name) => fieldOf(name, form, voice));
  const what = voice.say(DECISION_PAPER[kind]);
  return {
    title: t('document.prepare', { kind: what }),
    caption: view.reference,
    about: t(`prepareAbout.${kind}`),
    back: { href: `/cases/${view.id}`, text: view.reference },
    action: `/cases/${view.id}/documents/${kind}`,
    version: written.version,
    errors: form.errors(fields),
    fields,
    submit: t('document.keep'),
    preview,
  };
}

function fieldOf(name: DocumentField, form: FormBuilder, voice: Voice): Field {
  const { t } = voice;
  switch (name) {
    case 'validFrom':
      return form.text(name, {
        label: { zh: '有效期起', en: 'Valid from' },
        type: 'date',
        width: 'short',
        hint: t('hint.validFrom'),
      });
    case 'validTo':
      return form.text(name, {
        label: { zh: '有效期止', en: 'Valid to' },
        type: 'date',
        width: 'short',
        hint: t('hint.validTo', { months: SINGLE_LICENCE_MONTHS }),
      });
    default:
      return form.area(name, {
        label: t(`documentField.${name}`),
        lang: name.endsWith('.zh') ? 'zh' : 'en',
        hint: t('hint.reason', { max: LIMITS.longText }),
        optional: name.startsWith('remark'),
      });
  }
}
