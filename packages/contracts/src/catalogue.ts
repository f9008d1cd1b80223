import { type TypeCheck, TypeCompiler } from '@sinclair/typebox/compiler'
import type { EventDefinition, Title } from './define-event.ts'
import { type Envelope, envelopeSchema } from './envelope.ts'
import { accountEvents } from './events/account.ts'
import { agencyEvents } from './events/agency.ts'
import { appraiserEvents } from './events/appraiser.ts'
import { assistEvents } from './events/assist.ts'
import { attachmentEvents, sealingKeyEvents } from './events/attachment.ts'
import { bulletinEvents } from './events/bulletin.ts'
import { calendarEvents } from './events/calendar.ts'
import { caseEvents } from './events/case.ts'
import { clueEvents } from './events/clue.ts'
import { consultEvents, opinionDraftEvents } from './events/consult.ts'
import { deadlineEvents } from './events/deadline.ts'
import { deliveryEvents } from './events/delivery.ts'
import { evidenceEvents } from './events/evidence.ts'
import { expertEvents } from './events/expert.ts'
import { infoEvents } from './events/info.ts'
import { matchEvents } from './events/match.ts'
import { officerEvents } from './events/officer.ts'
import { quarantineEvents } from './events/quarantine.ts'
import { recordEvents } from './events/record.ts'
import { replayEvents } from './events/replay.ts'
import { sessionEvents } from './events/session.ts'
import { statEvents } from './events/stat.ts'
import { suggestionEvents } from './events/suggestion.ts'
import { superviseEvents, superviseQuarantined } from './events/supervise.ts'
import { transferEvents } from './events/transfer.ts'
import { taskEvents } from './events/work.ts'
import './formats.ts'

/** Every event that may travel, one owner each. */
export const catalogue: readonly EventDefinition[] = [
  ...agencyEvents,
  ...officerEvents,
  ...calendarEvents,
  ...caseEvents,
  ...attachmentEvents,
  ...sealingKeyEvents,
  ...infoEvents,
  ...clueEvents,
  ...matchEvents,
  ...expertEvents,
  ...appraiserEvents,
  ...consultEvents,
  ...opinionDraftEvents,
  ...assistEvents,
  ...evidenceEvents,
  ...transferEvents,
  ...deadlineEvents,
  ...deliveryEvents,
  ...replayEvents,
  ...accountEvents,
  ...sessionEvents,
  ...quarantineEvents,
  ...recordEvents,
  ...superviseEvents,
  superviseQuarantined,
  ...taskEvents,
  ...bulletinEvents,
  ...suggestionEvents,
  ...statEvents
]

const byType = new Map(catalogue.map((definition) => [definition.type, definition]))
if (byType.size !== catalogue.length) throw new TypeError('an event type is declared twice')

/** The definition of a type, or undefined for a type (or version) that this code does not know. */
export function definitionOf(type: string): EventDefinition | undefined {
  return byType.get(type)
}

/** What an event is called; its type where this code does not know it. */
export const titleOf = (type: string): Title => definitionOf(type)?.title ?? { zh: type, en: type }

const compiled = new Map<string, TypeCheck<EventDefinition['data']>>()
const compiledEnvelope = TypeCompiler.Compile(envelopeSchema)

/** What is wrong with the data of an event, as `/path: reason` without values; empty when nothing is. */
export function dataProblems(type: string, data: unknown): string[] {
  const definition = byType.get(type)
  if (!definition) return [`unknown event type ${type}`]
  let check = compiled.get(type)
  if (!check) {
    check = TypeCompiler.Compile(definition.data)
    compiled.set(type, check)
  }
  if (check.Check(data)) return []
  return [...check.Errors(data)].map(({ path, message }) => `${path || '/'}: ${message}`)
}

/**
 * An envelope from bytes, checked against the envelope's and its event's schema; nothing is coerced or dropped.
 * @throws TypeError naming every problem by path, without values
 */
export function parseEnvelope(bytes: Uint8Array): Envelope {
  const envelope: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  if (!compiledEnvelope.Check(envelope)) {
    const problems = [...compiledEnvelope.Errors(envelope)].map(({ path, message }) => `${path || '/'}: ${message}`)
    throw new TypeError(`not an envelope: ${problems.join('; ')}`)
  }
  const problems = dataProblems(envelope.type, envelope.data)
  if (problems.length > 0) throw new TypeError(`${envelope.type}: ${problems.join('; ')}`)
  return envelope
}

/** `work` (工作秘密) as soon as one field of the event is more than open. */
export function markingOf(definition: EventDefinition): 'open' | 'work' {
  const fields = Object.values(definition.data.properties ?? {}) as { sensitivity?: string }[]
  return fields.every(({ sensitivity }) => sensitivity === 'open') ? 'open' : 'work'
}
