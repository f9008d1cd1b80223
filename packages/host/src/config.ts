import { parseArgs } from 'node:util'
import type { Static, TObject, TSchema } from '@sinclair/typebox'
import { Ajv, type ErrorObject } from 'ajv'
import { envSchema } from 'env-schema'
import { Stop } from './stop.ts'

/** `PORT` is also `--port`, `DATABASE_URL` also `--database-url`. */
const flagOf = (setting: string) => setting.toLowerCase().replaceAll('_', '-')

/**
 * Settings from the environment and, before it, from flags: typed, with defaults. `schema` is an object of settings in
 * capitals, each with a description; `secret: true` keeps a value out of what is printed. An empty variable is as none.
 * @throws Stop with every problem, one a line (exit code 1), for --print-config and --help with their text (exit code 0)
 */
export function loadConfig<S extends TObject>(
  schema: S,
  env: Readonly<Record<string, string | undefined>>,
  argv: readonly string[]
): Static<S> {
  const settings: Record<string, TSchema> = schema.properties
  const undescribed = Object.keys(settings).filter((name) => !settings[name]?.description)
  if (undescribed.length > 0) throw new TypeError(`settings without description: ${undescribed.join(', ')}`)
  const flags = parseFlags(Object.keys(settings), argv)
  if (flags.help) throw new Stop(help(settings), 0)

  const given: Record<string, string> = {}
  for (const name of Object.keys(settings)) {
    const value = flags.values[flagOf(name)] ?? env[name]
    if (value !== undefined && value !== '') given[name] = value
  }
  // A copy, since the library writes into the schema it is given.
  const ajv = new Ajv({
    allErrors: true,
    coerceTypes: true,
    useDefaults: true,
    keywords: ['secret'],
    allowUnionTypes: true
  })
  ajv.addFormat('url', (text: string) => URL.canParse(text))
  let config: Static<S>
  try {
    config = envSchema<Static<S>>({ schema: { ...schema }, data: given, env: false, ajv })
  } catch (error) {
    throw new Stop([...flags.problems, ...problems(error, settings)].join('\n'), 1)
  }
  if (flags.problems.length > 0) throw new Stop(flags.problems.join('\n'), 1)
  if (flags.print) throw new Stop(JSON.stringify(printable(config, settings), null, 2), 0)
  return Object.freeze(config)
}

function parseFlags(names: readonly string[], argv: readonly string[]) {
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    tokens: true,
    options: Object.fromEntries(names.map((name) => [flagOf(name), { type: 'string' as const }]))
  })
  const known = new Set(names.map(flagOf))
  const values: Record<string, string> = {}
  const found: string[] = []
  let print = false
  let help = false
  let afterUnknown = false
  for (const token of tokens) {
    // What follows an unknown flag is its value; and a stray value may be a secret, so none is repeated.
    if (token.kind === 'positional' && !afterUnknown) {
      found.push(`多余的参数 / unexpected argument: 第 ${token.index + 1} 个 number ${token.index + 1}`)
    }
    afterUnknown = token.kind === 'option' && token.value === undefined && !known.has(token.name)
    if (token.kind !== 'option') continue
    if (token.name === 'print-config') print = true
    else if (token.name === 'help') help = true
    else if (!known.has(token.name)) found.push(`未知的选项 / unknown flag: ${token.rawName}`)
    else if (token.value === undefined) found.push(`选项缺少取值 / flag needs a value: ${token.rawName}`)
    else values[token.name] = token.value
  }
  return { values, problems: found, print, help }
}

function problems(error: unknown, settings: Readonly<Record<string, TSchema>>): string[] {
  const { errors } = error as { errors?: ErrorObject[] }
  if (!errors) throw error
  return errors.map(({ instancePath, params, message, keyword }) => {
    const name = keyword === 'required' ? String(params.missingProperty) : (instancePath.split('/')[1] ?? '')
    const what = keyword === 'required' ? '未设置 / is not set' : `取值有误 / ${message}`
    return `${name} (--${flagOf(name)}): ${what}: ${settings[name]?.description ?? ''}`
  })
}

function printable(config: Record<string, unknown>, settings: Readonly<Record<string, TSchema>>) {
  const show = (name: string, value: unknown) => {
    if (settings[name]?.secret) return '***'
    return typeof value === 'string' ? value.replace(/(\/\/[^/@:]*:)[^@]*@/, '$1***@') : value
  }
  return Object.fromEntries(Object.entries(config).map(([name, value]) => [name, show(name, value)]))
}

function help(settings: Readonly<Record<string, TSchema>>): string {
  const lines = Object.entries(settings).map(([name, { description, default: value, secret }]) => {
    const usual = value === undefined || secret ? '' : ` [${value}]`
    return `  --${flagOf(name)} (${name})${usual}\n      ${description}`
  })
  return ['设置 / settings:', ...lines, '  --print-config', '  --help'].join('\n')
}
