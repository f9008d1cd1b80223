import data from './data/plan.json' with { type: 'json' }

/** A phase of the plan 实施步骤. Days as 2023-06-01. */
export interface Phase {
  readonly number: string
  readonly zh: string
  readonly en: string
  readonly from: string
  readonly to: string
  /** Number of the phase with the same days: the plan gives them so, and they are kept. */
  readonly sameDatesAs?: string
}

/** A task of the plan. Its id is fixed, so that importing it twice plans it once. */
export interface PlannedTask {
  readonly id: string
  readonly number: string
  readonly phase: string
  readonly title: string
  readonly text: string
  /** Codes of agencies; `conference` stands for every member of it. */
  readonly owners: readonly string[]
  readonly dueOn: string
  readonly source: string
}

export interface Plan {
  /** Its number 文号. */
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly issuedOn: string
  /** What a reader of the plan should know. */
  readonly notes: readonly string[]
  readonly phases: readonly Phase[]
  readonly tasks: readonly PlannedTask[]
}

/** 试点建设方案 of the banner: phases and tasks as it states them. */
export const plan: Plan = data
