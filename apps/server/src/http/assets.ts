// Style sheets and scripts of the pages: served for ever under an address that changes with their content or package version.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const ONE_YEAR_MS = 31_536_000_000;

export interface AssetFolder {
  readonly folder: string;
  /** Address without a closing slash. */
  readonly at: string;
}

/** Addresses of the asset folders: Tabler's and htmx's distributions and the product's own. */
export class Assets {
  readonly tabler: AssetFolder;
  readonly htmx: AssetFolder;
  readonly own: AssetFolder;

  constructor(root: string) {
    this.tabler = packageFolder('tabler', '@tabler/core');
    this.htmx = packageFolder('htmx', 'htmx.org');
    const folder = path.join(root, 'templates/pages/assets');
    this.own = { folder, at: `/assets/licet-${contentHash(folder)}` };
  }

  async register(app: NestFastifyApplication): Promise<void> {
    const folders = [this.tabler, this.htmx, this.own].filter(({ folder }) => existsSync(folder));
    for (const [index, { folder, at }] of folders.entries()) {
      await app.register(fastifyStatic, {
        root: folder,
        prefix: `${at}/`,
        decorateReply: index === 0,
        immutable: true,
        maxAge: ONE_YEAR_MS,
        index: false,
        dotfiles: 'deny',
      });
    }
  }
}

function packageFolder(name: string, packageName: string): AssetFolder {
  let folder = path.dirname(require.resolve(packageName));
  while (!existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string };
  return { folder: path.join(folder, 'dist'), at: `/assets/${name}-${version}` };
}

/** Twelve characters that change with any file's name or content. */
function contentHash(folder: string): string {
  const hash = createHash('sha256');
  if (existsSync(folder)) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      const file = path.join(folder, name);
      hash.update(name);
      if (statSync(file).isFile()) hash.update(readFileSync(file));
    }
  }
  return hash.digest('hex').slice(0, 12);
}
