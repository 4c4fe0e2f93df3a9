// Translates one item of an application into the facts that a determination is made from. What nobody stated stays absent, never "no".
import type { ApplicationContent, ApplicationItem, DeliveryForm } from '#licensing';
import { unitWithout, type ExportFacts, type ItemFacts, type PartyFacts, type Rulebook } from '#regulation';

/** Where a dual-use item leaves from: the mainland. */
export const EXPORT_FROM = 'CN';

const KIND: Record<DeliveryForm, NonNullable<ItemFacts['kind']>> = {
  goods: 'goods',
  software: 'technology',
  data: 'technology',
  deemed: 'technology',
  service: 'service',
};

type Words = Rulebook['propertyWords'];

export function exportFacts(content: ApplicationContent, item: ApplicationItem, words: Words): ExportFacts {
  const { shipment, endUse, applicant } = content;
  return {
    question: 'requirement',
    item: {
      ...(shipment.deliveryForm && { kind: KIND[shipment.deliveryForm] }),
      ...(item.nameEn && { name: item.nameEn }),
      ...(item.nameZh && { nameZh: item.nameZh }),
      ...(item.controlCode && { statedCode: item.controlCode }),
      ...(item.hsCode && { hsCode: item.hsCode }),
      ...(item.form && { form: item.form }),
      ...(item.composition.length > 0 && {
        composition: item.composition.map(({ substance, massPercent }) => ({ substance, ...(massPercent && { massPercent }) })),
      }),
      ...(item.parameters.length > 0 && {
        parameters: item.parameters.map(({ property, value, unit }) => {
          const stated = unit || unitWithout(words[property]);
          return { property, value: stated === 'boolean' ? yesOrNo(value) : value, unit: stated };
        }),
      }),
      ...(item.origin && { origin: item.origin }),
    },
    from: EXPORT_FROM,
    ...(shipment.destination && { to: shipment.destination }),
    exporter: {
      place: EXPORT_FROM,
      ...(applicant.nameEn && { name: applicant.nameEn }),
      ...(applicant.nameZh && { nameZh: applicant.nameZh }),
    },
    parties: content.parties.map((party): PartyFacts => ({
      role: party.role,
      ...(party.nameEn && { name: party.nameEn }),
      ...(party.nameZh && { nameZh: party.nameZh }),
      ...(party.country && { country: party.country }),
      ...(party.role === 'end-user' && endUse.military !== null && { military: endUse.military }),
    })),
    ...(shipment.deliveryForm === 'deemed' && {
      statements: [{ by: 'record', about: 'party:end-user', predicate: 'is-foreign-person' }],
    }),
    endUse: {
      ...((endUse.en || endUse.zh) && { text: [endUse.en, endUse.zh].filter(Boolean).join(' / ') }),
      ...(endUse.military !== null && { flags: [endUse.military ? 'military' : 'civil'] }),
    },
  };
}

/** The answer to a yes-or-no property; other words stay as they were written. */
export function yesOrNo(value: string): string | boolean {
  if (/^(true|yes|是)$/i.test(value.trim())) return true;
  return /^(false|no|否)$/i.test(value.trim()) ? false : value;
}
