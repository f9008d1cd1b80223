import { parseTemplate, type Template } from './template/template.ts'
import assistanceLetter from './templates/assistance-letter.json' with { type: 'json' }
import assistanceReply from './templates/assistance-reply.json' with { type: 'json' }
import bulletin from './templates/bulletin.json' with { type: 'json' }
import caseTransferLetter from './templates/case-transfer-letter.json' with { type: 'json' }
import clueTransferRegister from './templates/clue-transfer-register.json' with { type: 'json' }
import consultationApplication from './templates/consultation-application.json' with { type: 'json' }
import consultationMinutes from './templates/consultation-minutes.json' with { type: 'json' }
import criminalTransfer from './templates/criminal-transfer.json' with { type: 'json' }
import externalLetter from './templates/external-letter.json' with { type: 'json' }
import lawSupervisionNotice from './templates/law-supervision-notice.json' with { type: 'json' }
import opinionAnswer from './templates/opinion-answer.json' with { type: 'json' }
import rectificationReport from './templates/rectification-report.json' with { type: 'json' }
import requestLetter from './templates/request-letter.json' with { type: 'json' }
import suggestionAnswer from './templates/suggestion-answer.json' with { type: 'json' }
import supervision from './templates/supervision.json' with { type: 'json' }
import transferReceipt from './templates/transfer-receipt.json' with { type: 'json' }

const json = {
  'clue-transfer-register': clueTransferRegister,
  'case-transfer-letter': caseTransferLetter,
  'criminal-transfer': criminalTransfer,
  'transfer-receipt': transferReceipt,
  'assistance-letter': assistanceLetter,
  'assistance-reply': assistanceReply,
  'external-letter': externalLetter,
  'consultation-application': consultationApplication,
  'consultation-minutes': consultationMinutes,
  supervision,
  'rectification-report': rectificationReport,
  'law-supervision-notice': lawSupervisionNotice,
  'opinion-answer': opinionAnswer,
  'suggestion-answer': suggestionAnswer,
  'request-letter': requestLetter,
  bulletin
}

/** What a document is: the name of its template. */
export type DocumentKind = keyof typeof json

export const documentKinds = Object.keys(json) as DocumentKind[]

const templates = new Map(documentKinds.map((kind) => [kind, parseTemplate(json[kind])]))

export function templateOf(kind: DocumentKind): Template {
  const template = templates.get(kind)
  if (!template) throw new TypeError(`there is no template ${kind}`)
  return template
}
