import t from 'tap'
import { by, suspicion, transferService } from '../routes/transfers.fixture.ts'
import { contextOf, decideTransfer, followTransfer } from './transfer-context.ts'

const idOf = (n: number) => `0198c0de-0000-7000-8000-00000000004${n}`
const authorities = { procuratorates: ['procuratorate'], police: ['psb'], courts: ['court'] }
const now = () => '2026-06-01T09:00:00.000+08:00'

/** What an agency's system asks for, as far as commands look at it. */
const callOf = (agency: string, n: number, more: object = {}) =>
  ({
    ...{ caller: { agency }, actor: { agency, ...by.head.by }, provenance: {}, params: { id: idOf(n) }, body: {} },
    ...{ fingerprint: 'f', correlationId: 'c', traceparent: undefined, token: { jti: `${agency}-${n}`, expiresAt: 0 } },
    ...more
  }) as never

t.test('an answer is of the moment of its decision, whatever happens right after it', async (t) => {
  const { store } = await transferService(t)
  const suspect = (n: number) =>
    store.transaction((tx) =>
      decideTransfer(tx, {
        ...{ id: idOf(n), context: contextOf(callOf('tax', n), now()) },
        command: {
          ...{ do: 'suspect', by: { agency: 'tax' }, administrative: true },
          said: { ...suspicion, procuratorate: 'procuratorate' }
        }
      })
    )
  /** As soon as a command was refused, what it found missing is there. */
  const formTeam = (agency: string, n: number, more: object = {}) => {
    const once = async (call: never, work: never) => {
      try {
        return await store.once(call, work)
      } catch (error) {
        await suspect(n)
        throw error
      }
    }
    const deps = { store: { ...store, once: once as typeof store.once }, now, caseWait: 0, ...authorities }
    return followTransfer(deps, callOf(agency, n, more), async () => ({
      ...{ do: 'form-team', by: { agency }, said: { members: ['t-1', 't-2'] } }
    }))
  }
  const none = { name: 'NotFound', code: 'transfer.unknown' }
  await t.rejects(formTeam('tax', 1), none, 'its suspicion is still on its way')
  await t.rejects(formTeam('tax', 2, { expectedVersion: 1 }), none, 'and no version is right of what is not there')
  for (const n of [1, 2])
    t.match(await formTeam('tax', n, { token: { jti: `again-${n}`, expiresAt: 0 } }), { version: 2 })
})
