// The facts about an export that a determination is made from. An absent field is unknown, never "no".

export interface StatedParameter {
  readonly property: string;
  /** Text of a decimal, a number, a boolean or a word. */
  readonly value: string | number | boolean;
  /** Unit of the value; `text` and `boolean` for words and yes/no. */
  readonly unit: string;
}

export interface ItemFacts {
  /** goods (where none is stated), service or technology; any other word is unknown, so entries of every kind come into question. */
  readonly kind?: string;
  readonly name?: string;
  readonly nameZh?: string;
  readonly statedCode?: string;
  readonly hsCode?: string;
  readonly form?: string;
  readonly composition?: readonly { readonly substance: string; readonly massPercent?: number | string }[];
  readonly parameters?: readonly StatedParameter[];
  readonly origin?: string;
  readonly madeIn?: string;
  readonly contents?: readonly ContentFacts[];
  readonly madeWithTechnology?: readonly { readonly name?: string; readonly nameZh?: string; readonly origin?: string }[];
}

/** A built-in part; `valuePercent` is its share of the value of the whole. */
export interface ContentFacts {
  readonly name?: string;
  readonly nameZh?: string;
  readonly origin?: string;
  readonly valuePercent?: number | string;
}

export interface PartyFacts {
  /** end-user, importer, consignee … */
  readonly role?: string;
  readonly name?: string;
  readonly nameZh?: string;
  /** ISO 3166 alpha-2. */
  readonly country?: string;
  readonly business?: string;
  readonly military?: boolean;
  readonly ownedBy?: readonly { readonly name: string; readonly percent?: number | string }[];
}

export interface EndUseFacts {
  readonly text?: string;
  /** civil, military, defence-production, humanitarian, missile, semiconductor-14nm … */
  readonly flags?: readonly string[];
  readonly parameters?: readonly StatedParameter[];
}

export interface StatementFacts {
  readonly about?: string;
  readonly by?: string;
  readonly predicate: string;
  readonly ref?: string | readonly string[];
  readonly yearsAgo?: number;
}

export interface EnteredKnowledge {
  readonly instrument: string;
  readonly effect: 'extends-suspension' | 'state';
  readonly state?: 'in-force' | 'suspended';
  readonly from?: string;
  readonly to?: string;
  readonly text?: string;
}

export interface OperatorKnowledge {
  readonly enteredInstrument?: EnteredKnowledge;
  readonly enteredState?: EnteredKnowledge;
}

/** Places and countries are ISO 3166 alpha-2 codes, shares are per cent. */
export interface ExportFacts {
  readonly question?: string;
  readonly item?: ItemFacts;
  /** Where the thing leaves from. */
  readonly from?: string;
  /** Where it goes. */
  readonly to?: string;
  /** `place`: where the acting person is. */
  readonly exporter?: { readonly place?: string; readonly name?: string; readonly nameZh?: string };
  readonly parties?: readonly PartyFacts[];
  readonly endUse?: EndUseFacts;
  readonly statements?: readonly StatementFacts[];
  readonly operatorKnowledge?: readonly OperatorKnowledge[];
  /** What is asked of procedure: event, asked and plain facts on paths. */
  readonly procedure?: Readonly<Record<string, unknown>>;
}
