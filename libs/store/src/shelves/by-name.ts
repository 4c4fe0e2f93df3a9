// The order of names that people read: by pinyin.

/** Below, at or above zero, as for `sort`. */
export const byName = new Intl.Collator('zh-CN-u-co-pinyin').compare;
