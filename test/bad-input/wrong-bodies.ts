import { Buffer } from 'node:buffer'
import { lead } from './world.ts'
import {
  format,
  invalid,
  missing,
  notText,
  planted,
  tooLong,
  tooMany,
  unknown,
  type WrongRequest,
  wrong
} from './wrong-request.ts'

const clue = (more: object) => JSON.stringify({ ...lead, ...more })
const notJson = { code: 'request.invalid-json', detail: 'the body cannot be parsed' } as const
const tooDeep = { code: 'request.too-deep', detail: 'nest at most 32 levels' } as const
const prototype = { code: 'request.prototype', detail: 'rename the field' } as const
const mediaType = { code: 'request.media-type', detail: 'send application/json' } as const
const tooLarge = { code: 'request.too-large', detail: 'the body exceeds the limit' } as const
const oneOf = (path: string) => wrong(path, '不是允许的取值', 'must be equal to constant')
const noForm = (path: string) => wrong(path, '不符合任何一种允许的形式', 'must match a schema in anyOf')
const point = { number: 'MD-01', hash: 'ab'.repeat(32), custodian: '权利人档案室', place: '档案室查阅间' }

/** Bodies that are no JSON, no object, or not what the schema of a new clue says. */
export function wrongBodies(): WrongRequest[] {
  const rows: Omit<WrongRequest, 'send'>[] = [
    { what: 'malformed JSON', body: `{"title": ${planted}}`, ...notJson },
    { what: 'truncated JSON', body: clue({}).slice(0, -5), ...notJson },
    { what: 'two documents', body: `${clue({})}${clue({})}`, ...notJson },
    { what: 'NaN', body: `{"title": NaN}`, ...notJson },
    { what: 'a comment', body: `{/* ${planted} */}`, ...notJson },
    { what: 'a byte order mark', body: `\uFEFF${clue({})}`, ...notJson },
    {
      what: 'broken UTF-8',
      body: Buffer.concat([Buffer.from('{"title":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]),
      code: 'request.invalid-utf8',
      detail: 'send the body in UTF-8'
    },
    {
      what: 'UTF-16',
      body: Buffer.from(clue({}), 'utf16le'),
      code: 'request.invalid-utf8',
      detail: 'send the body in UTF-8'
    },
    { what: 'depth 100,000', body: '['.repeat(100_000), ...tooDeep },
    { what: 'depth 33', body: `${'{"a":'.repeat(33)}1${'}'.repeat(33)}`, ...tooDeep },
    { what: '300 KB', body: clue({ description: 'x'.repeat(300_000) }), ...tooLarge },
    { what: '__proto__', body: `{"__proto__": {"office": true}}`, ...prototype },
    { what: '__proto__ by an escape, deep inside', body: `{"subject": {"\\u005f_proto__": {"a": 1}}}`, ...prototype },
    { what: 'constructor.prototype', body: `{"constructor": {"prototype": {"office": true}}}`, ...prototype },
    { what: 'text/plain', body: clue({}), headers: { 'content-type': 'text/plain' }, ...mediaType },
    { what: 'a form', body: 'title=1', headers: { 'content-type': 'application/x-www-form-urlencoded' }, ...mediaType },
    { what: 'no content type', body: clue({}), headers: { 'content-type': undefined }, ...mediaType },
    { what: 'a content type that is none', body: clue({}), headers: { 'content-type': 'json' }, ...mediaType },
    { what: 'no body', body: undefined, ...invalid(missing('/channel'), missing('/title'), missing('/allegedAct')) },
    { what: 'null', body: 'null', ...invalid(wrong('', '应为对象', 'must be object')) },
    { what: 'an array', body: [lead], ...invalid(wrong('', '应为对象', 'must be object')) },
    { what: 'a text', body: JSON.stringify(planted), ...invalid(wrong('', '应为对象', 'must be object')) },
    { what: 'an unknown field', body: clue({ extra: planted }), ...invalid(unknown('/extra')) },
    {
      what: 'an unknown field inside',
      body: clue({ subject: { company: '甲', phone: planted } }),
      ...invalid(unknown('/subject/phone'))
    },
    { what: 'another agency as intake', body: clue({ intake: 'psb' }), ...invalid(unknown('/intake')) },
    {
      what: '100 unknown fields: the first 20 are named',
      body: clue(Object.fromEntries(hundred())),
      ...invalid(
        ...hundred()
          .slice(0, 20)
          .map(([name]) => unknown(`/${name}`))
      )
    },
    { what: 'a missing field', body: clue({ title: undefined }), ...invalid(missing('/title')) },
    { what: 'a number for a text', body: clue({ title: 1 }), ...invalid(notText('/title')) },
    {
      what: 'a text for a boolean',
      body: clue({ register: 'false' }),
      ...invalid(wrong('/register', '应为布尔值', 'must be boolean'))
    },
    { what: 'null for a text', body: clue({ description: null }), ...invalid(notText('/description')) },
    {
      what: 'a value that is not in the list',
      body: clue({ secretKind: planted }),
      ...invalid(oneOf('/secretKind'), noForm('/secretKind'))
    },
    {
      what: 'an empty title',
      body: clue({ title: '' }),
      ...invalid(wrong('/title', '至少 1 个字符', 'must NOT have fewer than 1 characters'), format('/title', 'text'))
    },
    { what: 'a blank title', body: clue({ title: '　 ' }), ...invalid(format('/title', 'text')) },
    { what: 'a title of 201 characters', body: clue({ title: '𠮷'.repeat(201) }), ...invalid(tooLong('/title', 200)) },
    { what: 'a null byte', body: clue({ title: `a\u0000${planted}` }), ...invalid(format('/title', 'text')) },
    { what: 'a control character', body: clue({ title: 'a\u001b[31m' }), ...invalid(format('/title', 'text')) },
    {
      what: 'half a surrogate pair',
      body: `{"channel":"report","allegedAct":"inducement","title":"\\ud83d ${planted}"}`,
      ...invalid(format('/title', 'text'))
    },
    {
      what: 'a wrong USCC check digit',
      body: clue({ subject: { uscc: '914403001922038217' } }),
      ...invalid(format('/subject/uscc', 'uscc'))
    },
    {
      what: 'a USCC in small letters',
      body: clue({ subject: { uscc: '91440300192203821g' } }),
      ...invalid(format('/subject/uscc', 'uscc'))
    },
    {
      what: 'a citizen id for a USCC',
      body: clue({ subject: { uscc: '11010519491231002X' } }),
      ...invalid(format('/subject/uscc', 'uscc'))
    },
    {
      what: 'an empty subject',
      body: clue({ subject: {} }),
      ...invalid(wrong('/subject', '至少 1 个字段', 'must NOT have fewer than 1 properties'))
    },
    {
      what: 'a region that does not exist',
      body: clue({ place: '990824' }),
      ...invalid(format('/place', 'admin-division'))
    },
    {
      what: 'a day that does not exist',
      body: clue({ receivedAt: '2026-02-30T09:00:00+08:00' }),
      ...invalid(format('/receivedAt', 'date-time'))
    },
    {
      what: 'a time without its offset',
      body: clue({ receivedAt: '2026-02-03T09:00:00' }),
      ...invalid(format('/receivedAt', 'date-time'))
    },
    {
      what: 'a year beyond the calendar',
      body: clue({ receivedAt: '+12026-02-03T09:00:00Z' }),
      ...invalid(format('/receivedAt', 'date-time'))
    },
    {
      what: 'a hash that is too short',
      body: clue({ secretPoints: [{ ...point, hash: 'ab' }] }),
      ...invalid(format('/secretPoints/0/hash', 'sha256'))
    },
    {
      what: 'the secret itself',
      body: clue({ secretPoints: [{ ...point, content: planted }] }),
      ...invalid(unknown('/secretPoints/0/content'))
    },
    {
      what: '51 secret points',
      body: clue({ secretPoints: Array(51).fill(point) }),
      ...invalid(tooMany('/secretPoints', 50))
    },
    {
      what: 'a person for a token',
      body: clue({ reporterToken: '张三 13800138000' }),
      ...invalid(format('/reporterToken', 'opaque-token'))
    },
    {
      what: 'received tomorrow',
      body: { ...lead, receivedAt: '2999-01-01T00:00:00Z' },
      code: 'clue.received-in-future',
      detail: 'a clue cannot have been received later than now'
    }
  ]
  return rows.map((row) => ({ send: 'POST /v1/clues', ...row }))
}

const hundred = () => Array.from({ length: 100 }, (_, index) => [`x${index}`, planted] as const)
