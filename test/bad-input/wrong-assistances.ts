import { ahead, letter, officer, type World } from './world.ts'
import { format, invalid, missing, notInteger, planted, tooMany, type WrongRequest, wrong } from './wrong-request.ts'

const side = (command: string) =>
  ({ code: 'assistance.not-addressee', detail: `${command} is for the present addressee` }) as const
const attachment = { id: 'a1', sha256: 'ab'.repeat(32), size: 1 }

/** Letters that may not go out, and steps that are not the caller's or not yet due. */
export function wrongAssistances({ caseNumber, sent, received }: World): WrongRequest[] {
  const send = (more: object) => ({ as: 'psb', send: 'POST /v1/assistances', body: { ...letter(caseNumber), ...more } })
  const on = (id: string, step: string) => `POST /v1/assistances/${id}/${step}`
  const as = 'procuratorate'
  const size = (value: string) => ({
    as: 'psb',
    send: 'POST /v1/assistances',
    body: JSON.stringify({ ...letter(caseNumber), attachments: [attachment] }).replace('"size":1', `"size":${value}`)
  })
  const reply = { letterNumber: '乌中检复〔2026〕1号', text: planted }
  const level = {
    code: 'assistance.approval-level',
    detail:
      'seizure and bank-account need an approver of role agency-head and level city or above (反不正当竞争法 art 16, 条文号待核对: number to be verified)'
  } as const
  return [
    {
      what: 'a letter to oneself',
      ...send({ addressee: 'psb' }),
      code: 'assistance.own-addressee',
      detail: 'an agency cannot ask itself'
    },
    {
      what: 'a letter to nobody',
      ...send({ addressee: 'nobody' }),
      code: 'agency.unknown',
      detail: 'the directory has no such agency',
      named: [409, '名录中没有该单位', 'The directory has no such agency']
    },
    {
      what: 'a letter approved by a liaison',
      ...send({ approver: officer('liaison') }),
      code: 'assistance.approver-role',
      detail: 'role liaison approves no letters; agency-leader or agency-head does'
    },
    { what: 'a seizure approved in the county', ...send({ items: [{ kind: 'seizure', text: planted }] }), ...level },
    {
      what: 'an account query approved by a deputy of the city',
      ...send({
        items: [{ kind: 'bank-account', text: planted }],
        approver: { ...officer('agency-leader'), level: 'city' }
      }),
      ...level
    },
    {
      what: 'a reply wanted yesterday',
      ...send({ dueAt: ahead(-1) }),
      code: 'assistance.due-past',
      detail: 'a period must end in the future'
    },
    {
      what: 'a letter number without year',
      ...send({ letterNumber: '乌中公协1号' }),
      ...invalid(format('/letterNumber', 'document-number'))
    },
    {
      what: 'a letter number with 第',
      ...send({ letterNumber: '乌中公协〔2026〕第1号' }),
      ...invalid(format('/letterNumber', 'document-number'))
    },
    {
      what: 'a target with a wrong check digit',
      ...send({ targetUscc: '914403001922038217' }),
      ...invalid(format('/targetUscc', 'uscc'))
    },
    {
      what: 'no items',
      ...send({ items: [] }),
      ...invalid(wrong('/items', '至少 1 项', 'must NOT have fewer than 1 items'))
    },
    {
      what: '21 items',
      ...send({ items: Array(21).fill({ kind: 'inquiry', text: planted }) }),
      ...invalid(tooMany('/items', 20))
    },
    { what: 'an item without its kind', ...send({ items: [{ text: planted }] }), ...invalid(missing('/items/0/kind')) },
    { what: 'a size as a text', ...size('"1"'), ...invalid(notInteger('/attachments/0/size')) },
    { what: 'a size beyond all numbers', ...size('1e400'), ...invalid(notInteger('/attachments/0/size')) },
    {
      what: 'a size that no double holds',
      ...size('9007199254740993'),
      ...invalid(wrong('/attachments/0/size', '应不大于 9007199254740991', 'must be <= 9007199254740991'))
    },
    { what: 'a negative size', ...size('-1'), ...invalid(wrong('/attachments/0/size', '应不小于 1', 'must be >= 1')) },
    {
      what: 'accepting before signing for it',
      as,
      send: on(sent, 'accept'),
      body: { dueAt: ahead(5) },
      code: 'assistance.not-received',
      detail: 'is sent, must be received'
    },
    {
      what: 'accepting until yesterday',
      as,
      send: on(received, 'accept'),
      body: { dueAt: ahead(-1) },
      code: 'assistance.due-past',
      detail: 'a period must end in the future'
    },
    {
      what: 'replying before accepting',
      as,
      send: on(received, 'reply'),
      body: reply,
      code: 'assistance.not-accepted',
      detail: 'is received, must be accepted or supplement-requested'
    },
    { what: 'refusing without a reason', as, send: on(received, 'refuse'), body: {}, ...invalid(missing('/reason')) },
    {
      what: 'the requester accepting its own letter',
      as: 'psb',
      send: on(received, 'accept'),
      body: { dueAt: ahead(5) },
      ...side('accept')
    },
    {
      what: 'the addressee withdrawing the letter',
      as,
      send: on(received, 'withdraw'),
      body: { reason: planted },
      code: 'assistance.not-requester',
      detail: 'withdraw is for the requester'
    }
  ]
}
