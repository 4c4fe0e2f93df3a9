// The type of all papers: Noto Sans for letters and figures, Noto Sans SC for Chinese, each in the two weights the templates use;
// nothing else may be drawn, so that a paper looks the same on every machine.
import { closeSync, openSync, readSync } from 'node:fs';

/** Absolute paths of the regular and the bold weight of each family (SIL Open Font Licence), in the order the templates ask for them. */
export function paperFontFamilies(): string[][] {
  return [
    [
      require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
      require.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
    ],
    [
      require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
      require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
    ],
  ];
}

/** True when a glyph for the Unicode code point exists. */
export type GlyphCoverage = (codePoint: number) => boolean;

/** What some family can draw in all its weights. Throws when a file is no TrueType font with a full Unicode character map. */
export function coverageOf(families: readonly (readonly string[])[]): GlyphCoverage {
  const maps = families.map((files) => files.map(readRanges));
  return (codePoint) => maps.some((weights) => weights.every((ranges) => within(ranges, codePoint)));
}

type Range = readonly [first: number, last: number];

// OpenType `cmap` subtable format 12: groups of (first code point, last code point, first glyph), in ascending order.
function readRanges(file: string): Range[] {
  const handle = openSync(file, 'r');
  try {
    const read = (position: number, length: number) => {
      const bytes = Buffer.alloc(length);
      if (readSync(handle, bytes, 0, length, position) !== length) throw new Error(`${file} ends too early`);
      return bytes;
    };
    const tables = read(12, 16 * read(4, 2).readUInt16BE());
    const table = Array.from({ length: tables.length / 16 }, (_, i) => tables.subarray(16 * i, 16 * i + 16)).find(
      (row) => row.toString('latin1', 0, 4) === 'cmap',
    );
    if (!table) throw new Error(`${file} has no character map`);
    const cmap = read(table.readUInt32BE(8), table.readUInt32BE(12));
    for (let i = 0; i < cmap.readUInt16BE(2); i++) {
      const at = cmap.readUInt32BE(8 + 8 * i);
      if (cmap.readUInt16BE(at) !== 12) continue;
      return Array.from({ length: cmap.readUInt32BE(at + 12) }, (_, group): Range => {
        const row = at + 16 + 12 * group;
        return [cmap.readUInt32BE(row), cmap.readUInt32BE(row + 4)];
      });
    }
    throw new Error(`${file} has no full Unicode character map`);
  } finally {
    closeSync(handle);
  }
}

function within(ranges: readonly Range[], codePoint: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (!range || codePoint < range[0]) high = middle - 1;
    else if (codePoint > range[1]) low = middle + 1;
    else return true;
  }
  return false;
}
