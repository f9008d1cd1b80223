import { type TProperties, Type } from '@sinclair/typebox'
import type { Action } from '@wuhu/access'
import type { EventDefinition, Title } from '@wuhu/contracts'
import type { DocumentKind } from '@wuhu/documents'
import { type CommandDefinition, defineCommand } from '@wuhu/host'
import type { TransferCommand, TransferFollowName } from '../domain/transfer-command.ts'
import { by, type Tx } from './context.ts'
import { followTransfer, type TransferDeps, transferAnswer, transferParams } from './transfer-context.ts'

/** One command on a transfer: the fields of its event that the caller says, and what the service adds. */
export interface TransferCommandParts {
  readonly do: TransferFollowName
  readonly title: Title
  readonly description?: Title
  readonly action: Action
  /** The text comes from outside: it is attested. */
  readonly intake?: boolean
  /** What happens. */
  readonly event: EventDefinition
  /** Fields of the event that follow from the transfer or from who acts. */
  readonly known?: readonly string[]
  /** Fields of the body that are no field of the event as it is. */
  readonly fields?: TProperties
  /** The field with the number of the step's document: left out, it is the next of the agency's register. */
  readonly numbered?: { readonly field: string; readonly kind: DocumentKind; readonly optional?: boolean }
  /** What the decider has to be told. */
  readonly facts?: (tx: Tx, said: Readonly<Record<string, unknown>>, id: string) => Promise<object>
}

/** `POST /v1/transfers/:id/<command>`, for both doors. */
export function defineTransferCommand(deps: TransferDeps, parts: TransferCommandParts): CommandDefinition {
  const {
    do: name,
    title,
    description,
    action,
    intake = false,
    event,
    known = [],
    fields = {},
    facts,
    numbered
  } = parts
  const properties = Object.entries(event.data.properties as TProperties)
    .filter(([field]) => !known.includes(field))
    .map(([field, schema]) => [field, field === numbered?.field ? Type.Optional(schema) : schema] as const)
  return defineCommand({
    ...{ name: `transfer.${name}`, path: `/v1/transfers/:id/${name}`, action, intake, tag: 'transfers', title },
    ...(description && { description }),
    params: transferParams,
    body: Type.Object({ ...Object.fromEntries(properties), ...fields, by }, { additionalProperties: false }),
    answer: transferAnswer,
    execute: (call) => {
      const { by: _by, ...body } = call.body as Record<string, unknown>
      const given = numbered && (body[numbered.field] as string | undefined)
      const command = async (tx: Tx, number: string | undefined) => {
        const said = numbered && number !== undefined ? { ...body, [numbered.field]: number } : body
        const more = facts ? await facts(tx, said, call.params.id) : {}
        // The body was checked against the very fields of the event.
        return { do: name, by: call.actor, said, ...more } as unknown as TransferCommand
      }
      return followTransfer(deps, call, command, numbered && { ...numbered, given })
    }
  })
}
