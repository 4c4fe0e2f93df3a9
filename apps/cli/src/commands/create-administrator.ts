// `licet admin create`: the first person of an installation.
import { CreateFirstAdministrator } from '#casework';
import { gatewaysOf, readConfig } from '#gateways';
import { LIMITS } from '#licensing';
import { createStore } from '#store';
import { UsageError, type Command } from '../command';
import { CommandFault } from '../command-fault';

const ADDRESS = /^[^\s\p{Cc}<>()[\]\\,;:@"]{1,64}@[^\s\p{Cc}<>()[\]\\,;:@"]{1,189}$/u;

export const createAdministrator: Command = {
  name: 'admin create',
  summary:
    'Makes the first administrator, and the authority where there is none. The password is asked for, or read from standard input.',
  options: {
    email: { type: 'string', required: true, placeholder: 'ADDRESS', help: 'mail address to sign in with' },
    name: { type: 'string', required: true, placeholder: 'NAME', help: 'name of the person' },
    'organisation-zh': { type: 'string', placeholder: 'NAME', help: 'Chinese name of the authority, where there is none yet' },
    'organisation-en': { type: 'string', placeholder: 'NAME', help: 'English name of the authority, where there is none yet' },
    more: { type: 'boolean', help: 'make a further administrator although there is one' },
  },
  operands: [],
  run: async ({ texts, flags }, terminal) => {
    const email = texts['email']?.trim() ?? '';
    const name = texts['name']?.trim() ?? '';
    if (!ADDRESS.test(email)) throw new UsageError(`"${email}" is not a mail address`, createAdministrator);
    const authority = {
      nameZh: texts['organisation-zh']?.trim() || '主管部门',
      nameEn: texts['organisation-en']?.trim() || 'Licensing Authority',
    };
    for (const [what, value] of Object.entries({
      name,
      'organisation-zh': authority.nameZh,
      'organisation-en': authority.nameEn,
    })) {
      if ([...value].length > LIMITS.name)
        throw new UsageError(`--${what} is longer than ${LIMITS.name} characters`, createAdministrator);
    }
    const config = readConfig(terminal.env);
    if (!config.databaseUrl)
      throw new CommandFault('Set DATABASE_URL. The embedded database of `licet up` has a demo administrator.');
    const password = await terminal.secret(`Password for ${email}: `);
    const store = await createStore({ url: config.databaseUrl, poolSize: 1 });
    try {
      const person = await new CreateFirstAdministrator(store, gatewaysOf(config).passwords).execute({
        email,
        name,
        password,
        authority,
        more: flags['more'] === true,
      });
      terminal.out(`${person.email} may sign in as administrator.`);
      return 0;
    } finally {
      await store.close();
    }
  },
};
