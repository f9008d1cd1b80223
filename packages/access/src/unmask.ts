import { definitionOf, type Ground, type Sensitivity } from '@wuhu/contracts'
import { compile } from './redaction-plan.ts'
import { treatmentFor } from './redactor.ts'

/** What unmasking a field takes: a reason, a reason and a second person of the same agency, or it is not done. */
export type UnmaskRule = 'reason' | 'second-person' | 'never'

/**
 * Who may ask for which class. Police detail comes from its publisher, who reported from the intake agency's vault; what
 * the conference at large is not told, it is not told on request either.
 */
const rules: Record<Sensitivity, Partial<Record<Ground, UnmaskRule>>> = {
  open: {},
  work: {},
  personal: { party: 'reason', addressee: 'reason' },
  secret: { party: 'second-person', addressee: 'second-person', 'statutory-copy': 'second-person' },
  reporter: {},
  investigation: {}
}

const strictness: readonly UnmaskRule[] = ['reason', 'second-person', 'never']

interface Schema {
  readonly sensitivity?: Sensitivity
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
}

export interface Withheld {
  /** The most sensitive class in it. */
  readonly class: Sensitivity
  readonly rule: UnmaskRule
}

/**
 * What it takes to see a field that is withheld or masked for an agency on its ground. Undefined for a field that is not
 * withheld, or that the event does not have. `field` is a path as `redacted` names it: `subject.person`, `people[].name`.
 * A field counts as sensitive as the most sensitive that is inside.
 */
export function unmaskRule(type: string, ground: Ground, field: string): Withheld | undefined {
  const definition = definitionOf(type)
  if (!definition) throw new TypeError(`event type ${type} is not in the catalogue`)
  const withheld: string[] = []
  compile(definition.data, treatmentFor(ground), withheld, type)
  if (!withheld.includes(field)) return undefined
  const classes = classesIn(schemaAt(definition.data as Schema, field))
  const ruleOf = (one: Sensitivity): UnmaskRule => rules[one][ground] ?? 'never'
  const hidden = classes.filter((one) => treatmentFor(ground)(one) !== 'clear')
  const [strictest = 'reporter'] = hidden.sort(
    (one, other) => strictness.indexOf(ruleOf(other)) - strictness.indexOf(ruleOf(one))
  )
  return { class: strictest, rule: ruleOf(strictest) }
}

/** The values of a field in an event's data, as they are: one for a plain path, a list for one through a list. */
export function valueAt(data: unknown, field: string): unknown {
  const walk = (value: unknown, steps: readonly string[]): unknown => {
    const [step, ...rest] = steps
    if (step === undefined || value === undefined || value === null) return value
    if (step === '[]') return Array.isArray(value) ? value.map((item) => walk(item, rest)) : undefined
    if (typeof value !== 'object' || !Object.hasOwn(value, step)) return undefined
    return walk((value as Record<string, unknown>)[step], rest)
  }
  return walk(data, stepsOf(field))
}

const stepsOf = (field: string): string[] => field.replaceAll('[]', '.[]').split('.')

function schemaAt(root: Schema, field: string): Schema {
  return stepsOf(field).reduce<Schema>(
    (schema, step) => (step === '[]' ? schema.items : schema.properties?.[step]) ?? {},
    root
  )
}

function classesIn(schema: Schema): Sensitivity[] {
  const inside = [...Object.values(schema.properties ?? {}), ...(schema.items ? [schema.items] : [])]
  return [...(schema.sensitivity ? [schema.sensitivity] : []), ...inside.flatMap(classesIn)]
}
