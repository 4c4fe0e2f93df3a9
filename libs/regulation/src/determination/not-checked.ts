// What an answer does not cover: said with every answer, loudest with a "no".
import type { Bilingual } from '#kernel';
import { instrumentName, instrumentTitle } from '../rulebook/instrument-name';
import { missingWords } from '../rulebook/measure-words';
import type { LawOnDay } from '../rulebook/rulebook';
import type { CoverageState } from '../rulebook/words';
import { partyLists } from './screen';
import type { Situation } from './situation';

const COVERAGE: Readonly<Record<CoverageState, Bilingual>> = {
  complete: { zh: '已全部录入', en: 'loaded whole' },
  'these-entries': { zh: '只录入部分条目', en: 'only some of its entries are loaded' },
  'title-only': { zh: '只录入题名', en: 'only its title is loaded' },
  'not-loaded': { zh: '条目未录入', en: 'its entries are not loaded' },
  'not-a-list': { zh: '不是清单', en: 'it is no list' },
};

const partlyByLaw = new WeakMap<LawOnDay['measures'], readonly Bilingual[]>();

/** The lists of dual-use items that are not loaded whole. */
function partlyLoaded({ measures }: LawOnDay): readonly Bilingual[] {
  const kept = partlyByLaw.get(measures);
  if (kept) return kept;
  const partial = measures.filter(
    ({ measure, state, instrument }) =>
      measure.kind === 'item' &&
      measure.legalEffect === 'licence-required' &&
      state !== 'ended' &&
      instrument.coverage.state !== 'complete',
  );
  const said = [...new Set(partial.map(({ instrument }) => instrument))].map((instrument) => {
    const { state } = instrument.coverage;
    const missing = missingWords(instrument);
    return {
      zh: `${instrumentTitle(instrument).zh}：${COVERAGE[state].zh}，未录入部分未核对${missing ? `：${missing.zh}` : ''}`,
      en: `${instrumentName(instrument).en} is loaded in part only (${COVERAGE[state].en}); not loaded: ${missing?.en ?? 'not stated'}`,
    };
  });
  partlyByLaw.set(measures, said);
  return said;
}

/** Never empty: the loaded law is never the whole law. */
export function notChecked(situation: Situation): Bilingual[] {
  const { law, facts } = situation;
  const said: Bilingual[] = [...partlyLoaded(law)];
  const unnamed = (facts.parties ?? []).filter((party) => !party.name && !party.nameZh).length;
  if ((facts.parties ?? []).length === 0)
    said.push({ zh: '未给出任何当事方，未核对名单', en: 'no party is given: the party lists were not searched' });
  else if (unnamed > 0)
    said.push({
      zh: `有 ${unnamed} 个当事方未给出名称，未核对名单`,
      en: `${unnamed} of the parties have no name: the party lists were not searched for them`,
    });
  const lists = partyLists(situation);
  const latest = lists
    .map((place) => place.instrument)
    .sort((a, b) => ((a.publishedOn ?? '') < (b.publishedOn ?? '') ? 1 : -1))[0];
  if (latest && (facts.parties ?? []).some((party) => party.name ?? party.nameZh))
    said.push({
      zh: `名单核对仅限所录入的 ${lists.length} 份（最新为${instrumentName(latest).zh}），只比对完整名称`,
      en: `names were compared as whole names with the ${lists.length} loaded lists only, the latest being ${instrumentName(latest).en}; other spellings, owners and lists elsewhere were not searched`,
    });
  if (!situation.stated.hsCode)
    said.push({
      zh: '未给出海关商品编号，未核对普通出口许可证目录',
      en: 'no customs code is given: the catalogue of ordinary export licences was not checked',
    });
  said.push({
    zh: '兜底条款取决于出口商的知悉情况，须由人判断',
    en: 'the catch-all turns on what the exporter knows or should know, which a person must judge',
  });
  said.push({ zh: '其他国家和地区的法律未核对', en: 'the law of other countries was not checked' });
  return said;
}
