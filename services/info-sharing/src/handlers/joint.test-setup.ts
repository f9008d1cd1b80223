import { randomUUIDv7 } from 'node:crypto'
import { type Actor, type AudienceEntry, createEnvelope, eventSubject } from '@wuhu/contracts'
import { until } from '@wuhu/test-support'
import type { testService } from '../app.test-setup.ts'

type Service = Pick<Awaited<ReturnType<typeof testService>>, 'bus' | 'timeline'>

interface Happening {
  /** `transfer/<id>`. */
  readonly subject: string
  readonly type: string
  readonly data: unknown
  readonly caseNumber?: string
  readonly actor: Actor
  /** Who is told, besides the actor. */
  readonly to?: readonly AudienceEntry[]
  readonly time?: string
}

/** Plays joint-investigation: publishes its events and waits until they are applied. */
export function jointInvestigation({ bus, timeline }: Service) {
  const versions = new Map<string, number>()
  const stream = bus.stream('JOINT_INVESTIGATION')

  /** The same event again, as after a redelivery that the cursor did not catch. */
  const send = async (envelope: ReturnType<typeof createEnvelope>) => {
    const { lastSequence } = await stream.describe()
    const { type, source } = envelope
    const key = envelope.casenumber ?? envelope.subject
    const message = { subject: eventSubject(type, key, source), id: envelope.id, key }
    await stream.publish(lastSequence, [{ ...message, body: Buffer.from(JSON.stringify(envelope)) }])
    await until(() => timeline.status().cursor === lastSequence + 1, { what: `${type} to be applied` })
    const [parked] = await timeline.parked()
    if (parked) throw new Error(`${parked.type ?? type} was parked: ${parked.error}`)
    return envelope
  }

  const happens = async ({ subject, type, data, caseNumber, actor, to = [], time }: Happening) => {
    const version = (versions.get(subject) ?? 0) + 1
    versions.set(subject, version)
    const envelope = createEnvelope({
      ...{ id: randomUUIDv7(), service: 'joint-investigation', type: `${type}.v1`, subject, version, actor },
      time: time ?? new Date().toISOString(),
      ...(caseNumber !== undefined && { caseNumber }),
      marking: 'work',
      audience: [{ agency: actor.agency, ground: 'publisher' }, ...to],
      correlationId: 'test',
      data
    })
    return await send(envelope)
  }
  return { happens, again: send }
}

const file = { id: 'a-1', sha256: 'ab'.repeat(32), size: 1 }
/** What goes to the police. */
export const transferLetter = (caseNumber: string, sender: string) => ({
  caseNumber,
  sender,
  procuratorate: 'procuratorate',
  letterNumber: '乌中市监罪移〔2026〕1号',
  suspectedOffence: '侵犯商业秘密罪',
  facts: '使用图纸',
  legalBasis: '国务院令第310号第三条',
  documents: {
    transferLetter: file,
    investigationReport: file,
    exhibitList: file,
    appraisals: [],
    noAppraisal: '尚在鉴定'
  },
  exhibits: []
})

export const helpLetter = (caseNumber: string, requester: string, addressee: string) => ({
  ...{ caseNumber, requester, addressee },
  letterNumber: '乌中市监协〔2026〕1号',
  title: '核实离职人员去向',
  items: [{ kind: 'inquiry', text: '询问' }],
  legalBasis: '行政处罚法第二十六条',
  approver: { person: 'p-1', role: 'agency-leader' }
})
