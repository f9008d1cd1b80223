import { Type } from '@sinclair/typebox'
import { classesShown, recordShown } from '@wuhu/access'
import { type Envelope, parseAudience, UuidV7 } from '@wuhu/contracts'
import { defineQuery, type QueryDefinition, readerBy } from '@wuhu/host'
import type { Store } from '@wuhu/store'
import { unknownAssistance } from '../commands/context.ts'
import type { JointTables } from '../tables.ts'

const strict = { additionalProperties: false }
/** Durable name of the file's shape. */
const format = 'wuhu.assistance-letter.v1'

/**
 * The letter as a file to carry to a body outside: the event as it is stored, with its signature, which anyone can check
 * offline against the keys of the directory. The document on paper is made from the same event.
 */
export function assistanceLetterQuery({ store }: { readonly store: Store<JointTables> }): QueryDefinition {
  return defineQuery({
    name: 'assistance.letter',
    path: '/v1/assistances/:id/letter',
    action: 'assistance.work',
    tag: 'assistances',
    title: { zh: '导出协查函', en: 'Export the letter' },
    description: {
      zh: '供请求单位带往机制外单位：事件原文及签名，可离线核验。复函以 import-reply 录入。',
      en: 'For the requester to carry to a body outside: the signed event, verifiable offline. The reply comes in by import-reply.'
    },
    params: Type.Object({ id: UuidV7() }, strict),
    answer: Type.Object(
      {
        format: Type.Literal(format),
        letter: Type.Any({ description: '协查函内容' }),
        event: Type.Any({ description: '签名的事件原文' })
      },
      strict
    ),
    async execute(call) {
      const { agency } = call.caller
      const subject = `assistance/${call.params.id}`
      const event = await store.as(agency, async (reading) => {
        const row = await reading.db
          .selectFrom('events')
          .select('body')
          .where('stream_id', '=', subject)
          .where('version', '=', '1')
          .executeTakeFirst()
        const event = row && (JSON.parse(row.body.toString('utf8')) as Envelope)
        const ground = event && parseAudience(event.audience).find((one) => one.agency === agency)?.ground
        if (event === undefined || ground !== 'publisher') throw unknownAssistance()
        const classes = classesShown(event.type, { agency, ground })
        recordShown(reading, readerBy(call), [{ caseNumber: event.casenumber, subject, classes }])
        return event
      })
      return { body: { format, letter: event.data, event }, version: 1 }
    }
  })
}
