// Text in both languages of the product.

/** Chinese and English of the same thing. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Bilingual;
