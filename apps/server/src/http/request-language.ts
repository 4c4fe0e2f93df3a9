// In which language a request is answered: the API by Accept-Language, the pages by the person's choice first; Chinese where nothing says otherwise.
import type { FastifyRequest } from 'fastify';
import type { Language } from '#kernel';
import { isApi } from './request-path';

/** Cookie that holds the language a person chose for the pages: `zh` or `en`. */
export const LANGUAGE_COOKIE = 'licet_language';

export function languageOf(request: FastifyRequest): Language {
  const chosen = isApi(request) ? undefined : request.cookies?.[LANGUAGE_COOKIE];
  if (chosen === 'zh' || chosen === 'en') return chosen;
  return acceptedLanguage(request.headers['accept-language']);
}

/** The language tag for `lang` and Content-Language. */
export const LANGUAGE_TAG: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/** The first of zh and en by the weights of the header (RFC 9110); zh when it names neither. */
export function acceptedLanguage(header: string | undefined): Language {
  const ranges = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((range, index) => {
      const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
      const weight = Number(parameters.map((text) => /^\s*q=([01](\.\d{0,3})?)\s*$/.exec(text)?.[1]).find(Boolean) ?? 1);
      return { language: tag.split('-')[0], weight, index };
    })
    .filter(({ language, weight }) => (language === 'zh' || language === 'en') && weight > 0)
    .sort((a, b) => b.weight - a.weight || a.index - b.index);
  return ranges[0]?.language === 'en' ? 'en' : 'zh';
}
