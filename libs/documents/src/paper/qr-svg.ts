// An address as a QR code (ISO/IEC 18004, error correction M) drawn as one SVG path with its quiet zone of four modules.
import qrcode from 'qrcode-generator';

const QUIET = 4;

/** The drawing of the text, which is ASCII of up to 300 characters; a dark run of a row is one rectangle. Throws for a text that no QR code takes. */
export function qrSvg(text: string): string {
  const code = qrcode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  const size = code.getModuleCount();
  let path = '';
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (!code.isDark(row, column)) continue;
      const from = column;
      while (column + 1 < size && code.isDark(row, column + 1)) column++;
      path += `M${from + QUIET} ${row + QUIET}h${column - from + 1}v1h-${column - from + 1}z`;
    }
  }
  const edge = size + 2 * QUIET;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${edge} ${edge}" shape-rendering="crispEdges">` +
    `<path fill="#ffffff" d="M0 0h${edge}v${edge}h-${edge}z"/><path fill="#000000" d="${path}"/></svg>`
  );
}
