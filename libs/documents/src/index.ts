// documents (floor 2): turns a plain, checked view into an issued paper (Handlebars → Typst → PDF/A) or a mail body.
// Start at document-renderer.ts; a kind of paper is kinds/<kind>.ts with its folder templates/documents/<kind>/v<n>.
export { TypstDocumentRenderer, type DocumentRendererOptions } from './document-renderer';
export { DocumentFault, type DocumentFaultCode, type ViewProblem } from './document-fault';
export type { DocumentKindName, DocumentViews } from './kinds/document-kinds';
export { DETERMINATION_LIMITS, type DeterminationView } from './kinds/determination';
export { LETTER_LIMITS } from './kinds/letter';
export type { NotControlledLetterView } from './kinds/not-controlled-letter';
export type { RefusalLetterView } from './kinds/refusal-letter';
export { licenceViewSchema, LICENCE_LIMITS, type LicenceView } from './kinds/licence';
export { renderMail, TemplateMailWriter, type MailBody } from './mail/render-mail';
export { MAIL_LIMITS, type MailKindName, type MailViews } from './mail/mail-kinds';
