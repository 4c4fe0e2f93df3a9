import { citation } from './citation';

test.each([
  ['Decree 792 Art. 16 (1)', '国务院令第792号第十六条第一项'],
  [
    'Decree 792 Art. 16 (4), Art. 24; Export Control Law Art. 15',
    '国务院令第792号第十六条第四项、第二十四条；《出口管制法》第十五条',
  ],
  ['Decree 792 Art. 17, 26', '国务院令第792号第十七条、第二十六条'],
  ['Decree 792 Art. 15 to 17', '国务院令第792号第十五条至第十七条'],
  ['Export Control Law Art. 10', '《出口管制法》第十条'],
  ['MOFCOM questions and answers 1', '商务部问答 1'],
  ['Practice of applicants; no text read asks for it', '申请人的惯常做法；所读法规均未要求'],
])('%s is cited in Chinese as %s, and in English as it stands', (cite, zh) => {
  expect(citation(cite, 'zh')).toBe(zh);
  expect(citation(cite, 'en')).toBe(cite);
});
