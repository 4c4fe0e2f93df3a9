// The standing phrases of conditions and reasons that an adviser picks from; free text is allowed beside them.
import type { Bilingual } from '#kernel';
import type { Verdict } from './advice';

export interface StandingCondition extends Bilingual {
  readonly key: string;
  /** The rule that the condition repeats or applies; absent where the authority sets it for the case. */
  readonly cite?: string;
}

export interface StandingReason extends Bilingual {
  readonly key: string;
  /** The verdicts that the phrase is offered with. */
  readonly verdicts: readonly Verdict[];
}

export const CONDITION_PICKLIST: readonly StandingCondition[] = [
  {
    key: 'civil-end-use-only',
    zh: '物项仅限用于申请所载的民用最终用途，不得用于任何军事目的。',
    en: 'The items are to be used for the civil end use stated in the application only, and for no military purpose.',
  },
  {
    key: 'no-mass-destruction',
    zh: '物项不得用于大规模杀伤性武器及其运载工具的设计、开发、生产或者使用，不得用于恐怖主义目的。',
    en: 'The items are not to serve the design, development, production or use of weapons of mass destruction or their means of delivery, nor any terrorist purpose.',
    cite: 'Export Control Law Art. 12',
  },
  {
    key: 'no-re-transfer',
    zh: '未经国务院商务主管部门允许，最终用户不得改变物项的最终用途，不得向任何第三方转让。',
    en: 'Without leave of the commerce department of the State Council the end user shall neither change the end use nor pass the items to any third party.',
    cite: 'Export Control Law Art. 16; Decree 792 Art. 24',
  },
  {
    key: 'place-of-use',
    zh: '物项仅限在申请所载的使用地点安装和使用。',
    en: 'The items are to be installed and used only at the place of use stated in the application.',
  },
  {
    key: 'no-technology',
    zh: '本许可不包括与物项有关的技术资料和技术服务的出口。',
    en: 'The licence does not extend to technical data or technical services that relate to the items.',
  },
  {
    key: 'quantity-limit',
    zh: '各物项实际出口数量不得超过许可证载明的数量；未出口的余量不得结转至其他许可证。',
    en: 'No more of an item may be exported than the licence states for it; what is left over does not pass to another licence.',
  },
  {
    key: 'report-arrival',
    zh: '物项运抵最终用户后，出口经营者应当及时向许可机关报告运抵时间和数量。',
    en: 'When the items have reached the end user, the exporter reports the day of arrival and the quantities to the issuing authority without delay.',
    cite: 'Decree 792 Art. 18',
  },
  {
    key: 'report-installation',
    zh: '物项安装调试完成后，出口经营者应当及时报告安装地点和使用情况，并附最终用户的书面确认。',
    en: 'When the items have been installed, the exporter reports the place of installation and the use without delay, with a written confirmation of the end user.',
    cite: 'Decree 792 Art. 18',
  },
  {
    key: 'on-site-verification',
    zh: '最终用户应当同意并配合对物项最终用途的实地核查。',
    en: 'The end user permits verification of the end use on site and cooperates with it.',
    cite: 'Decree 792 Art. 17, 26',
  },
  {
    key: 'stop-on-change',
    zh: '最终用户或者最终用途已经改变或者可能改变的，出口经营者应当立即停止出口并报告。',
    en: 'If the end user or the end use has changed or may change, the exporter stops the export at once and reports it.',
    cite: 'Decree 792 Art. 25',
  },
  {
    key: 'keep-records',
    zh: '与本次出口有关的合同、单证、往来文件以及最终用户和最终用途材料，应当至少保存五年。',
    en: 'Contracts, documents and letters of this export, and the papers on its end user and end use, are kept for at least five years.',
    cite: 'Decree 792 Art. 27',
  },
];

export const REASON_PICKLIST: readonly StandingReason[] = [
  {
    key: 'end-use-consistent',
    verdicts: ['approve', 'approve-with-conditions'],
    zh: '所附材料能够相互印证，最终用户和最终用途与物项的性能和数量相符。',
    en: 'The papers bear each other out; end user and end use fit the properties and the quantity of the item.',
  },
  {
    key: 'risk-met-by-conditions',
    verdicts: ['approve-with-conditions'],
    zh: '存在一定的改变用途或者转让风险，可以通过附加条件予以控制。',
    en: 'There is some risk of another use or of re-transfer, and the conditions can hold it within bounds.',
  },
  {
    key: 'end-use-unproven',
    verdicts: ['refuse'],
    zh: '现有材料不足以证明所申报的最终用途。',
    en: 'The papers do not prove the end use that is stated.',
  },
  {
    key: 'end-user-doubtful',
    verdicts: ['refuse'],
    zh: '最终用户的身份、经营范围或者生产能力与所申请物项不相称。',
    en: 'Identity, business or capacity of the end user do not fit the items applied for.',
  },
  {
    key: 'diversion-risk',
    verdicts: ['refuse'],
    zh: '物项经由运输路线、中间商或者收货人被转移至其他用户的风险较大。',
    en: 'Route, middleman or consignee make it likely that the items are diverted to another user.',
  },
  {
    key: 'military-end-use',
    verdicts: ['refuse'],
    zh: '物项可能用于提升境外军事力量。',
    en: 'The items may serve to strengthen a foreign military.',
  },
  {
    key: 'mass-destruction-risk',
    verdicts: ['refuse'],
    zh: '物项可能用于大规模杀伤性武器及其运载工具，或者恐怖主义目的。',
    en: 'The items may serve weapons of mass destruction, their means of delivery, or terrorism.',
  },
  {
    key: 'commitments',
    verdicts: ['refuse'],
    zh: '该项出口不符合我国承担的国际义务或者对外承诺。',
    en: 'The export would be against international duties or commitments of the country.',
  },
  {
    key: 'quantity-beyond-need',
    verdicts: ['refuse'],
    zh: '申请数量明显超出所申报最终用途的合理需要。',
    en: 'The quantity is clearly beyond what the stated end use can need.',
  },
  {
    key: 'no-verification',
    verdicts: ['refuse'],
    zh: '最终用户未在规定期限内配合核查，最终用途无法核实。',
    en: 'The end user did not cooperate with verification in time, so that the end use cannot be verified.',
  },
  {
    key: 'earlier-breach',
    verdicts: ['refuse'],
    zh: '出口经营者存在违反出口管制规定的记录，且未完成整改。',
    en: 'The exporter has a record of breaches of export control that are not yet mended.',
  },
  {
    key: 'below-threshold',
    verdicts: ['not-controlled'],
    zh: '依所提交材料，物项的技术指标未达到管制清单所列参数。',
    en: 'By the papers submitted, the item stays below the parameters of the control list.',
  },
  {
    key: 'outside-description',
    verdicts: ['not-controlled'],
    zh: '依所提交材料，物项不属于管制清单所描述的物项。',
    en: 'By the papers submitted, the item is none that the control list describes.',
  },
  {
    key: 'appraisal-needed',
    verdicts: ['refer'],
    zh: '物项的技术指标需要组织鉴别或者专家论证。',
    en: 'The technical figures of the item need an appraisal or the opinion of experts.',
  },
  {
    key: 'other-agency-needed',
    verdicts: ['refer'],
    zh: '该项出口需要征求国家有关部门的意见。',
    en: 'Other departments of state have to be consulted on this export.',
  },
  {
    key: 'other-team-needed',
    verdicts: ['refer'],
    zh: '该物项属于其他审查组的专业范围。',
    en: 'The item lies in the field of another team of reviewers.',
  },
];
