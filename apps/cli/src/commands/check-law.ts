// `licet law check`: loads the law as the server would and says what is wrong with it.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readLawTexts, repositoryRoot } from '#gateways';
import { loadRulebook } from '#regulation';
import type { Command } from '../command';
import { CommandFault } from '../command-fault';

export const checkLaw: Command = {
  name: 'law check',
  summary:
    'Loads the law files (of FOLDER, a copy of the repository, or of this installation) and lists every fault with file and line.',
  options: {},
  operands: ['FOLDER'],
  run: async ({ operands }, terminal) => {
    const root = path.resolve(operands[0] ?? repositoryRoot());
    if (!existsSync(path.join(root, 'libs/regulation/data'))) {
      throw new CommandFault(`${root} holds no folder libs/regulation/data. Cure: name the folder of a copy of the repository.`);
    }
    const texts = await readLawTexts(root);
    const rulebook = loadRulebook(texts);
    terminal.out(`The law loads: ${texts.length} files, hash ${rulebook.hash}`);
    return 0;
  },
};
