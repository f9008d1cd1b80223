import { randomUUIDv7 } from 'node:crypto'
import { Type } from '@sinclair/typebox'
import { AgencyCode, transferNotProsecuted, transferSuspected } from '@wuhu/contracts'
import { Refusal } from '@wuhu/decider'
import { type Answer, type Call, type CommandDefinition, defineCommand } from '@wuhu/host'
import type { TransferCommand } from '../domain/transfer-command.ts'
import { statusForParty } from '../views/cases.ts'
import { isAdministrative, mayHandle, procuratorateFor } from './authorities.ts'
import { by, type Tx } from './context.ts'
import { contextOf, decideTransfer, type TransferDeps, transferAnswer } from './transfer-context.ts'
import { waitingForCase } from './waiting-for-case.ts'

const strict = { additionalProperties: false }
const { sender: _, procuratorate: __, clue: ___, ...suspicion } = transferSuspected.data.properties
const { procuratorate: ____, approver: _____, ...decision } = transferNotProsecuted.data.properties

/** The two ways in which a transfer begins by hand: an agency suspects a crime, or a procuratorate does not prosecute. */
export function transferBeginnings(deps: TransferDeps): CommandDefinition[] {
  return [
    defineCommand({
      name: 'transfer.suspect',
      path: '/v1/transfers',
      action: 'transfer.work',
      intake: true,
      tag: 'transfers',
      status: 201,
      title: { zh: '登记涉嫌犯罪', en: 'Note that a crime is suspected' },
      description: {
        zh: '案源须已登记且本单位为参与单位。有合理嫌疑即应当移送；涉案金额仅供参考，不是门槛（国务院令第310号第三条）。立案时填报涉嫌犯罪的线索自动登记，无须重复。',
        en: 'On a registered case to which the agency is a party. Reasonable suspicion is enough; the amount informs and gates nothing. A clue filed with signs of a crime is noted by itself.'
      },
      body: Type.Object({ ...suspicion, procuratorate: Type.Optional(AgencyCode('同级检察院')), by }, strict),
      answer: transferAnswer,
      execute: (call) => {
        const { by: _by, procuratorate, ...said } = call.body
        return begin(deps, call, said.caseNumber, async () => ({
          do: 'suspect',
          by: call.actor,
          said: { ...said, procuratorate: procuratorateFor(deps, procuratorate) },
          administrative: isAdministrative(deps, call.caller.agency)
        }))
      }
    }),
    defineCommand({
      name: 'transfer.start-reverse',
      path: '/v1/transfers/reverse',
      action: 'transfer.decide',
      intake: true,
      tag: 'transfers',
      status: 201,
      title: { zh: '不起诉案件反向衔接', en: 'Send back a case that came without a transfer' },
      description: {
        zh: '检察院对未经本平台移送的案件决定不起诉，需要行政处理的，由此开始反向衔接。',
        en: 'A procuratorate decided not to prosecute a case that reached it without a transfer here.'
      },
      body: Type.Object({ ...decision, by }, strict),
      answer: transferAnswer,
      execute: (call) => {
        const { by: _by, ...said } = call.body
        return begin(deps, call, said.caseNumber, async (tx) => ({
          do: 'start-reverse',
          by: call.actor,
          said,
          procuratorate: deps.procuratorates.includes(call.caller.agency),
          administrative: said.administration === undefined || (await mayHandle(tx.db, deps, said.administration))
        }))
      }
    })
  ]
}

/** A new transfer on an open case to which the agency is a party; a case opened a moment ago is waited for. */
async function begin(
  { store, now, caseWait }: TransferDeps,
  call: Call<unknown, unknown>,
  caseNumber: string,
  commandOf: (tx: Tx) => Promise<TransferCommand>
): Promise<Answer> {
  const done = await waitingForCase(
    () =>
      store.once(call, async (tx) => {
        const status = await statusForParty(tx.db, caseNumber, call.caller.agency)
        if (!status) throw new Refusal('case.unknown', 'there is no such case')
        if (status === 'closed') throw new Refusal('case.closed', `case ${caseNumber} is closed`)
        const command = await commandOf(tx)
        return await decideTransfer(tx, { id: randomUUIDv7(), command, context: contextOf(call, now()) })
      }),
    caseWait
  )
  const { id, version } = done.answer
  return { body: done.answer, version, location: `/v1/transfers/${id}`, replayed: done.replayed }
}
