import { catalogue } from './catalogue.ts'
import { type EventDefinition, mutuals } from './define-event.ts'
import { copyJsonSchema, dataJsonSchema, envelopeJsonSchema, type JsonSchema } from './json-schema.ts'
import { shardCount, streamOf } from './subjects.ts'

const shard = { description: `00 to ${shardCount - 1}, from the case number`, examples: ['07'] }
const service = { description: 'the service that owns the aggregate', examples: ['joint-investigation'] }
const agency = { description: '单位代码 code of the agency', examples: ['amr'] }
const ref = (path: string) => ({ $ref: `#/${path}` })
const headers = {
  type: 'object',
  properties: {
    'Event-Id': { type: 'string', description: 'id of the event' },
    'Case-Key': { type: 'string', description: 'case number, or the aggregate while there is none' }
  }
}

/** `clue.received.v1` as a key: AsyncAPI 3 allows letters, digits, `.`, `-` and `_`. */
const keyOf = ({ type }: EventDefinition) => type
const copyKeyOf = ({ type }: EventDefinition) => `${type}.copy`

function messageOf(definition: EventDefinition, name: string, data: JsonSchema, more: string) {
  const { type, title, mutual, owner } = definition
  return {
    name,
    title: `${title.zh} ${title.en}`,
    summary: `${mutuals[mutual]} · ${owner}${more}`,
    contentType: 'application/cloudevents+json',
    tags: [{ name: mutual, description: mutuals[mutual] }],
    headers,
    payload: {
      allOf: [
        ref('components/schemas/envelope'),
        { type: 'object', properties: { type: { const: type }, data }, required: ['type', 'data'] }
      ]
    }
  }
}

function channelOf(definition: EventDefinition) {
  const [aggregate, happened] = definition.type.split('.')
  const each = definition.owner === 'each'
  return {
    address: `evt.{shard}.${aggregate}.${each ? '{service}.' : ''}${happened}`,
    title: definition.title.zh,
    description: `JetStream stream ${each ? 'of the service that owns the aggregate' : streamOf(definition.owner)}; never readable by agencies.`,
    parameters: { shard, ...(each && { service }) },
    messages: { [keyOf(definition)]: ref(`components/messages/${keyOf(definition)}`) }
  }
}

/**
 * AsyncAPI 3.1 description of everything that travels, built from the catalogue: one channel per event on its owner's
 * stream, the mailboxes with the recipients' copies, and the NATS door for commands.
 */
export function createAsyncApi({ version }: { version: string }) {
  const messages = catalogue.flatMap((definition) => [
    [keyOf(definition), messageOf(definition, keyOf(definition), dataJsonSchema(definition), '')] as const,
    [
      copyKeyOf(definition),
      messageOf(definition, copyKeyOf(definition), copyJsonSchema(definition), ' · 收件单位副本，已按权限遮蔽')
    ] as const
  ])

  return {
    asyncapi: '3.1.0',
    info: {
      title: '商业秘密保护“五互”协同事件',
      version,
      description:
        'Events of the five mutuals 五互: published by four services, delivered to each agency as a copy of its own that holds only what it may know.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' }
    },
    defaultContentType: 'application/json',
    channels: {
      ...Object.fromEntries(catalogue.map((definition) => [keyOf(definition), channelOf(definition)])),
      mailbox: {
        address: 'mail.{agency}.{aggregate}.{happened}',
        title: '收件箱 Mailbox',
        description: 'Copies for one agency, in order; JetStream stream MAIL.',
        parameters: {
          agency,
          aggregate: { description: 'first token of the event type', examples: ['clue'] },
          happened: { description: 'second token of the event type', examples: ['received'] }
        },
        messages: Object.fromEntries(
          catalogue.map((one) => [copyKeyOf(one), ref(`components/messages/${copyKeyOf(one)}`)])
        )
      },
      command: {
        address: 'cmd.{agency}.{command}',
        title: '命令 Command',
        description: 'The commands of the HTTP interfaces (see /openapi.json of each service) by NATS request.',
        parameters: { agency, command: { description: 'operationId of the command', examples: ['clue.accept'] } },
        messages: { command: ref('components/messages/command') }
      },
      reply: { address: null, messages: { reply: ref('components/messages/reply') } }
    },
    operations: {
      ...Object.fromEntries(
        catalogue.map((definition) => [
          `publish.${definition.type}`,
          {
            action: 'send',
            title: definition.title.zh,
            channel: ref(`channels/${keyOf(definition)}`),
            messages: [ref(`channels/${keyOf(definition)}/messages/${keyOf(definition)}`)]
          }
        ])
      ),
      deliver: { action: 'send', title: '投递副本 Deliver a copy', channel: ref('channels/mailbox') },
      serve: {
        action: 'receive',
        title: '受理命令 Take a command',
        channel: ref('channels/command'),
        reply: { channel: ref('channels/reply') }
      }
    },
    components: {
      schemas: { envelope: envelopeJsonSchema() },
      messages: {
        ...Object.fromEntries(messages),
        command: {
          name: 'command',
          title: '命令 Command',
          contentType: 'application/json',
          headers: {
            type: 'object',
            required: ['Authorization'],
            properties: {
              Authorization: { type: 'string', description: 'Bearer and a token signed by the agency’s key' },
              'Idempotency-Key': { type: 'string', maxLength: 128 },
              'If-Match': { type: 'string', description: 'the version expected, in double quotes' },
              traceparent: { type: 'string', description: 'W3C Trace Context' }
            }
          },
          payload: { type: 'object', description: 'path parameters and body fields of the command, side by side' }
        },
        reply: {
          name: 'reply',
          title: '答复 Reply',
          contentType: 'application/json',
          headers: {
            type: 'object',
            required: ['Status'],
            properties: {
              Status: { type: 'string', description: 'HTTP status' },
              'Content-Type': { type: 'string' },
              ETag: { type: 'string' },
              Location: { type: 'string' }
            }
          },
          payload: { type: 'object', description: 'the answer, or RFC 9457 problem+json' }
        }
      }
    }
  }
}
