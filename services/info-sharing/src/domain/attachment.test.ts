import { given } from '@wuhu/decider/given'
import t from 'tap'
import { attachment } from './attachment.ts'

const id = '01890a5d-ac96-774b-bcce-b302099a8057'
const [first, second] = ['01890a5d-ac96-774b-bcce-b302099a8058', '01890a5d-ac96-774b-bcce-b302099a8059']
const [a, b] = ['a'.repeat(64), 'b'.repeat(64)]
const to = (...agencies: string[]) => agencies.map((agency) => ({ agency, key: `age1${agency}` }))
const data = {
  id,
  caseNumber: '150824-2026-000001',
  object: first,
  title: '服务器镜像',
  mediaType: 'application/zip',
  size: 300,
  sha256: a,
  sender: 'amr',
  recipients: to('amr', 'psb')
}
const sealed = { type: 'attachment.sealed.v1', data } as const
const wider = { object: second, size: 400, sha256: b, holder: 'psb', recipients: to('amr', 'psb', 'court') }
const added = { type: 'attachment.recipient-added.v1', data: { id, ...wider, added: to('court') } } as const
const now = '2026-06-01T09:00:00+08:00'

t.test('an attachment is sealed once', async () => {
  given(attachment, [])
    .when({ do: 'seal', ...data }, now)
    .then([sealed])
  given(attachment, [sealed])
    .when({ do: 'seal', ...data }, now)
    .then([])
  given(attachment, [sealed])
    .when({ do: 'seal', ...data, object: second }, now)
    .refuses('attachment.exists')
  given(attachment, [])
    .when({ do: 'seal', ...data, recipients: to('amr') }, now)
    .refuses('attachment.no-recipient')
})

t.test('whoever can open it adds recipients, and drops none', async () => {
  given(attachment, [sealed])
    .when({ do: 'add-recipients', ...wider }, now)
    .then([added])
  given(attachment, [sealed, added])
    .when({ do: 'add-recipients', ...wider }, now)
    .then([])
  const refused = (change: object, code: string) =>
    given(attachment, [sealed])
      .when({ do: 'add-recipients', ...wider, ...change }, now)
      .refuses(code)
  refused({ holder: 'tax' }, 'attachment.unknown')
  refused({ recipients: to('amr', 'court') }, 'attachment.recipient-dropped')
  refused({ recipients: to('psb', 'amr') }, 'attachment.recipient-known')
  refused({ recipients: [...to('amr', 'psb'), ...to('psb')] }, 'attachment.recipient-twice')
  const newer = [...to('amr'), { agency: 'psb', key: 'age1newer' }]
  given(attachment, [sealed])
    .when({ do: 'add-recipients', ...wider, recipients: newer }, now)
    .then([{ ...added, data: { ...added.data, recipients: newer, added: newer.slice(1) } }])
})

t.test('custody names the ciphertext, and what was sealed to the receiver', async () => {
  const over = {
    type: 'attachment.handed-over.v1',
    data: { id, object: first, sha256: a, from: 'amr', to: 'psb' }
  } as const
  given(attachment, [sealed]).when({ do: 'hand-over', from: 'amr', to: 'psb' }, now).then([over])
  given(attachment, [sealed, over]).when({ do: 'hand-over', from: 'amr', to: 'psb' }, now).then([])
  given(attachment, [sealed])
    .when({ do: 'hand-over', from: 'amr', to: 'court' }, now)
    .refuses('attachment.not-sealed-to')
  given(attachment, [sealed]).when({ do: 'hand-over', from: 'amr', to: 'amr' }, now).refuses('attachment.not-sealed-to')
  given(attachment, [sealed]).when({ do: 'hand-over', from: 'tax', to: 'psb' }, now).refuses('attachment.unknown')

  const got = { type: 'attachment.received.v1', data: { id, object: first, sha256: a, agency: 'psb' } } as const
  given(attachment, [sealed]).when({ do: 'receive', agency: 'psb', sha256: a }, now).then([got])
  given(attachment, [sealed, got]).when({ do: 'receive', agency: 'psb', sha256: a }, now).then([])
  given(attachment, [sealed])
    .when({ do: 'receive', agency: 'psb', sha256: b }, now)
    .refuses('attachment.sha256-differs')
  given(attachment, [sealed]).when({ do: 'receive', agency: 'amr', sha256: a }, now).refuses('attachment.own')
  given(attachment, []).when({ do: 'receive', agency: 'psb', sha256: a }, now).refuses('attachment.unknown')
  const late = { do: 'receive', agency: 'court' } as const
  given(attachment, [sealed, added])
    .when({ ...late, sha256: b }, now)
    .then([{ ...got, data: { id, object: second, sha256: b, agency: 'court' } }])
  given(attachment, [sealed, added])
    .when({ ...late, sha256: a }, now)
    .refuses('attachment.sha256-differs')
})
