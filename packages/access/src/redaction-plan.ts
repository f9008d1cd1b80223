import { type Mask, type Sensitivity, sensitivities } from '@wuhu/contracts'
import { masked } from './mask.ts'

export type Treatment = 'clear' | 'mask' | 'drop'

/** What becomes of a value: handed on as it is, dropped, or copied without what is hidden inside. */
export type Plan =
  | { readonly kind: 'clear' | 'drop' }
  | { readonly kind: 'copy'; readonly copy: (value: unknown) => unknown }

interface Schema {
  readonly type?: string
  readonly sensitivity?: Sensitivity
  readonly mask?: Mask
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly additionalProperties?: unknown
}

const clear: Plan = { kind: 'clear' }
const drop: Plan = { kind: 'drop' }

/**
 * Walks the schema of an event's data. A nested field may be hidden further than what holds it, never less.
 * `withheld` receives the paths (`victim.phone`, `people[].name`) that are dropped or masked.
 */
export function compile(
  schema: unknown,
  treatment: (sensitivity: Sensitivity) => Treatment,
  withheld: string[],
  where: string
): Plan {
  const root = schema as Schema
  if (root.type !== 'object' || root.additionalProperties !== false) {
    throw new TypeError(`${where}: data must be an object that refuses unknown fields`)
  }
  return compileObject(root, '')

  function compileObject(object: Schema, prefix: string): Plan {
    const steps: { name: string; copy?: (value: unknown) => unknown }[] = []
    let whole = true
    for (const [name, field] of Object.entries(object.properties ?? {})) {
      const path = `${prefix}${name}`
      if (prefix === '' && !sensitivities.includes(field.sensitivity as Sensitivity)) {
        throw new TypeError(`${where}: field ${path} has no sensitivity`)
      }
      const plan = compileField(field, path)
      if (plan.kind !== 'clear') whole = false
      if (plan.kind !== 'drop') steps.push({ name, ...(plan.kind === 'copy' && { copy: plan.copy }) })
    }
    return whole ? clear : { kind: 'copy', copy: objectCopier(steps) }
  }

  function compileField(field: Schema, path: string): Plan {
    const verdict = field.sensitivity === undefined ? 'clear' : treatment(field.sensitivity)
    if (verdict !== 'clear') {
      withheld.push(path)
      return verdict === 'mask' && field.mask ? { kind: 'copy', copy: masker(field.mask) } : drop
    }
    if (field.type === 'object' && field.properties) {
      if (typeof field.additionalProperties === 'object') refuseHidden(field.additionalProperties, path)
      return compileObject(field, `${path}.`)
    }
    if (field.type === 'array' && field.items && !Array.isArray(field.items)) {
      const items = compileField(field.items, `${path}[]`)
      return items.kind === 'copy' ? { kind: 'copy', copy: arrayCopier(items.copy) } : items
    }
    const { sensitivity, mask, ...inside } = field
    refuseHidden(inside, path)
    return clear
  }

  /** Unions, maps and tuples are not walked, so they must not hide anything inside. */
  function refuseHidden(inside: unknown, path: string): void {
    if (typeof inside !== 'object' || inside === null) return
    for (const [key, value] of Object.entries(inside)) {
      if (key === 'sensitivity') throw new TypeError(`${where}: annotate ${path} itself, not what is inside`)
      refuseHidden(value, path)
    }
  }
}

/** What is not as the schema says is dropped, not handed on. */
function objectCopier(steps: readonly { name: string; copy?: (value: unknown) => unknown }[]) {
  return (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    const source = value as Record<string, unknown>
    const target: Record<string, unknown> = {}
    for (const { name, copy } of steps) {
      const inner = source[name]
      if (inner !== undefined) target[name] = copy ? copy(inner) : inner
    }
    return target
  }
}

function arrayCopier(copy: (value: unknown) => unknown) {
  return (value: unknown): unknown => (Array.isArray(value) ? value.map(copy) : undefined)
}

function masker(mask: Mask) {
  return (value: unknown): unknown => (typeof value === 'string' ? masked(mask, value) : undefined)
}
