import type { InfoEvent } from '@wuhu/contracts'
import { type Decider, Refusal } from '@wuhu/decider'

type Published = Exclude<InfoEvent, { type: 'info.receipt-signed.v1' }>

/** What may be published 信息互通, and the event that says so. */
export const noticeKinds = {
  notice: 'info.notice-published.v1',
  penalty: 'info.penalty-published.v1',
  judgment: 'info.judgment-shared.v1',
  statute: 'info.statute-shared.v1'
} as const satisfies Record<string, Published['type']>
export type NoticeKind = keyof typeof noticeKinds

/** A court judges, a procuratorate prosecutes, everybody else administers. */
export type Standing = 'court' | 'procuratorate' | 'administration'

export interface NoticeState {
  readonly status: 'none' | 'published'
  readonly publisher: string
  readonly signed: readonly string[]
}

export type NoticeCommand =
  /** `recipients` counts the agencies it goes to besides its publisher. */
  | { do: 'publish'; event: Published; standing: Standing; to: 'conference' | 'named'; recipients: number }
  /** `recipient`: whether the agency is in the notice's audience. */
  | { do: 'sign'; id: string; agency: string; recipient: boolean; note?: string }

/** A piece of published information, and who signed for it 签收. */
export const notice: Decider<NoticeState, NoticeCommand, InfoEvent> = {
  initial: { status: 'none', publisher: '', signed: [] },

  decide(command, state) {
    switch (command.do) {
      case 'publish': {
        if (state.status !== 'none') throw new Refusal('notice.exists', 'this notice is published')
        assertMayPublish(command.event, command.standing)
        if (command.recipients === 0) throw new Refusal('notice.no-recipient', 'a notice needs another agency to go to')
        if (command.to === 'conference' && command.event.data.note !== undefined) {
          throw new Refusal('notice.note-needs-names', 'a working note goes to agencies named one by one only')
        }
        return [command.event]
      }
      case 'sign': {
        if (state.status === 'none' || (!command.recipient && command.agency !== state.publisher)) {
          throw new Refusal('notice.unknown', 'there is no such notice')
        }
        if (command.agency === state.publisher) throw new Refusal('notice.own', 'the publisher does not sign for it')
        if (state.signed.includes(command.agency)) return []
        const note = command.note !== undefined && { note: command.note }
        return [{ type: 'info.receipt-signed.v1', data: { notice: command.id, agency: command.agency, ...note } }]
      }
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'info.notice-published.v1':
      case 'info.penalty-published.v1':
      case 'info.judgment-shared.v1':
      case 'info.statute-shared.v1':
        return { ...state, status: 'published', publisher: event.data.publisher }
      case 'info.receipt-signed.v1':
        return { ...state, signed: [...new Set([...state.signed, event.data.agency])] }
    }
  }
}

/** A judgment is the court's to share; a penalty is an administrative act. */
function assertMayPublish(event: Published, standing: Standing): void {
  if (event.type === 'info.judgment-shared.v1' && standing !== 'court') {
    throw new Refusal('notice.not-a-court', 'only a court shares judgments')
  }
  if (event.type !== 'info.penalty-published.v1') return
  if (standing !== 'administration') {
    throw new Refusal('notice.not-administrative', 'only an administrative agency publishes penalties')
  }
  if (event.data.company === undefined && event.data.person === undefined) {
    throw new Refusal('notice.no-offender', 'a penalty names the company or the person it was imposed on')
  }
  if (event.data.uscc !== undefined && event.data.company === undefined) {
    throw new Refusal('notice.uscc-without-company', 'a unified social credit code belongs to a company')
  }
}
