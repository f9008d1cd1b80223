import type { World } from './world.ts'
import { planted, type WrongRequest, wrong } from './wrong-request.ts'

/** The case register: who may open, widen and close, and how numbers are written. */
export function wrongCases({ caseNumber }: World): WrongRequest[] {
  return [
    {
      what: 'a case without a clue, by an agency that is not core',
      as: 'tax',
      send: 'POST /v1/cases',
      body: { title: planted },
      code: 'case.opener',
      detail: 'a case without a clue is opened by the office or a core agency'
    },
    {
      what: 'a case closed by a party that did not open it',
      as: 'psb',
      send: `POST /v1/cases/${caseNumber}/close`,
      body: { reason: planted },
      code: 'case.closer',
      detail: 'a case is closed by the agency that opened it or by the office'
    },
    {
      what: 'a party that nobody registered',
      as: 'psb',
      send: `POST /v1/cases/${caseNumber}/add-party`,
      body: { agency: 'nobody', history: true, reason: planted },
      code: 'agency.unknown',
      detail: 'there is no such agency'
    },
    {
      what: 'a document number with a leading zero',
      as: 'psb',
      send: `POST /v1/cases/${caseNumber}/link-number`,
      body: { linked: '乌中公立字〔2026〕01号', kind: 'police' },
      code: 'request.invalid',
      detail: 'the number is not written as a police number is',
      errors: [wrong('/linked', '案号、文号书写有误', 'the number is not written as a police number is')]
    },
    {
      what: 'a document number in square brackets',
      as: 'psb',
      send: `POST /v1/cases/${caseNumber}/link-number`,
      body: { linked: '乌中公立字[2026]1号' },
      code: 'request.invalid',
      detail: 'the number is not written as a known kind of number is',
      errors: [wrong('/linked', '案号、文号书写有误', 'the number is not written as a known kind of number is')]
    }
  ]
}
