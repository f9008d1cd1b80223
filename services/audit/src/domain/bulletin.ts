import type { BulletinEvent } from '@wuhu/contracts'
import { type Decider, Refusal } from '@wuhu/decider'
import { type Acting, requireOffice } from './acting.ts'

type Drafted = Extract<BulletinEvent, { type: 'bulletin.drafted.v1' }>['data']
export type Draft = Pick<Drafted, 'kind' | 'title' | 'text'>

export const bulletinStatuses = ['drafted', 'approved', 'published'] as const
export type BulletinStatus = (typeof bulletinStatuses)[number]

export interface Bulletin {
  readonly status: BulletinStatus
  readonly draft: Drafted
}

export type BulletinState = { readonly status: 'none' } | Bulletin

export type BulletinCommand =
  | { readonly do: 'draft'; readonly by: Acting; readonly draft: Draft }
  /** A new text, which has to be approved anew. */
  | { readonly do: 'redraft'; readonly by: Acting; readonly draft: Draft }
  | { readonly do: 'approve'; readonly by: Acting; readonly revision: number }
  | { readonly do: 'publish'; readonly by: Acting; readonly documentNumber?: string }

/** 通报: drafted in the office, approved by the convener or the head of the office, and then told to the conference. */
export const bulletin: Decider<BulletinState, BulletinCommand, BulletinEvent> = {
  initial: { status: 'none' },
  decide(command, state) {
    if (command.do === 'draft') {
      requireOffice(command.by)
      if (state.status !== 'none') throw new Refusal('bulletin.exists', `is ${state.status}`)
      return [drafted(command.by.agency, 1, command.draft)]
    }
    if (state.status === 'none' || state.draft.issuer !== command.by.agency) {
      throw new Refusal('bulletin.unknown', 'no such bulletin')
    }
    return follow(command, state)
  },
  evolve(state, event) {
    switch (event.type) {
      case 'bulletin.drafted.v1':
        return { status: 'drafted', draft: event.data }
      case 'bulletin.approved.v1':
        return state.status === 'none' ? state : { ...state, status: 'approved' }
      case 'bulletin.published.v1':
        return state.status === 'none' ? state : { ...state, status: 'published' }
    }
  }
}

function follow(command: Exclude<BulletinCommand, { do: 'draft' }>, state: Bulletin): BulletinEvent[] {
  const { status, draft } = state
  const { issuer, revision, kind, title, text } = draft
  switch (command.do) {
    case 'redraft':
      requireOffice(command.by)
      requireStatus(status, 'drafted', 'approved')
      return [drafted(issuer, revision + 1, command.draft)]
    case 'approve': {
      const approver = requireOffice(command.by, ['convener', 'office-head'])
      if (command.revision !== revision)
        throw new Refusal('bulletin.other-revision', `the draft is revision ${revision}`)
      if (status === 'approved') return []
      requireStatus(status, 'drafted')
      return [{ type: 'bulletin.approved.v1', data: { revision, approver } }]
    }
    case 'publish': {
      requireOffice(command.by)
      if (status === 'published') return []
      requireStatus(status, 'approved')
      const number = command.documentNumber !== undefined && { documentNumber: command.documentNumber }
      return [{ type: 'bulletin.published.v1', data: { revision, issuer, kind, title, text, ...number } }]
    }
  }
}

const drafted = (issuer: string, revision: number, { kind, title, text }: Draft): BulletinEvent => ({
  type: 'bulletin.drafted.v1',
  data: { revision, issuer, kind, title, text }
})

function requireStatus(status: BulletinStatus, ...allowed: BulletinStatus[]): void {
  if (allowed.includes(status)) return
  throw new Refusal('bulletin.wrong-status', `is ${status}; possible when ${allowed.join(', ')}`)
}
