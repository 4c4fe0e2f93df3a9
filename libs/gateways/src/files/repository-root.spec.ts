import { existsSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from './repository-root';

test('the root is the folder that holds the libs and the templates', () => {
  expect(existsSync(path.join(repositoryRoot(), 'libs/gateways/src/index.ts'))).toBe(true);
  expect(existsSync(path.join(repositoryRoot(), 'templates'))).toBe(true);
});
