import type { World } from './world.ts'
import { lead } from './world.ts'
import { planted, type WrongRequest } from './wrong-request.ts'

const key = {
  code: 'idempotency-key.invalid',
  detail: 'Idempotency-Key is 1 to 128 printable ASCII characters'
} as const
const match = {
  code: 'if-match.invalid',
  detail: 'If-Match is one ETag as it was given: a number in double quotes'
} as const
const stale = { code: 'version.stale', detail: 'If-Match names another version than the stored one' } as const

const attestation = {
  code: 'attestation.invalid',
  detail: 'Wuhu-Attestation is no-state-secret; by=<person>, a signed-in officer attesting in person'
} as const

/** Idempotency-Key, If-Match and Wuhu-Attestation. */
export function wrongHeaders({ assigned, usedKey, caseNumber, notice, sent }: World): WrongRequest[] {
  const keys: [what: string, value: string][] = [
    ['an empty Idempotency-Key', ''],
    ['an Idempotency-Key of 129 characters', 'k'.repeat(129)],
    ['an Idempotency-Key with a tab', `a\tb`],
    [
      'an Idempotency-Key beyond ASCII',
      Buffer.from(planted)
        .toString('latin1')
        .replaceAll(/[\u0080-\u009f]/g, 'é')
    ],
    ['an Idempotency-Key with an escaped line break', 'a\u00850X-Evil: 1']
  ]
  const matches: [what: string, value: string][] = [
    ['a version without quotes', '3'],
    ['a weak ETag', 'W/"3"'],
    ['two ETags', '"3", "4"'],
    ['any version', '*'],
    ['a negative version', '"-1"'],
    ['a fraction', '"1.5"'],
    ['a version of 16 digits', `"${'9'.repeat(16)}"`],
    ['a version in hexadecimal', '"0x3"'],
    ['a text for a version', '"planted-7f3a9c"']
  ]
  const post = { send: 'POST /v1/clues', body: lead }
  const accept = { as: 'psb', send: `POST /v1/clues/${assigned}/accept`, body: {} }
  const attestations: [what: string, value: string][] = [
    ['an attestation of nothing', ''],
    ['an attestation by nobody', 'no-state-secret'],
    ['an attestation in other words', 'no secrets; by=p-1'],
    ['an attestation by a name', 'no-state-secret; by=Zhang San'],
    ['an attestation with more behind it', 'no-state-secret; by=p-1; planted-7f3a9c']
  ]
  const mismatch = { code: 'idempotency.mismatch', detail: 'the key belongs to another request' } as const
  return [
    ...keys.map(([what, value]) => ({ what, ...post, headers: { 'idempotency-key': value }, ...key })),
    {
      what: 'a used Idempotency-Key with another body',
      ...post,
      body: { ...lead, title: planted },
      headers: { 'idempotency-key': usedKey },
      ...mismatch
    },
    {
      what: 'a used Idempotency-Key for another command',
      send: `POST /v1/notices/${notice}/sign`,
      body: {},
      headers: { 'idempotency-key': usedKey },
      ...mismatch
    },
    {
      what: 'a text without attestation',
      ...post,
      headers: { 'wuhu-attestation': undefined },
      code: 'attestation.missing',
      detail: /^send Wuhu-Attestation/
    },
    ...attestations.map(([what, value]) => ({ what, ...post, headers: { 'wuhu-attestation': value }, ...attestation })),
    ...matches.map(([what, value]) => ({ what, ...accept, headers: { 'if-match': value }, ...match })),
    { what: 'a stale version', ...accept, headers: { 'if-match': '"2"' }, ...stale },
    { what: 'a version that is still to come', ...accept, headers: { 'if-match': '"99"' }, ...stale },
    { what: 'version 0 of what exists', ...accept, headers: { 'if-match': '"0"' }, ...stale },
    {
      what: 'a stale version of a case',
      as: 'psb',
      send: `POST /v1/cases/${caseNumber}/link-number`,
      body: { linked: '乌中公立字〔2026〕1号' },
      headers: { 'if-match': '"9"' },
      ...stale
    },
    {
      what: 'a stale version of an assistance',
      as: 'procuratorate',
      send: `POST /v1/assistances/${sent}/receive`,
      body: {},
      headers: { 'if-match': '"9"' },
      ...stale
    }
  ]
}
