import { randomUUIDv7 } from 'node:crypto'
import { Type } from '@sinclair/typebox'
import { AgencyCode, attachmentSealed, beijingTime, CaseSourceNumber, Sha256, Text, UuidV7 } from '@wuhu/contracts'
import { fold, Refusal } from '@wuhu/decider'
import { type Call, type CommandDefinition, defineCommand, Problem } from '@wuhu/host'
import { execute } from '@wuhu/store'
import {
  type AttachmentCommand,
  assertOthers,
  attachment,
  attachmentAudience,
  newRecipients
} from '../domain/attachment.ts'
import { loadAttachment } from '../views/attachments.ts'
import { assertMayBeSealedTo, circleOf } from './attachment-circle.ts'
import { type AttachmentDeps, announce, unknownAttachment } from './attachment-uploads.ts'
import { unknownCase } from './cases.ts'
import { answer, answerOf, by, contextOf, type Tx } from './context.ts'

const strict = { additionalProperties: false }
const params = Type.Object({ id: UuidV7('附件标识') }, strict)
const optionally = Type.Optional(by)
const { title, mediaType, size, sha256, recipients } = attachmentSealed.data.properties
const bare = <T extends object>({ ...schema }: T): T =>
  Object.fromEntries(Object.entries(schema).filter(([key]) => key !== 'sensitivity')) as T
const ciphertext = { size: bare(size), sha256: bare(sha256), recipients: bare(recipients) }

const announced = Type.Object(
  {
    id: UuidV7('附件标识'),
    upload: Type.String({ description: '以 PUT 上传密文的地址' }),
    expiresAt: Type.String({ description: '须在此前传完' })
  },
  strict
)

