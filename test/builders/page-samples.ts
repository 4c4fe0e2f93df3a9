// A full and, where it differs, a bare view of every page; a page without one does not compile.
import { caseSamples } from './case-samples';
import { filingSamples } from './filing-samples';
import { lawSamples } from './law-samples';
import { officerSamples } from './officer-samples';
import { productSamples } from './product-samples';
import { queueSamples } from './queue-samples';
import { workSamples } from './work-samples';
import type { Language } from '#kernel';
import { FormBuilder } from '../../apps/server/src/pages/forms/form-builder';
import { itemFields, storedRows } from '../../apps/server/src/pages/forms/item-form';
import { SECTION_FORMS } from '../../apps/server/src/pages/forms/section-forms';
import type { PageName, PageViews } from '../../apps/server/src/pages/rendering/page-views';
import { Voice } from '../../apps/server/src/pages/rendering/voice';
import { askResetForm, newPasswordForm, signInForm } from '../../apps/server/src/pages/views/account-views';
import { HOSTILE, link, pair, tag } from './page-parts';

/** The sample views in the language. */
export function pageSamples(language: Language): { [Name in PageName]: PageViews[Name][] } {
  const voice = new Voice(language);
  const faults = [{ code: 'field-missing', at: 'email', message: HOSTILE, cure: 'Cure' }];
  const given = { voice, valueOf: () => HOSTILE, faults };
  const form = new FormBuilder(voice, () => HOSTILE, [
    { code: 'x', at: 'items.0.composition.0.substance', message: HOSTILE, cure: '' },
    { code: 'x', at: 'applicant.nameZh', message: HOSTILE, cure: '' },
  ]);
  const fields = [
    ...Object.values(SECTION_FORMS).flatMap((section) => section.fields(form, voice)),
    ...itemFields(form, voice, 0, storedRows(undefined), { purity: { unit: '%', meaning: 'share', zh: ['纯度'] } }),
  ];
  const formView = { title: 'Form', back: link, action: '/a', version: 3, errors: form.errors(fields), fields, submit: 'Save' };
  const file = form.file('papers.A5', { label: 'File', accept: 'application/pdf' });
  const choice = form.choices('c', { label: 'Choice', type: 'radio', choices: [{ value: 'v', label: 'V', hint: 'h' }] });
  const rows = form.rows('advice.conditions', {
    label: 'Conditions',
    columns: [{ key: 'zh', label: 'zh' }],
    count: 2,
    most: 5,
    addLabel: 'more',
  });
  const area = form.area('advice.reasons', { label: 'Reasons' });
  const select = form.select('kind', { label: 'Kind', choices: [{ value: 'A6', label: HOSTILE, hint: null }] });
  const text = form.text('advice.items.i', { label: 'Code' });
  return {
    account: [
      signInForm(given, '/next'),
      askResetForm({ ...given, faults: [] }),
      newPasswordForm(given, 'invitation', { name: HOSTILE, email: 'a@b' }, '/x'),
    ],
    notice: [{ title: 'N', text: HOSTILE, link }],
    problem: [{ status: 404, title: 'P', detail: HOSTILE, cure: 'c', faults: [{ message: 'm', cure: 'c' }], link }],
    stale: [
      { title: 'S', detail: 'd', changes: [{ at: '2026', text: 't' }], written: [{ label: HOSTILE, text: HOSTILE }], link },
      { title: 'S', detail: 'd', changes: [], written: [], link },
    ],
    form: [formView, { ...formView, version: null, errors: [] }],
    list: [
      {
        title: 'L',
        back: link,
        empty: 'e',
        rows: [{ caption: 'c', name: pair, facts: HOSTILE, change: link, remove: link, missing: '2' }],
        missing: ['m'],
        add: link,
        also: link,
      },
      { title: 'L', back: link, empty: 'e', rows: [], missing: [], add: null, also: null },
    ],
    ...filingSamples({ text, choice, area, file, select }),
    ...workSamples(fields, area),
    ...productSamples(text),
    ...lawSamples(text),
    ...officerSamples(),
    ...queueSamples([select, text]),
    ...caseSamples({ text, choice, area, rows, select, form: formView }),
    confirm: [{ ...formView, about: 'a', fields: [choice], errors: [] }],
    verification: [
      { number: 'DU-1', life: tag, sha256: 'abc' },
      { number: 'DU-1', life: tag, sha256: null },
    ],
    'api-docs': [
      {
        about: HOSTILE,
        groups: [
          {
            id: 'tag-a',
            name: 'a',
            operations: [
              {
                id: 'A.b',
                method: 'GET',
                path: '/a',
                summary: HOSTILE,
                inputs: [{ name: 'n', where: 'query', type: 'string', required: true, about: HOSTILE }],
                answers: [
                  { status: '200', schema: 'Body', schemaId: 'schema-Body', about: '', codes: [] },
                  { status: '404', schema: null, schemaId: '', about: '', codes: ['no-such-place'] },
                ],
              },
            ],
          },
        ],
        schemas: [{ id: 'schema-Body', name: 'Body', fields: [{ name: 'f', type: 't', required: false, about: '' }] }],
      },
    ],
  };
}
