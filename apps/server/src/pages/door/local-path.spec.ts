import fc from 'fast-check';
import { localPath } from './local-path';

const ORIGIN = 'https://licet.example';

describe('localPath', () => {
  it('keeps a path of our own with its query', () => {
    expect(localPath('/applications/1?after=x%20y#top')).toBe('/applications/1?after=x%20y#top');
  });

  it.each([
    undefined,
    '',
    'applications',
    '//evil.example',
    '/\\evil.example',
    '/a\\b',
    'https://evil.example',
    'javascript:alert(1)',
    '/a b',
    '/a\nb',
    '/\u0000',
    '/中',
    `/${'a'.repeat(501)}`,
  ])('sends %j home', (text) => {
    expect(localPath(text)).toBe('/');
  });

  it('never leaves our host, whatever is asked', () => {
    const piece = fc.constantFrom('/', '\\', '.', '@', ':', '?', '#', '%2f', '\t', 'evil.example', 'https:', 'a');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(new URL(localPath(pieces.join('')), ORIGIN).origin).toBe(ORIGIN);
      }),
    );
  });
});
