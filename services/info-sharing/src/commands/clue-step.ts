import { type Static, type TObject, type TProperties, Type } from '@sinclair/typebox'
import type { Action } from '@wuhu/access'
import type { Title } from '@wuhu/contracts'
import { type CommandDefinition, defineCommand } from '@wuhu/host'
import { advance, type ClueDeps, clueAnswer, clueParams, type Outcome, type Step } from './clue-call.ts'
import { by, type Tx } from './context.ts'

/** What the liaison may do too, and what only leaders may; the rest is the handlers' work. */
const actions: Readonly<Record<string, Action>> = {
  accept: 'clue.receive',
  return: 'clue.receive',
  extend: 'clue.decide',
  file: 'clue.decide',
  'not-file': 'clue.decide',
  'extend-penalty': 'clue.decide',
  'decide-penalty': 'clue.decide'
}

/** Declares one step on an existing clue: `clue.<name>`, with these fields and `by` in its body. */
export const clueStepDefiner =
  (deps: ClueDeps) =>
  <Fields extends TProperties>(
    name: string,
    title: Title,
    fields: Fields,
    work: (body: Static<TObject<Fields>>, step: Step, tx: Tx) => Promise<Outcome>
  ): CommandDefinition =>
    defineCommand({
      name: `clue.${name}`,
      path: `/v1/clues/:id/${name}`,
      action: actions[name] ?? 'clue.work',
      tag: 'clues',
      title,
      params: clueParams,
      body: Type.Object({ ...fields, by: Type.Optional(by) }, { additionalProperties: false }) as TObject,
      answer: clueAnswer,
      execute: (call) =>
        advance(deps, call, (tx, step) => {
          const { by: _by, ...body } = call.body as Record<string, unknown>
          return work(body as Static<TObject<Fields>>, step, tx)
        })
    })
