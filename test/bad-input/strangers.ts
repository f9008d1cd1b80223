import { ahead, letter, officer, type World } from './world.ts'
import { planted, type WrongRequest } from './wrong-request.ts'

const nobodys = '019a0000-0000-7000-8000-000000000001'
const noClue = { code: 'clue.unknown', detail: 'there is no such clue' } as const
const noCase = { code: 'case.unknown', detail: 'there is no such case' } as const
const noNotice = { code: 'notice.unknown', detail: 'there is no such notice' } as const
const noAssistance = { code: 'assistance.unknown', detail: 'there is no such assistance' } as const

/** Twice the same request: about something that exists and the caller may not see, and about nothing. The answer is one. */
export function strangers({ draft, assigned, verifying, caseNumber, notice, sent }: World): WrongRequest[] {
  const clues = (as: string, exists: string) =>
    [exists, nobodys].flatMap((id): WrongRequest[] => {
      const which = `${id === nobodys ? 'an unknown' : "another's"} clue, as ${as}`
      return [
        { what: `reading ${which}`, as, send: `GET /v1/clues/${id}`, ...noClue },
        { what: `accepting ${which}`, as, send: `POST /v1/clues/${id}/accept`, body: {}, ...noClue },
        {
          what: `accepting ${which}, guessing its version`,
          as,
          send: `POST /v1/clues/${id}/accept`,
          body: {},
          headers: { 'if-match': '"7"' },
          ...noClue
        },
        {
          what: `assigning ${which}`,
          as,
          send: `POST /v1/clues/${id}/assign`,
          body: { to: 'psb', dueAt: ahead(5), by: officer('office-head') },
          ...noClue
        }
      ]
    })
  const cases = [caseNumber, '150824-2026-999999'].flatMap((number): WrongRequest[] => {
    const which = number === caseNumber ? "another's case" : 'an unknown case'
    return [
      { what: `reading ${which}`, as: 'tax', send: `GET /v1/cases/${number}`, ...noCase },
      {
        what: `closing ${which}`,
        as: 'tax',
        send: `POST /v1/cases/${number}/close`,
        body: { reason: planted },
        ...noCase
      },
      {
        what: `closing ${which}, guessing its version`,
        as: 'tax',
        send: `POST /v1/cases/${number}/close`,
        body: { reason: planted },
        headers: { 'if-match': '"1"' },
        ...noCase
      },
      {
        what: `joining ${which}`,
        as: 'tax',
        send: `POST /v1/cases/${number}/add-party`,
        body: { agency: 'tax', history: true, reason: planted },
        ...noCase
      },
      {
        what: `asking for assistance on ${which}`,
        as: 'tax',
        send: 'POST /v1/assistances',
        body: letter(number),
        ...noCase,
        named: [409, '没有此案源', 'No such case']
      }
    ]
  })
  const others = [true, false].flatMap((exists): WrongRequest[] => [
    {
      what: `signing for ${exists ? "another's" : 'an unknown'} notice`,
      as: 'tax',
      send: `POST /v1/notices/${exists ? notice : nobodys}/sign`,
      body: {},
      ...noNotice
    },
    {
      what: `reading ${exists ? "another's" : 'an unknown'} notice`,
      as: 'tax',
      send: `GET /v1/notices/${exists ? notice : nobodys}`,
      ...noNotice
    },
    {
      what: `reading ${exists ? "another's" : 'an unknown'} assistance`,
      as: 'tax',
      send: `GET /v1/assistances/${exists ? sent : nobodys}`,
      ...noAssistance
    },
    {
      what: `accepting ${exists ? "another's" : 'an unknown'} assistance`,
      as: 'tax',
      send: `POST /v1/assistances/${exists ? sent : nobodys}/accept`,
      body: { dueAt: ahead(5) },
      headers: { 'if-match': '"9"' },
      ...noAssistance
    }
  ])
  return [...clues('tax', verifying), ...clues('amr', draft), ...clues('tax', assigned), ...cases, ...others]
}
