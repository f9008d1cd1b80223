import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { Verify } from '@wuhu/access'
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify'
import type { AgencyLimit } from './agency-limit.ts'
import type { Logger } from './logger.ts'
import type { Messages } from './messages.ts'
import type { Metrics } from './metrics.ts'
import type { Inspect } from './run-command.ts'
import type { Validators } from './validators.ts'

/** Fastify with schemas that are also types. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>

/** What an app carries for routes and for the NATS door, under the decorator `partsOf`. */
export interface HostParts {
  readonly service: { readonly name: string; readonly zh: string; readonly en: string; readonly version: string }
  readonly logger: Logger
  readonly verify: Verify
  readonly metrics: Metrics
  readonly messages: Messages
  readonly validators: Validators
  readonly inspectors: readonly Inspect[]
  readonly agencyLimit: AgencyLimit
  /** Bytes. */
  readonly bodyLimit: number
}

export const partsOf = Symbol('host parts')
