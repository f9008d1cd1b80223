import { type Static, type TObject, type TSchema, Type } from '@sinclair/typebox'
import type { Field } from './sensitivity.ts'

/** A service that publishes events. */
export type ServiceName = 'info-sharing' | 'joint-investigation' | 'notifications' | 'audit' | 'console'

/** The one service that may publish an event; `each`: the service that owns the aggregate which the event is about. */
export type Owner = ServiceName | 'each'

/** The five mutuals 五互, and what serves them. */
export const mutuals = {
  governance: '治理',
  'info-exchange': '信息互通',
  'clue-sharing': '线索互享',
  consultation: '疑难互商',
  assistance: '协查互助',
  promotion: '工作互促',
  delivery: '送达',
  audit: '审计'
} as const
export type Mutual = keyof typeof mutuals

/** Two languages, Chinese first. */
export interface Title {
  readonly zh: string
  readonly en: string
}

type Fields = Record<string, Field>
type EventType = `${string}.${string}.v${number}`

export interface EventDefinition<Name extends string = string, Data extends TSchema = TSchema> {
  /** `<aggregate>.<past-tense>.v<n>`: a durable name. */
  readonly type: Name
  readonly owner: Owner
  readonly mutual: Mutual
  readonly title: Title
  /** Refuses unknown fields. */
  readonly data: Data
}

/** The event as deciders speak of it: type and data, without the envelope. */
export type EventOf<D extends EventDefinition> =
  D extends EventDefinition<infer Name, infer Data> ? { readonly type: Name; readonly data: Static<Data> } : never

/** Declares an event once. A data field without a sensitivity does not compile. */
export function defineEvent<const Name extends EventType, D extends Fields>(definition: {
  type: Name
  owner: Owner
  mutual: Mutual
  title: Title
  data: D
}): EventDefinition<Name, TObject<D>> {
  if (!/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*\.v[1-9]\d*$/.test(definition.type)) {
    throw new TypeError(`event type ${definition.type} is not <aggregate>.<past-tense>.v<n>`)
  }
  const data = Type.Object(definition.data, { additionalProperties: false })
  return Object.freeze({ ...definition, data })
}
