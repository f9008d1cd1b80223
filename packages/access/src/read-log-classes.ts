import { definitionOf, type Sensitivity, sensitivities } from '@wuhu/contracts'
import { eyeOf, treatmentFor, type Viewer } from './redactor.ts'

interface Schema {
  readonly sensitivity?: Sensitivity
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
}

const known = new Map<string, readonly Sensitivity[]>()

/**
 * The classes of fields that a viewer's copy of such an event shows as they are: by schema and ground alone, so an event
 * without an optional field counts as if it had it. Masked fields do not count.
 * @throws TypeError for a type that is not in the catalogue
 */
export function classesShown(type: string, viewer: Viewer): readonly Sensitivity[] {
  const eye = eyeOf(viewer)
  const key = `${eye} ${type}`
  let classes = known.get(key)
  if (!classes) {
    const definition = definitionOf(type)
    if (!definition) throw new TypeError(`event type ${type} is not in the catalogue`)
    const treatment = treatmentFor(eye)
    const shown = new Set<Sensitivity>()
    const visit = (schema: Schema): void => {
      for (const field of [...Object.values(schema.properties ?? {}), ...(schema.items ? [schema.items] : [])]) {
        if (field.sensitivity && treatment(field.sensitivity) !== 'clear') continue
        if (field.sensitivity) shown.add(field.sensitivity)
        visit(field)
      }
    }
    visit(definition.data as Schema)
    classes = sensitivities.filter((one) => shown.has(one))
    known.set(key, classes)
  }
  return classes
}
