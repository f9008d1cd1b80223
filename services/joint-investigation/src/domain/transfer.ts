import type { TransferEvent } from '@wuhu/contracts'
import { type Decider, Refusal } from '@wuhu/decider'
import type { TransferBeginning, TransferCommand, TransferFollow } from './transfer-command.ts'
import { evolveTransfer } from './transfer-evolve.ts'
import { policeSteps } from './transfer-police.ts'
import { procuratorateSteps } from './transfer-procuratorate.ts'
import { senderSteps } from './transfer-sender.ts'
import { partOf, type Transfer, type TransferSide, type TransferState } from './transfer-state.ts'
import { headIn, leaderIn, same, type TransferStep, type TransferSteps } from './transfer-step.ts'

const steps: TransferSteps<TransferFollow['do']> = { ...senderSteps, ...policeSteps, ...procuratorateSteps }

/**
 * 行刑衔接, both ways: from suspicion to the police and what they and the procuratorate decide, and from a decision not to
 * prosecute back to administration (国务院令第310号; 人民检察院刑事诉讼规则; 反向衔接工作指引). No amount is a gate anywhere.
 */
export const transfer: Decider<TransferState, TransferCommand, TransferEvent> = {
  initial: { status: 'none' },
  decide(command, state) {
    if (command.do === 'suspect' || command.do === 'start-reverse') return begin(command, state)
    if (state.status === 'none') throw new Refusal('transfer.unknown', 'no such transfer')
    // Whether it may learn that there is one depends on what it was told, which no state holds.
    if (!partOf(state).includes(command.by.agency)) {
      throw new Refusal('transfer.not-involved', 'the agency takes no part')
    }
    return follow(command, state)
  },
  evolve: evolveTransfer
}

function begin(command: TransferBeginning, state: TransferState): TransferEvent[] {
  const event = command.do === 'suspect' ? suspicion(command) : withoutTransfer(command)
  if (state.status === 'none') return [event]
  const known = state.clue !== undefined && event.type === 'transfer.suspected.v1' && event.data.clue === state.clue
  if (known || same(state.last, event)) return []
  throw new Refusal('transfer.exists', `is ${state.status}`)
}

function suspicion({ by, said, administrative }: Extract<TransferCommand, { do: 'suspect' }>): TransferEvent {
  if (!administrative) throw new Refusal('transfer.not-administrative', `${by.agency} does not transfer cases`)
  return { type: 'transfer.suspected.v1', data: { ...said, sender: by.agency } }
}

/** A case that was handed to the prosecutors without the bus, and comes back by it. */
function withoutTransfer(command: Extract<TransferCommand, { do: 'start-reverse' }>): TransferEvent {
  const { by, said, procuratorate, administrative } = command
  if (!procuratorate) throw new Refusal('transfer.not-procuratorate', `${by.agency} does not prosecute`)
  const { administration } = said
  if (administration !== undefined && !administrative) {
    throw new Refusal('transfer.not-administrative', `${administration} handles no penalties`)
  }
  const approver = leaderIn(by)
  return { type: 'transfer.not-prosecuted.v1', data: { ...said, procuratorate: by.agency, approver } }
}

function follow(command: TransferFollow, state: Transfer): TransferEvent[] {
  // The table is typed by name; here any of them is run.
  const step = steps[command.do] as unknown as TransferStep
  requireSide(command, state, step)
  if (step.role === 'head') headIn(command.by)
  if (step.role === 'leader') leaderIn(command.by)
  if (step.holds?.(command, state)) return []
  if (state.last.type === step.happens && same(step.data(command, state), state.last.data)) return []
  if (!step.from.includes(state.status)) {
    throw new Refusal('transfer.wrong-status', `is ${state.status}; possible when ${step.from.join(', ')}`)
  }
  step.guard?.(command, state)
  return [{ type: step.happens, data: step.data(command, state) } as TransferEvent]
}

const codes: Readonly<Record<TransferSide, string>> = {
  sender: 'transfer.not-sender',
  police: 'transfer.not-police',
  procuratorate: 'transfer.not-procuratorate'
}

function requireSide({ do: name, by }: TransferFollow, state: Transfer, { side }: TransferStep): void {
  const needed = typeof side === 'function' ? side(state) : side
  if (state[needed] !== by.agency) throw new Refusal(codes[needed], `${name} is for the ${needed}`)
}
