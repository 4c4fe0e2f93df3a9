// A small whole PDF of one page, so that every demo case bears papers that open.

const ASCII = /[^\x20-\x7e]/g;

/** One page A4 with a heading and lines in Helvetica; characters outside printable ASCII become `?`. */
export function demoPaper(heading: string, lines: readonly string[]): Buffer {
  const text = [
    'BT /F1 18 Tf 72 760 Td',
    `(${escaped(heading)}) Tj /F1 11 Tf 0 -20 Td`,
    ...lines.map((line) => `0 -18 Td (${escaped(line)}) Tj`),
    '0 -36 Td (SPECIMEN - demo data, not a real document) Tj ET',
  ].join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${body}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  );
}

function escaped(text: string): string {
  return text.replace(ASCII, '?').replace(/[\\()]/g, (character) => `\\${character}`);
}
