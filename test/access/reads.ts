import { until } from '@wuhu/test-support'
import type { Test } from 'tap'
import { playScene, timelineOf } from '../scenarios/scene.ts'
import { settled } from '../stack/settled.ts'
import type { TestStack } from '../stack/start-stack.ts'
import { publishedCase } from '../stories/published-case.ts'
import { storyOf } from '../stories/story-of.ts'

/** "Who saw this case?" has an answer, whichever way they saw it. */
export async function reads(t: Test, stack: TestStack): Promise<void> {
  const scene = await playScene(stack, storyOf(publishedCase('ts-055'), 2026))
  const { caseNumber = '', assistance = '' } = scene
  const services = ['info-sharing', 'joint-investigation', 'notifications', 'audit'] as const

  interface Read {
    readonly agency: string
    readonly channel: string
    readonly classes: readonly string[]
    readonly roles: readonly string[]
    readonly subjects: readonly string[]
  }
  /** What is on record of an agency's readings of the case. */
  async function readsOf(agency: string, number = caseNumber): Promise<Read[]> {
    const found = await Promise.all(
      services.map(async (service) => {
        const path = `/v1/reads?case=${number}&agency=${agency}`
        const { body } = await stack.call('amr', 'GET', path, undefined, { service, role: 'audit-admin' })
        return body.items as Read[]
      })
    )
    return found.flat()
  }
  const channels = async (agency: string) => new Set((await readsOf(agency)).map(({ channel }) => channel))

  t.test('by API, mailbox, event stream and replay', async (t) => {
    t.same((await channels('procuratorate')).has('api'), false)
    await stack.call('psb', 'GET', `/v1/assistances/${assistance}`)
    await stack.call('psb', 'GET', '/v1/assistances')
    await stack.call('psb', 'GET', '/v1/mailbox?limit=500')
    const stream = await fetch(`${stack.urls.notifications}/v1/mailbox/stream`, {
      headers: { authorization: `Bearer ${await stack.token('psb')}`, 'last-event-id': '0' }
    })
    for await (const chunk of stream.body ?? []) if (Buffer.from(chunk).includes('event: mail')) break
    await stack.call('psb', 'GET', `/v1/replay?case=${caseNumber}`)
    await until(async () => (await channels('psb')).size === 4, { what: 'four channels' })
    const reads = await readsOf('psb')
    t.same(new Set(reads.map(({ channel }) => channel)), new Set(['api', 'mailbox', 'sse', 'replay']))
    const letters = reads.filter(({ subjects }) => subjects.includes(`assistance/${assistance}`))
    t.ok(letters.some(({ channel, classes }) => channel === 'api' && classes.includes('secret')))
    t.ok(letters.some(({ channel }) => channel === 'mailbox'))
  })

  t.test('a replay of many cases counts for each that was in it, and for no other', async (t) => {
    const before = (await readsOf('amr')).length
    const auditor = { role: 'audit-admin' } as const
    await stack.call('amr', 'GET', '/v1/replay?bodies=true&reason=核查', undefined, auditor)
    const reads = await readsOf('amr')
    t.equal(reads.length, before + 1)
    t.match(reads.at(-1), {
      channel: 'replay',
      roles: ['audit-admin'],
      classes: ['open', 'work', 'secret', 'personal', 'investigation']
    })
    await stack.call('amr', 'GET', '/v1/replay?type=info.statute-shared.v1', undefined, auditor)
    t.equal((await readsOf('amr')).length, before + 1, 'its events were not of the type that was replayed')
    t.equal((await readsOf('amr', '150824-2026-009999')).length, 0)
    const marked = await stack.call(
      'amr',
      'GET',
      `/v1/replay?bodies=true&reason=${encodeURIComponent('机密★5年')}`,
      undefined,
      auditor
    )
    t.match(marked.body, { code: 'state-secret.suspected', errors: [{ in: 'query', path: '/reason' }] })
  })

  t.test('strangers leave no trace in a case, and the auditor alone asks', async (t) => {
    await stack.call('tax', 'GET', `/v1/cases/${caseNumber}`)
    await stack.call('tax', 'GET', `/v1/replay?case=${caseNumber}`)
    const reads = await readsOf('tax')
    t.same(
      reads.filter(({ channel }) => channel !== 'replay'),
      []
    )
    for (const service of services) {
      t.equal((await stack.call('psb', 'GET', '/v1/reads', undefined, { service })).status, 403)
      t.equal((await stack.call('amr', 'GET', '/v1/reads', undefined, { service, role: 'system-admin' })).status, 403)
    }
  })

  t.test('a party let in with history reads the past in the timeline; no past mail is delivered', async (t) => {
    const mailOf = async (agency: string) => {
      const { body } = await stack.call(agency, 'GET', '/v1/mailbox?limit=500')
      const items = body.items as ReadonlyArray<{ event: { type: string; casenumber?: string } }>
      return items.filter(({ event }) => event.casenumber === caseNumber).map(({ event }) => event.type)
    }
    const past = await timelineOf(stack, 'amr', caseNumber)
    const without = { agency: 'science', history: false, reason: '协助' }
    t.equal((await stack.call('amr', 'POST', `/v1/cases/${caseNumber}/add-party`, without)).status, 200)
    const granted = { agency: 'tax', history: true, reason: '协助' }
    t.equal((await stack.call('amr', 'POST', `/v1/cases/${caseNumber}/add-party`, granted)).status, 200)
    await settled(stack)
    t.same(await mailOf('tax'), ['case.party-added.v1'])
    t.same(await mailOf('science'), ['case.party-added.v1', 'case.party-added.v1'])
    t.same(await timelineOf(stack, 'science', caseNumber), ['case.party-added', 'case.party-added'])
    const seen = (await timelineOf(stack, 'tax', caseNumber)) ?? []
    t.same(seen.slice(0, past?.length), past, 'as far as the agency that let it in could see')
    const { body } = await stack.call('tax', 'GET', `/v1/cases/${caseNumber}?limit=500`)
    t.notMatch(JSON.stringify(body), /"reporterToken":/)
    const [last] = (await readsOf('tax')).filter(({ channel }) => channel === 'api').slice(-1)
    t.notOk(last?.classes.includes('reporter'))
  })
}
