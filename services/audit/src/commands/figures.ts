import { Type } from '@sinclair/typebox'
import { listAgencies } from '@wuhu/access'
import { AgencyCode, assessScored, beijingTime, figureKind, Month } from '@wuhu/contracts'
import { type CommandDefinition, defineCommand } from '@wuhu/host'
import type { Snapshot } from '../domain/snapshot.ts'
import { countMonth } from '../figures/monthly.ts'
import { answer, by, createRunner, type Deps, type Tx } from './context.ts'
import { standingsIn } from './directory.ts'
import { assessments, snapshots } from './machines.ts'

const strict = { additionalProperties: false }
const shape = { tag: 'figures', answer, status: 201 } as const

/** 统计快照 and 考核. */
export function figureCommands(deps: Deps): CommandDefinition[] {
  const { store, now } = deps
  return [
    defineCommand({
      ...shape,
      name: 'figures.take-snapshot',
      path: '/v1/figures/snapshots',
      action: 'figures.take',
      title: { zh: '统计快照', en: 'Take a snapshot of a month’s figures' },
      description: {
        zh: '月份结束后由办公室办理；附清单（口径、截至日志序号、计入事件数及 SHA-256），任何人可据日志重算。',
        en: 'By the office when the month is over; with a manifest, so that anyone can count again from the log.'
      },
      body: Type.Object({ kind: figureKind, month: Month(), by }, strict),
      async execute(call) {
        const { kind, month } = call.body
        const agencies = await listAgencies(store.db)
        const assessed = new Set(agencies.filter(({ assessable }) => assessable).map(({ code }) => code))
        const { cells, manifest } = await countMonth(store, month, assessed)
        const thisMonth = beijingTime(now()).slice(0, 7)
        return await createRunner(deps, snapshots).begin(call, undefined, (acting) => ({
          id: `${kind}-${month}`,
          command: { do: 'take', by: acting, snapshot: { kind, month, figures: [...cells], manifest }, thisMonth }
        }))
      }
    }),
    defineCommand({
      ...shape,
      name: 'figures.score',
      path: '/v1/figures/scores',
      action: 'bulletin.approve',
      title: { zh: '考核计分', en: 'Score an agency' },
      description: {
        zh: '由召集人或办公室主任依据统计快照办理；法院、检察院不考核，没有数据的不计分。',
        en: 'By the convener or the head of the office, on a snapshot; never court or procuratorate, and nobody without data.'
      },
      body: Type.Object(
        {
          agency: AgencyCode('被考核单位'),
          month: Month(),
          score: assessScored.data.properties.score,
          note: assessScored.data.properties.note,
          by
        },
        strict
      ),
      execute: (call) =>
        createRunner(deps, assessments).begin(call, undefined, async (acting, tx) => {
          const { by: _, agency: code, month, ...scored } = call.body
          const [agency] = await standingsIn(tx, [code])
          if (!agency) throw new TypeError('one agency has one standing')
          const snapshot = await snapshotOf(tx, month, code)
          return { id: `${code}-${month}`, command: { do: 'score', by: acting, agency, month, snapshot, ...scored } }
        })
    })
  ]
}

/** SHA-256 of the last snapshot of the month, where it counted anything of the agency. */
async function snapshotOf(tx: Tx, month: string, agency: string): Promise<string | undefined> {
  const last = (await tx.read(`snapshot/on-time-${month}`)).events.at(-1)
  const taken = last?.data as Snapshot | undefined
  return taken?.figures.some((cell) => cell.agency === agency) ? taken.manifest.sha256 : undefined
}
