import type { TSchema } from '@sinclair/typebox'

/**
 * How far a field may travel. `work` (工作秘密) is the rule for case material; `secret` touches the trade secret
 * (its number, custodian, place: never its content); `personal` 个人信息; `reporter` who reported 举报人;
 * `investigation` police detail 侦查信息.
 */
export const sensitivities = ['open', 'work', 'secret', 'personal', 'reporter', 'investigation'] as const
export type Sensitivity = (typeof sensitivities)[number]

/** What is left of a value for a viewer who may know of it but not read it. Without a mask nothing is left. */
export type Mask = 'citizen-id' | 'phone' | 'person-name' | 'company-name' | 'uscc'

/** A schema that says how far its value may travel. Only `open()`, `work()` and the rest make one. */
export type Field<T extends TSchema = TSchema> = T & { readonly sensitivity: Sensitivity; readonly mask?: Mask }

const annotate =
  (sensitivity: Sensitivity) =>
  <T extends TSchema>(schema: T, mask?: Mask): Field<T> => ({ ...schema, sensitivity, ...(mask && { mask }) })

/** Anyone who may see the event may read it. */
export const open = annotate('open')
/** 工作秘密: agencies in the audience, not the conference at large. */
export const work = annotate('work')
/** Touches the trade secret 商业秘密: parties and addressees only. */
export const secret = annotate('secret')
/** 个人信息: parties only; others get the mask. */
export const personal = annotate('personal')
/** Who reported 举报人: the intake agency only. */
export const reporter = annotate('reporter')
/** Police detail 侦查信息: the publisher and those it addressed. */
export const investigation = annotate('investigation')
