import { compile, type JSONSchema } from 'json-schema-to-typescript'

type Schema = { readonly [keyword: string]: unknown }

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly description?: string
  readonly schema: Schema
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>
}

interface Operation {
  readonly operationId?: string
  readonly summary?: string
  readonly description?: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: Content
  readonly responses?: Readonly<Record<string, Content>>
}

/** The part of an OpenAPI 3.1 document that the SDK is made from. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> }
}

interface Found {
  readonly name: string
  readonly service: string
  readonly path: string
  readonly params: readonly string[]
  readonly schema: Schema
}

const notice = `// Written by generate.ts from the services' OpenAPI documents: run it again instead of editing.
// biome-ignore-all format: generated
// biome-ignore-all lint: generated
`

/**
 * The generated files by name: types of each service's commands (POST) and queries (GET that answers JSON), and the
 * table of where they are.
 * @param documents OpenAPI documents by service name
 */
export async function filesFromOpenApi(documents: Readonly<Record<string, OpenApi>>): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  const services = Object.keys(documents).sort()
  const found = (method: 'get' | 'post') =>
    onlyOnce(services.flatMap((service) => operationsOf(service, documents[service] as OpenApi, method)))
  const all = { commands: found('post'), queries: found('get') }
  for (const service of services) {
    const own = (operations: readonly Found[]) => operations.filter((one) => one.service === service)
    const kinds = { Commands: own(all.commands), Queries: own(all.queries) }
    const types = await typesOf(kinds, documents[service] as OpenApi)
    files.set(`${service}.ts`, `${notice}\n${types}`)
  }
  const imports = services.map(
    (one) => `import type { Commands as ${pascal(one)}Commands, Queries as ${pascal(one)}Queries } from './${one}.ts'`
  )
  const union = (kind: string) =>
    `export interface ${kind} extends ${services.map((one) => pascal(one) + kind).join(', ')} {}`
  files.set(
    'operations.ts',
    `${notice}
${imports.join('\n')}

/** Every command by its name, with what it takes and answers. */
${union('Commands')}

/** Every query by its name, with what it takes and answers. */
${union('Queries')}

${table('commands', all.commands)}

${table('queries', all.queries)}
`
  )
  return files
}

/** What every service has of its own is for its operators, who have `wuhu`. */
const onlyOnce = (operations: readonly Found[]) =>
  operations.filter(({ name }) => operations.filter((other) => other.name === name).length === 1)

const pascal = (name: string) => name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())

function table(name: string, operations: readonly Found[]): string {
  const rows = operations.map(
    (one) => `  '${one.name}': ${JSON.stringify({ service: one.service, path: one.path, params: one.params })}`
  )
  return `/** Where each of the ${name} is. */\nexport const ${name} = {\n${rows.join(',\n')}\n} as const`
}

function operationsOf(service: string, { paths }: OpenApi, method: 'get' | 'post'): Found[] {
  return Object.entries(paths)
    .flatMap(([path, methods]) => {
      const operation = methods[method]
      const answer = operation && answerOf(operation)
      if (!operation?.operationId || !answer) return []
      const parameters = (operation.parameters ?? []).filter((one) => one.in === 'path' || one.in === 'query')
      const body = operation.requestBody?.content?.['application/json']?.schema
      const params = parameters.filter((one) => one.in === 'path').map((one) => one.name)
      const input = method === 'post' ? merged(parameters, body) : merged(parameters, undefined)
      const properties = { input, answer }
      const description = [operation.summary, operation.description].filter(Boolean).join('\n\n')
      const schema = { ...strict, description, properties, required: ['input', 'answer'] }
      return [{ name: operation.operationId, service, path, params, schema }]
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

const strict = { type: 'object', additionalProperties: false }

/** What the operation answers when it succeeds; undefined for streams and pages, which the SDK reads by hand. */
function answerOf({ responses = {} }: Operation): Schema | undefined {
  const success = Object.keys(responses).find((status) => status.startsWith('2'))
  return success === undefined ? undefined : responses[success]?.content?.['application/json']?.schema
}

/** Parameters and body side by side, as the message door has them. */
function merged(parameters: readonly Parameter[], body: Schema | undefined): Schema {
  const properties = Object.fromEntries(
    parameters.map(({ name, description, schema }) => [name, { ...(description && { description }), ...schema }])
  )
  const required = parameters.filter((one) => one.required || one.in === 'path').map((one) => one.name)
  return {
    ...strict,
    properties: { ...properties, ...(body?.properties as object | undefined) },
    required: [...required, ...((body?.required as string[] | undefined) ?? [])]
  }
}

async function typesOf(kinds: Readonly<Record<string, readonly Found[]>>, document: OpenApi): Promise<string> {
  const parts: string[] = []
  for (const [kind, operations] of Object.entries(kinds)) {
    const properties = Object.fromEntries(operations.map(({ name, schema }) => [name, schema]))
    const schema = plain({
      ...strict,
      properties,
      required: Object.keys(properties),
      components: document.components
    }) as JSONSchema
    const text = await compile(schema, kind, {
      additionalProperties: true,
      bannerComment: '',
      ignoreMinAndMaxItems: true,
      style: { semi: false, singleQuote: true, printWidth: 120, trailingComma: 'none' },
      unreachableDefinitions: false
    })
    parts.push(text)
  }
  return parts.join('\n')
}

/** Without titles and ids, which would become names of types, and without what is none of JSON Schema's. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => !((key === 'title' || key === '$id') && typeof inner === 'string'))
      .map(([key, inner]) => [key, plain(inner)])
  )
}
