import { randomUUIDv7 } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { Type } from '@sinclair/typebox'
import { assistRequested } from '@wuhu/contracts'
import { Refusal } from '@wuhu/decider'
import { type CommandDefinition, defineCommand } from '@wuhu/host'
import { statusForParty } from '../views/cases.ts'
import { answer, by, type Deps, decideOn, isRegistered } from './context.ts'

const { requester: _, ...letterFields } = assistRequested.data.properties

/** 发协查函: the beginning of every assistance. */
export function requestCommand(deps: Deps): CommandDefinition {
  const { store, now } = deps
  return defineCommand({
    name: 'assistance.request',
    path: '/v1/assistances',
    action: 'assistance.request',
    intake: true,
    tag: 'assistances',
    status: 201,
    title: { zh: '发出协查函', en: 'Ask another agency for assistance' },
    description: {
      zh: '案源须已登记且本单位为参与单位。由本单位负责人审批；查封扣押、查询账户须由设区的市级以上机关主要负责人批准（反不正当竞争法第十六条）。',
      en: 'On a registered case to which the agency is a party. Approved by a leader of the agency; seizure and bank-account by the head of a bureau at city level or above.'
    },
    body: Type.Object({ ...letterFields, by }, { additionalProperties: false }),
    answer,
    async execute(call) {
      const { by: _by, ...letter } = call.body
      const { agency } = call.caller
      const request = () =>
        store.once(call, async (tx) => {
          const status = await statusForParty(tx.db, letter.caseNumber, agency)
          if (!status) throw new Refusal('case.unknown', 'there is no such case')
          if (status === 'closed') throw new Refusal('case.closed', `case ${letter.caseNumber} is closed`)
          const registered = await isRegistered(tx.db, letter.addressee)
          const command = { do: 'request' as const, agency, letter, registered }
          return await decideOn(tx, call, { id: randomUUIDv7(), command, now: now() })
        })
      const done = await waitingForCase(request, deps.caseWait)
      const { id, version } = done.answer
      return { body: done.answer, version, location: `/v1/assistances/${id}`, replayed: done.replayed }
    }
  })
}

/**
 * The register is another service's: a case opened a moment ago is on its way. Every case in which the agency has no
 * part is waited for alike, so that waiting tells nothing.
 */
async function waitingForCase<T>(request: () => Promise<T>, within: number): Promise<T> {
  const until = performance.now() + within
  for (let pause = 10; ; pause = Math.min(pause * 2, 100)) {
    try {
      return await request()
    } catch (error) {
      const waits = error instanceof Refusal && error.code === 'case.unknown' && performance.now() < until
      if (!waits) throw error
    }
    await delay(pause)
  }
}