/** Commands on sealed attachments 封存附件. What is sealed reaches the service as ciphertext only. */
export function attachmentCommands(deps: AttachmentDeps): CommandDefinition[] {
  const { store, now, attachmentMaxBytes } = deps
  const assertSize = (bytes: number) => {
    if (bytes > attachmentMaxBytes) {
      throw new Problem(413, 'request.too-large', `an attachment has at most ${attachmentMaxBytes} bytes`)
    }
  }

  const send = defineCommand({
    name: 'attachment.announce',
    path: '/v1/attachments',
    action: 'attachment.send',
    status: 201,
    intake: true,
    title: { zh: '登记封存附件', en: 'Announce a sealed attachment' },
    description: {
      zh: '先在本单位以收件单位的封存公钥加密（age），再登记；随后将密文以 PUT 上传到所给地址，传完即封存。',
      en: "Seal the file first (age), to the recipients' sealing keys; announce it; then PUT the ciphertext to the address in the answer. It is sealed once all of it has come."
    },
    body: Type.Object(
      {
        caseNumber: CaseSourceNumber(),
        title: bare(title),
        mediaType: Type.Optional(bare(mediaType)),
        ...ciphertext,
        by: optionally
      },
      strict
    ),
    answer: announced,
    async execute(call) {
      const { by: _, mediaType = 'application/octet-stream', ...rest } = call.body
      const sender = call.caller.agency
      assertSize(rest.size)
      const done = await store.once(call, async (tx) => {
        const instant = now()
        const circle = await circleOf(tx, rest.caseNumber, sender)
        if (!circle) throw unknownCase()
        if (circle.closed) throw new Refusal('case.closed', `case ${rest.caseNumber} is closed`)
        assertOthers(sender, rest.recipients)
        await assertMayBeSealedTo(tx, circle, rest.recipients, instant)
        const id = randomUUIDv7()
        const command = { do: 'seal', id, sender, mediaType, ...rest } as const
        const expires = await announce(tx, id, id, command, contextOf(call, instant))
        return { id, upload: `/v1/attachments/${id}/content`, expiresAt: beijingTime(expires) }
      })
      return { body: done.answer, location: `/v1/attachments/${done.answer.id}`, replayed: done.replayed }
    }
  })

  const addRecipients = defineCommand({
    name: 'attachment.add-recipients',
    path: '/v1/attachments/:id/recipients',
    action: 'attachment.send',
    status: 201,
    title: { zh: '附件加收件单位', en: 'Add recipients to an attachment' },
    description: {
      zh: '平台没有密钥，不能代办：由能开启附件的单位开启后重新封存，recipients 列出全部能开启的单位，再上传新的密文。',
      en: 'The bus has no key and cannot do it: a holder opens the file, seals it again to all in recipients, and uploads the new ciphertext.'
    },
    params,
    body: Type.Object({ ...ciphertext, by: optionally }, strict),
    answer: announced,
    async execute(call) {
      const { by: _, ...rest } = call.body
      const { id } = call.params
      const holder = call.caller.agency
      assertSize(rest.size)
      const done = await store.once(call, async (tx) => {
        const instant = now()
        const found = await loadAttachment(tx.db, id, holder)
        if (!found) throw unknownAttachment()
        const { events } = await tx.read(`attachment/${id}`)
        const added = newRecipients(fold(attachment, events as never[]), rest.recipients)
        const circle = await circleOf(tx, found.case_number, holder)
        if (!circle) throw unknownAttachment()
        await assertMayBeSealedTo(tx, circle, added, instant)
        const upload = randomUUIDv7()
        const command = { do: 'add-recipients', holder, ...rest } as const
        const expires = await announce(tx, upload, id, command, contextOf(call, instant))
        return { id, upload: `/v1/attachments/${id}/content?upload=${upload}`, expiresAt: beijingTime(expires) }
      })
      return { body: done.answer, replayed: done.replayed }
    }
  })

  const handOver = defineCommand({
    name: 'attachment.hand-over',
    path: '/v1/attachments/:id/hand-over',
    action: 'attachment.send',
    title: { zh: '移交附件', en: 'Hand an attachment over' },
    params,
    body: Type.Object(
      { to: AgencyCode('接收单位'), note: Type.Optional(Text(500, '移交说明')), by: optionally },
      strict
    ),
    answer,
    execute: (call) => {
      const { to, note } = call.body
      return change(deps, call, { do: 'hand-over', from: call.caller.agency, to, note })
    }
  })

  const receive = defineCommand({
    name: 'attachment.receive',
    path: '/v1/attachments/:id/receive',
    action: 'attachment.sign',
    title: { zh: '签收附件', en: 'Countersign an attachment' },
    description: {
      zh: 'sha256 为本单位实际收到的密文的 SHA-256，与封存时不符的不予签收。',
      en: 'sha256 is that of the ciphertext that arrived; one that differs from what was sealed is refused.'
    },
    params,
    body: Type.Object(
      { sha256: Sha256('收到的密文的 SHA-256'), note: Type.Optional(Text(500, '签收备注')), by: optionally },
      strict
    ),
    answer,
    execute: (call) => {
      const { sha256, note } = call.body
      return change(deps, call, { do: 'receive', agency: call.caller.agency, sha256, note })
    }
  })

  return [send, addRecipients, handOver, receive]
}

/** A command on an attachment that is sealed; strangers are told what they would be told if it did not exist. */
async function change({ store, now }: AttachmentDeps, call: Call<{ id: string }, unknown>, command: AttachmentCommand) {
  const { id } = call.params
  const { agency } = call.caller
  const done = await store.once(call, async (tx: Tx) => {
    // A stranger's If-Match is not compared: 412 would tell that the attachment exists.
    if (!(await loadAttachment(tx.db, id, agency))) throw unknownAttachment()
    const executed = await execute(tx, {
      decider: attachment,
      streamId: `attachment/${id}`,
      command,
      expectedVersion: call.expectedVersion,
      context: contextOf(call, now()),
      describe: (_event, state) => ({
        caseNumber: state.caseNumber,
        audience: attachmentAudience(state, agency)
      })
    })
    return answerOf(id, executed)
  })
  return { body: done.answer, version: done.answer.version, replayed: done.replayed }
}
