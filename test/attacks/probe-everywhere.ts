import { type Action, may } from '@wuhu/access'
import { allServices, type ServiceName } from '@wuhu/infra/stack-options'
import { type Schema, sampleOf } from '../access/sample-of.ts'
import { ask } from '../bad-input/ask.ts'
import { ours } from './http-attack.ts'
import type { Target } from './http-target.ts'

/** A request with a payload in one of the places where a route takes text. */
export interface Probe {
  readonly place: 'path' | 'query' | 'body'
  /** `GET /v1/clues ?status` */
  readonly what: string
  readonly service: ServiceName
  readonly method: string
  readonly path: string
  readonly body: unknown
  readonly action: Action
}

interface Operation {
  readonly 'x-action'?: Action
  readonly parameters?: ReadonlyArray<{ in: string; name: string; required?: boolean; schema: Schema }>
  readonly requestBody?: { content: Record<string, { schema: Schema }> }
}

/** Every place of every route of every service, read from what the services say of themselves. */
export async function everyPlace(target: Target): Promise<((payload: string) => Probe)[]> {
  const places: ((payload: string) => Probe)[] = []
  for (const service of allServices) {
    const response = await fetch(`${target.stack.urls[service]}/openapi.json`)
    const { paths } = (await response.json()) as { paths: Record<string, Record<string, Operation>> }
    for (const [path, methods] of Object.entries(paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        const action = operation['x-action']
        if (action) places.push(...placesOf(service, method.toUpperCase(), path, { ...operation, 'x-action': action }))
      }
    }
  }
  return places
}

function placesOf(
  service: ServiceName,
  method: string,
  template: string,
  { 'x-action': action, parameters = [], requestBody }: Operation & { 'x-action': Action }
): ((payload: string) => Probe)[] {
  const json = requestBody?.content['application/json']?.schema
  const pathWith = (name?: string, payload = '') =>
    template.replace(/\{(\w+)\}/g, (_, one: string) => {
      const schema = parameters.find((known) => known.in === 'path' && known.name === one)?.schema ?? {}
      return encoded(one === name ? payload : String(sampleOf(schema)))
    })
  const of = (place: Probe['place'], name: string, path: string, body: unknown): Probe => ({
    ...{ place, service, method, path, body, action },
    what: `${method} ${template} ${place === 'query' ? '?' : ''}${name}`
  })
  const sample = json && sampleOf(json)
  return [
    ...parameters
      .filter((one) => one.in === 'path')
      .map(
        ({ name }) =>
          (payload: string) =>
            of('path', name, pathWith(name, payload), sample)
      ),
    ...parameters
      .filter((one) => one.in === 'query')
      .map(
        ({ name }) =>
          (payload: string) =>
            of('query', name, `${pathWith()}?${name}=${encoded(payload)}`, sample)
      ),
    ...(json ? textsOf(json, '') : []).map(
      ({ name, put }) =>
        (payload: string) =>
          of('body', name, pathWith(), put(payload))
    )
  ]
}

/** Half a surrogate pair has no encoding: it goes as the bytes that a careless client makes of it. */
const encoded = (text: string) => encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd'))

/** The texts in a body that follows `schema`, optional ones too, and the body with a payload there. */
function textsOf(schema: Schema, name: string): { name: string; put: (payload: string) => unknown }[] {
  if (schema.anyOf) return schema.anyOf.flatMap((one) => textsOf(one, name)).slice(0, 1)
  if (schema.const !== undefined || schema.enum) return []
  if (schema.type === 'array') {
    return textsOf(schema.items ?? {}, `${name}[]`).map(({ name, put }) => ({ name, put: (payload) => [put(payload)] }))
  }
  if (schema.type === 'object') {
    const whole = sampleOf(schema) as object
    return Object.entries(schema.properties ?? {}).flatMap(([key, inner]) =>
      textsOf(inner, `${name}/${key}`).map(({ name, put }) => ({
        name,
        put: (payload: string) => ({ ...whole, [key]: put(payload) })
      }))
    )
  }
  return schema.type === 'string' ? [{ name, put: (payload) => payload }] : []
}

const keyRoles = ['agency-system', 'security-admin', 'audit-admin', 'system-admin'] as const

/** A token of one who may do it, so that the payload gets further than the door. */
async function tokenFor({ stack, officerToken }: Target, action: Action): Promise<string> {
  const role = keyRoles.find((one) => may({ agency: 'amr', roles: [one] }, action).allowed)
  return role ? await stack.token('amr', role) : await officerToken('amr', 'p-900')
}

/** What came of a probe. */
export interface Probed {
  readonly probe: Probe
  readonly status: number
  readonly text: string
}

/** One line for a test's report. */
export const told = ({ probe, status, text }: Probed) => `${probe.what}: ${status} ${text.slice(0, 300)}`

/** Whether a refusal tells of code or database. What a caller may read may speak of anything. */
export const leaks = ({ status, text }: Probed) => status >= 400 && ours.test(text)

const turn = Math.floor(Math.random() * 1_000)

/** Sends one payload to every place that `which` chooses, some at a time; the payloads take turns from run to run. */
export async function probeAll(
  target: Target,
  places: readonly ((payload: string) => Probe)[],
  payloads: readonly string[],
  which: (probe: Probe) => boolean
): Promise<Probed[]> {
  const probes = places.map((place, index) => place(payloads[(index + turn) % payloads.length] ?? '')).filter(which)
  const results: Probed[] = []
  for (let from = 0; from < probes.length; from += 16) {
    results.push(...(await Promise.all(probes.slice(from, from + 16).map((probe) => send(target, probe)))))
  }
  return results
}

async function send(target: Target, probe: Probe): Promise<Probed> {
  const headers = {
    authorization: `Bearer ${await tokenFor(target, probe.action)}`,
    'wuhu-attestation': 'no-state-secret; by=p-1',
    ...(probe.body !== undefined && { 'content-type': 'application/json' })
  }
  const body = probe.body === undefined ? undefined : JSON.stringify(probe.body)
  const { status, text } = await ask(target.stack.urls[probe.service], probe.method, probe.path, headers, body)
  return { probe, status, text }
}
