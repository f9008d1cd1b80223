import { type Static, Type } from '@sinclair/typebox'

const Words = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })
const EventType = Type.String({ pattern: '^[a-z][a-z-]*\\.[a-z][a-z-]*$', maxLength: 64 })
const EventTypes = Type.Readonly(Type.Array(EventType, { minItems: 1, maxItems: 10 }))
const Role = Type.String({ pattern: '^[a-z][a-z-]*$', maxLength: 40 })
const Field = Type.String({ pattern: '^[a-z][A-Za-z]*$', maxLength: 40 })
const Unit = Type.Union([Type.Literal('hour'), Type.Literal('day'), Type.Literal('month')])
const strict = { additionalProperties: false }

/** `before` due: days of the rule's own calendar, at 09:00 +08:00 (0: on the last day), or hours before the very end. */
const Warning = Type.Object(
  {
    before: Type.Integer({ minimum: 0, maximum: 366 }),
    unit: Type.Union([Type.Literal('day'), Type.Literal('hour')])
  },
  strict
)
/** Two thresholds, the earlier first. */
const Warnings = Type.Readonly(Type.Tuple([Warning, Warning]))

const law = {
  id: Type.String({ pattern: '^[A-Z][0-9]{1,2}[a-z]?$', maxLength: 4 }),
  zh: Words(60),
  step: Words(200),
  /** The aggregate the clock runs on. */
  object: Words(40),
  actor: Words(100),
  limit: Type.Integer({ minimum: 0, maximum: 3660 }),
  unit: Unit,
  calendar: Type.Union([Type.Literal('working'), Type.Literal('natural'), Type.Literal('clock')]),
  /** What a breach means, in words: it stands in `deadline.breached`. */
  onBreach: Words(200),
  source: Words(300),
  /** How well the source is known: law read, seen, likely, house. */
  confidence: Words(40),
  /** Due on a day off, it runs on to the next working day; it is warned of on the natural day (刑事诉讼法 art 105). */
  rollsToWorkingDay: Type.Optional(Type.Boolean()),
  extension: Type.Optional(
    Type.Object(
      {
        limit: Type.Integer({ minimum: 1, maximum: 3660 }),
        unit: Unit,
        approver: Words(40),
        times: Type.Integer({ minimum: 1, maximum: 12 }),
        note: Type.Optional(Words(200))
      },
      strict
    )
  ),
  /** What does not count as time spent, in words. */
  suspends: Type.Optional(Type.Readonly(Type.Array(Words(60), { minItems: 1 }))),
  /** `right`: the holder may, and need not, act in time; letting it lapse is no delay. Without it a duty. */
  kind: Type.Optional(Type.Literal('right')),
  /** Least and most that a single case may be given. */
  settable: Type.Optional(
    Type.Readonly(
      Type.Tuple([Type.Integer({ minimum: 0, maximum: 3660 }), Type.Integer({ minimum: 0, maximum: 3660 })])
    )
  )
}

const running = {
  /** The service that owns the aggregate, and so this clock. */
  service: Type.String({ pattern: '^[a-z][a-z-]*$', maxLength: 40 }),
  /** Types of events without their version: `clue.filed`. */
  startsOn: EventTypes,
  metBy: EventTypes,
  cancelledBy: Type.Optional(EventTypes),
  extendedBy: Type.Optional(EventTypes),
  /** `bases`: only suspensions whose field `basis` is one of these. */
  suspendedBy: Type.Optional(
    Type.Readonly(
      Type.Array(
        Type.Object(
          { event: EventType, bases: Type.Optional(Type.Readonly(Type.Array(Role, { minItems: 1 }))) },
          strict
        ),
        { minItems: 1, maxItems: 10 }
      )
    )
  ),
  resumedBy: Type.Optional(EventTypes),
  /** The role whose agency has to act. */
  holder: Role,
  /** Roles told of a breach besides the holder and whoever is involved. */
  informs: Type.Readonly(Type.Array(Role, { maxItems: 10 })),
  /** Facts that must hold for the clock to start. */
  when: Type.Optional(Type.Record(Field, Type.Union([Type.String({ maxLength: 40 }), Type.Boolean()]))),
  /** Field of the starting event with the number of days, within `settable`. */
  limitFrom: Type.Optional(Field),
  /** Field of the starting event with the due date or instant; without it `limit` counts. */
  dueFrom: Type.Optional(Field),
  /** Field of starting and meeting events that tells one of several apart; the service may name it for a start without. */
  key: Type.Optional(Field)
}

/** A rule of time limits as written: without `warn` it has the file's thresholds for its unit. */
export const WrittenRule = Type.Object({ ...law, ...running, warn: Type.Optional(Warnings) }, strict)

const warn = Type.Object({ hour: Warnings, day: Warnings, month: Warnings }, strict)
const version = Type.String({ pattern: '^[0-9A-Za-z][0-9A-Za-z._-]*$', maxLength: 32 })

/** The outside of a set; its rules are looked at one by one, so that each problem names its rule. */
export const WrittenSet = Type.Object(
  {
    version,
    note: Type.Optional(Words(1000)),
    warn,
    rules: Type.Array(Type.Unknown(), { minItems: 1, maxItems: 200 })
  },
  strict
)

/** A time limit of the law or of the house, as the engine runs it. */
export type Rule = Static<typeof WrittenRule> & { readonly warn: Static<typeof Warnings> }

/** All rules under one version; each deadline is stamped with it. */
export interface RuleSet {
  readonly version: string
  readonly note?: string
  readonly warn: Static<typeof warn>
  readonly rules: readonly Rule[]
}
