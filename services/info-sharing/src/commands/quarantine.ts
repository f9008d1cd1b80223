import { randomUUIDv7 } from 'node:crypto'
import { Type } from '@sinclair/typebox'
import { audienceOf, quarantineResolved, UuidV7 } from '@wuhu/contracts'
import { Refusal } from '@wuhu/decider'
import { type CommandDefinition, defineCommand, keptOf, NotFound, type RefusedIntake } from '@wuhu/host'
import { type Context, execute } from '@wuhu/store'
import { type QuarantineCommand, quarantine } from '../domain/quarantine.ts'
import { answer, answerOf, by, contextOf, type Deps, offices, type Tx } from './context.ts'

const strict = { additionalProperties: false }

/** What a secrecy officer 保密员 does with the queue. */
export function quarantineCommands({ store, now }: Pick<Deps, 'store' | 'now'>): CommandDefinition[] {
  const resolve = defineCommand({
    name: 'quarantine.resolve',
    path: '/v1/quarantine/:id/resolve',
    action: 'quarantine.resolve',
    tag: 'quarantine',
    title: { zh: '处置疑似涉密拦截', en: 'Resolve a suspected state secret' },
    description: {
      zh: '由报送单位或者办公室的保密员办理。系统未留存原文，须与报送人线下核实。',
      en: 'By the secrecy officer of the sending agency or of the office. The text was not kept: ask the sender, off-line.'
    },
    params: Type.Object({ id: UuidV7('拦截记录标识') }, strict),
    body: Type.Object({ ...quarantineResolved.data.properties, by: Type.Optional(by) }, strict),
    answer,
    async execute(call) {
      const { id } = call.params
      const { by: _by, ...resolution } = call.body
      const done = await store.once(call, async (tx) => {
        const command = { do: 'resolve' as const, by: call.caller.agency, offices: await offices(tx), resolution }
        return answerOf(id, await onQuarantine(tx, id, command, contextOf(call, now())))
      })
      return { body: done.answer, version: done.answer.version, replayed: done.replayed }
    }
  })
  return [resolve]
}

/** Keeps what may be kept of a command that this service refused for the mark of a state secret. */
export async function openQuarantine({ store, now }: Pick<Deps, 'store' | 'now'>, refused: RefusedIntake) {
  const { actor, correlationId, traceparent } = refused
  await store.transaction(async (tx) => {
    const context = { service: 'info-sharing', actor, now: now(), correlationId, traceparent }
    const command = { do: 'open', refused: { ...keptOf(refused), service: 'info-sharing' } } as const
    await onQuarantine(tx, randomUUIDv7(), command, context)
  })
}

/**
 * Gives a command to a record; opening one again changes nothing. The sending agency and the office learn of it.
 * @throws NotFound for whoever is neither
 */
export async function onQuarantine(tx: Tx, id: string, command: QuarantineCommand, context: Context) {
  const officesNow = await offices(tx)
  try {
    return await execute(tx, {
      decider: quarantine,
      streamId: `quarantine/${id}`,
      command,
      context,
      describe: (_event, state) => ({
        audience: audienceOf(
          { agency: context.actor.agency, ground: 'publisher' },
          ...[...(state.status === 'none' ? [] : [state.agency]), ...officesNow].map(
            (agency) => ({ agency, ground: 'addressee' }) as const
          )
        )
      })
    })
  } catch (error) {
    if (error instanceof Refusal && error.code === 'quarantine.unknown') throw new NotFound(error.code, error.message)
    throw error
  }
}
