// The QR code reads back as the address, drawn at the size of a few pixels a module.
import jsQR from 'jsqr';
import { qrSvg } from './qr-svg';

const SCALE = 4;

/** The drawing as pixels: each rectangle of the path is filled. */
function read(svg: string): string | undefined {
  const edge = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
  const width = edge * SCALE;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  const dark = /fill="#000000" d="([^"]+)"/.exec(svg)?.[1] ?? '';
  for (const [, x, y, run] of dark.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let line = Number(y) * SCALE; line < (Number(y) + 1) * SCALE; line++) {
      for (let column = Number(x) * SCALE; column < (Number(x) + Number(run)) * SCALE; column++)
        pixels.fill(0, (line * width + column) * 4, (line * width + column) * 4 + 3);
    }
  }
  return jsQR(pixels, width, width)?.data;
}

it.each([
  'https://licet.example/verify/7K2M-9QXT-04VB-E8HD-31RN-ZGWC-6PSY',
  'http://127.0.0.1:3000/verify/0000-0000-0000-0000-0000-0000-0000',
  `https://licet.example/${'a'.repeat(278)}`,
])('%s reads back', (address) => {
  expect(read(qrSvg(address))).toBe(address);
});

it('keeps four light modules around, and says the same for the same text', () => {
  const svg = qrSvg('https://licet.example/');
  const edge = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
  const starts = [...svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)].slice(1);
  expect(Math.min(...starts.flatMap(([, x, y]) => [Number(x), Number(y)]))).toBe(4);
  expect(Math.max(...starts.map(([, x, , run]) => Number(x) + Number(run)))).toBe(edge - 4);
  expect(qrSvg('https://licet.example/')).toBe(svg);
});
