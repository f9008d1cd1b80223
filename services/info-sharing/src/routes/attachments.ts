import { Type } from '@sinclair/typebox'
import { recordShown } from '@wuhu/access'
import { AgencyCode, attachmentSealed, beijingTime, CaseSourceNumber, UuidV7 } from '@wuhu/contracts'
import { answerPage, defineQuery, pageAnswer, pageQuery, pagesById, type QueryDefinition, readerBy } from '@wuhu/host'
import { circleOf } from '../commands/attachment-circle.ts'
import { unknownAttachment } from '../commands/attachment-uploads.ts'
import { unknownCase } from '../commands/cases.ts'
import type { Deps } from '../commands/context.ts'
import { listAttachments, loadAttachment } from '../views/attachments.ts'

const strict = { additionalProperties: false }
const { recipients } = attachmentSealed.data.properties
const summary = {
  id: UuidV7(),
  caseNumber: CaseSourceNumber(),
  title: Type.String(),
  mediaType: Type.String({ description: '原文媒体类型' }),
  sender: AgencyCode('封存单位'),
  sealedAt: Type.String()
}
const sealing = Type.Object(
  {
    object: UuidV7('密文标识'),
    holder: AgencyCode('封存或重新封存的单位'),
    sealedAt: Type.String(),
    size: Type.Integer(),
    sha256: Type.String(),
    recipients: Type.Array(recipients.items)
  },
  strict
)
const custody = Type.Object(
  {
    step: Type.Union(
      (['sealed', 'recipient-added', 'handed-over', 'received'] as const).map((step) => Type.Literal(step)),
      { description: '封存、加收件单位、移交、签收' }
    ),
    at: Type.String(),
    agency: AgencyCode(),
    to: Type.Optional(AgencyCode('移交给')),
    object: UuidV7('密文标识'),
    sha256: Type.String(),
    note: Type.Optional(Type.String())
  },
  strict
)

/** Sealed attachments 封存附件 as their senders and recipients see them. */
export function attachmentQueries({ store }: Deps): QueryDefinition[] {
  const ofCase = defineQuery({
    name: 'attachment.list',
    path: '/v1/cases/:number/attachments',
    action: 'attachment.read',
    title: { zh: '案源的封存附件', en: 'Sealed attachments of a case' },
    description: {
      zh: '只列本单位封存或能开启的附件。',
      en: 'Only what the agency sealed itself or can open.'
    },
    params: Type.Object({ number: CaseSourceNumber() }, strict),
    query: Type.Object(pageQuery(), strict),
    answer: pageAnswer(Type.Object(summary, strict)),
    async execute(call) {
      const { number } = call.params
      const { limit = 50, after } = call.query
      const { agency } = call.caller
      // Who belongs to the circle is more than the agency itself may see of the case.
      if (!(await store.transaction((tx) => circleOf(tx, number, agency)))) throw unknownCase()
      const pages = pagesById(`attachments ${number}`)
      const asked = { agency, caseNumber: number, after: pages.from(after)?.id, limit }
      const page = await store.as(agency, async (reading) => {
        const page = pages.cut(await listAttachments(reading.db, asked), limit)
        recordShown(reading, attachmentReader(call), page.rows.map(shownOf))
        return page
      })
      return answerPage(page.rows.map(toSummary), page.next)
    }
  })

  const one = defineQuery({
    name: 'attachment.get',
    path: '/v1/attachments/:id',
    action: 'attachment.read',
    title: { zh: '封存附件及其保管经过', en: 'A sealed attachment and its custody' },
    description: {
      zh: 'sealings 列出本单位可取的密文，末项最新；custody 为保管经过。',
      en: 'sealings are the ciphertexts that the agency may have, the newest last; custody is what happened, in order.'
    },
    params: Type.Object({ id: UuidV7() }, strict),
    answer: Type.Object(
      { ...summary, version: Type.Integer(), sealings: Type.Array(sealing), custody: Type.Array(custody) },
      strict
    ),
    async execute(call) {
      const { agency } = call.caller
      const found = await store.as(agency, async (reading) => {
        const found = await loadAttachment(reading.db, call.params.id, agency)
        if (found) recordShown(reading, attachmentReader(call), [shownOf(found)])
        return found
      })
      if (!found) throw unknownAttachment()
      const { version } = found
      const body = {
        ...toSummary(found),
        version,
        sealings: found.sealings.map(({ object, holder, sealed_at, size, sha256, recipients }) => ({
          object,
          holder,
          sealedAt: beijingTime(sealed_at),
          size: Number(size),
          sha256,
          recipients
        })),
        custody: found.custody.map(({ step, at, agency, other, object, sha256, note }) => ({
          step,
          at: beijingTime(at),
          agency,
          ...(other !== null && { to: other }),
          object,
          sha256,
          ...(note !== null && { note })
        }))
      }
      return { body, version }
    }
  })

  return [ofCase, one]
}

interface AttachmentRow {
  id: string
  case_number: string
  title: string
  media_type: string
  sender: string
  sealed_at: Date
}

const toSummary = ({ id, case_number, title, media_type, sender, sealed_at }: AttachmentRow) => ({
  id,
  caseNumber: case_number,
  title,
  mediaType: media_type,
  sender,
  sealedAt: beijingTime(sealed_at)
})

const attachmentReader = (call: Parameters<typeof readerBy>[0]) => ({
  ...readerBy(call),
  channel: 'attachment' as const
})

/** Its description; what is inside is read at `/content`. */
const shownOf = ({ id, case_number }: { readonly id: string; readonly case_number: string }) => ({
  caseNumber: case_number,
  subject: `attachment/${id}`,
  classes: ['open', 'work'] as const
})
