// The generated pictures in the README are what the program is. Renew them with UPDATE_README=1 npx jest test/guards/readme
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { renewed, ROOT } from './readme-map';

const file = path.join(ROOT, 'README.md');

describe('README', () => {
  it('shows the map and the lifecycles as they are', () => {
    const readme = readFileSync(file, 'utf8');
    const fresh = renewed(readme);
    if (process.env['UPDATE_README'] === '1') writeFileSync(file, fresh);
    expect(process.env['UPDATE_README'] === '1' ? fresh : readme).toBe(fresh);
  });

  it('refuses a README in which a block has no place', () => {
    expect(() => renewed('# nothing here')).toThrow('has no place <!-- map -->');
  });
});
