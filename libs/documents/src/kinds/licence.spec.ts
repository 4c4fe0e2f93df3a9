import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkView } from '../check-view';
import { DocumentFault } from '../document-fault';
import { findTemplateFolder } from '../template-folder';
import { LICENCE_LIMITS, licenceViewSchema, type LicenceView } from './licence';

const sampleText = readFileSync(path.join(findTemplateFolder(), 'documents/licence/v1/sample.json'), 'utf8');

function changed(change: (view: Record<string, never> & LicenceView) => void): unknown {
  const view = JSON.parse(sampleText) as Record<string, never> & LicenceView;
  change(view);
  return view;
}

function pathsAtFault(view: unknown): string[] {
  try {
    checkView('licence', licenceViewSchema, view);
    return [];
  } catch (error) {
    if (error instanceof DocumentFault) return error.problems.map((problem) => problem.path);
    throw error;
  }
}

describe('the view of a licence', () => {
  it('accepts the sample', () => {
    expect(pathsAtFault(JSON.parse(sampleText))).toEqual([]);
  });

  it('accepts a paper without importer, remarks, conditions, hand, trade mode, unit price, kilograms and customs code', () => {
    const view = changed((licence) => {
      delete licence.importer;
      delete licence.remarks;
      delete licence.decidedBy;
      delete licence.tradeMode;
      licence.conditions = [];
      for (const item of licence.items) {
        delete item.hsCode;
        delete item.hsYear;
        delete item.kgQuantity;
        delete item.unitPrice;
      }
    });
    expect(pathsAtFault(view)).toEqual([]);
  });

  it.each<[string, (view: Record<string, never> & LicenceView) => void, string]>([
    ['an unknown field', (view) => Object.assign(view, { extra: 1 }), ''],
    ['a blank number', (view) => (view.number = ' '), 'number'],
    ['a number too long', (view) => (view.number = 'x'.repeat(LICENCE_LIMITS.code + 1)), 'number'],
    ['a party without a name', (view) => delete view.importer?.nameEn, 'importer'],
    ['no end user', (view) => delete (view as Partial<LicenceView>).endUser, 'endUser'],
    ['a day that does not exist', (view) => Object.assign(view, { issuedOn: '2026-02-30' }), 'issuedOn'],
    ['an end before the start', (view) => Object.assign(view, { validTo: '2026-03-01' }), 'validTo'],
    ['no item', (view) => (view.items = []), 'items'],
    ['two lines alike', (view) => view.items.forEach((item) => (item.line = 1)), 'items'],
    ['a quantity of zero', (view) => view.items.forEach((item) => (item.quantity = '0.00')), 'items.0.quantity'],
    ['a quantity in words', (view) => view.items.forEach((item) => (item.quantity = '1e3')), 'items.0.quantity'],
    ['a negative value', (view) => view.items.forEach((item) => (item.value = '-1')), 'items.0.value'],
    ['another currency', (view) => view.items.forEach((item) => (item.currency = 'EUR')), 'items.0.currency'],
    ['a total one cent off', (view) => (view.totalValue = '469390.01'), 'totalValue'],
    ['a destination that is no code', (view) => (view.destination.iso = 'Japan'), 'destination.iso'],
    ['no verification code', (view) => delete (view as Partial<LicenceView>).verification, 'verification'],
    ['an address without the code', (view) => (view.verification.code = 'OTHER'), 'verification'],
    ['no web address', (view) => (view.verification.url = 'javascript:1'), 'verification.url'],
    ['a trade mode in words', (view) => (view.tradeMode = 'general'), 'tradeMode'],
    ['a year of two digits', (view) => view.items.forEach((item) => (item.hsYear = '26')), 'items.0.hsYear'],
    ['no kilograms', (view) => view.items.forEach((item) => (item.kgQuantity = '0')), 'items.0.kgQuantity'],
    ['no legal basis', (view) => (view.legalBasis = []), 'legalBasis'],
    ['a condition in one language', (view) => view.conditions.push({ zh: '甲' } as never), 'conditions.2.en'],
  ])('refuses %s and names the place', (_, change, at) => {
    expect(pathsAtFault(changed(change))).toContain(at);
  });

  it('takes the limits and refuses one more', () => {
    const withItems = (count: number) =>
      changed((view) => {
        const [first] = view.items;
        if (!first) throw new Error('the sample has no item');
        view.items = Array.from({ length: count }, (_, i) => ({ ...first, line: i + 1, value: '1' }));
        view.totalValue = String(count);
      });
    expect(pathsAtFault(withItems(LICENCE_LIMITS.items))).toEqual([]);
    expect(pathsAtFault(withItems(LICENCE_LIMITS.items + 1))).toContain('items');
  });

  it('names all misfits together and repeats no value', () => {
    const view = changed((licence) => Object.assign(licence, { number: '', totalValue: 'secret', contractNumber: 7 }));
    expect(() => checkView('licence', licenceViewSchema, view)).toThrow(/number: .*contractNumber: .*totalValue: /);
    expect(() => checkView('licence', licenceViewSchema, view)).not.toThrow(/secret/);
  });
});
