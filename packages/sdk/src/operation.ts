import { type Commands, commands, type Queries, queries } from './generated/operations.ts'
import type { ServiceName } from './settings.ts'

export type CommandName = keyof Commands & keyof typeof commands
export type QueryName = keyof Queries & keyof typeof queries
export type CommandInput<Name extends CommandName> = Commands[Name]['input']
export type CommandBody<Name extends CommandName> = Commands[Name]['answer']
export type QueryInput<Name extends QueryName> = Queries[Name]['input']
export type QueryBody<Name extends QueryName> = Queries[Name]['answer']

/** A command or query on its way: what stands in the path, and the rest. */
export interface Prepared {
  readonly name: string
  readonly service: ServiceName
  /** With the params filled in. */
  readonly path: string
  readonly params: Readonly<Record<string, unknown>>
  readonly rest: Readonly<Record<string, unknown>>
}

interface Operation {
  readonly service: ServiceName
  readonly path: string
  readonly params: readonly string[]
}

/** @throws TypeError for a command that there is not, or without what its path needs */
export const preparedCommand = (name: string, input: object): Prepared =>
  prepared('command', name, ownValue(commands, name), input)

/** @throws TypeError for a query that there is not, or without what its path needs */
export const preparedQuery = (name: string, input: object): Prepared =>
  prepared('query', name, ownValue(queries, name), input)

const ownValue = <T extends object>(table: T, name: string): Operation | undefined =>
  Object.hasOwn(table, name) ? (table[name as keyof T] as Operation) : undefined

function prepared(kind: string, name: string, operation: Operation | undefined, input: object): Prepared {
  if (!operation) throw new TypeError(`there is no ${kind} ${name}`)
  const params: Record<string, unknown> = {}
  const rest: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(input)) {
    if (value === undefined) continue
    if (operation.params.includes(key)) params[key] = value
    else rest[key] = value
  }
  const path = operation.path.replace(/\{([a-zA-Z]+)\}/g, (_, key: string) => {
    const value = params[key]
    if ((typeof value !== 'string' && typeof value !== 'number') || value === '') {
      throw new TypeError(`${name} needs ${key}`)
    }
    return encodeURIComponent(value)
  })
  return { name, service: operation.service, path, params, rest }
}
