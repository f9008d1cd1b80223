import { randomUUIDv7 } from 'node:crypto'
import { createEnvelope } from '@wuhu/contracts'
import type { Client } from '../app.test-setup.ts'
import { testService } from '../app.test-setup.ts'
import { letter } from '../domain/transfer.fixture.ts'

export const number = '150824-2026-000001'
/** In texts that only those may read who are told of them. */
export const secret = '暗号-3391'
export const by = {
  head: { by: { person: 't-9', role: 'agency-head' } },
  chief: { by: { person: 'p-9', role: 'agency-leader' } },
  prosecutor: { by: { person: 'c-9', role: 'agency-leader' } }
} as const
export const suspicion = { caseNumber: number, grounds: [`离职员工带走图纸 ${secret}`] }
export const report = { suspectedOffence: '侵犯商业秘密罪', summary: `经核实 ${secret}`, opinion: 'transfer' }
export const sending = { ...letter, facts: `使用图纸 ${secret}`, to: 'psb' }

/** tax transfers to psb under the eyes of procuratorate; amr runs the office and looks on; court is a stranger. */
export async function transferService(...[t, options]: Parameters<typeof testService>) {
  const service = await testService(t, options)
  const amr = await service.join('amr', 'agency-system', { office: true })
  const [tax, psb, railway] = [await service.join('tax'), await service.join('psb'), await service.join('railway-psb')]
  const [procuratorate, court] = [await service.join('procuratorate'), await service.join('court')]
  await service.openCase(number, 'tax')

  /** Each step has to be taken. @returns what it answered */
  const steps = async (id: string, list: readonly (readonly [who: Client, step: string, body?: object])[]) => {
    let last: unknown
    for (const [who, step, body = {}] of list) {
      const answer = await who.post(`/v1/transfers/${id}/${step}`, body)
      if (answer.status !== 200) throw new Error(`${step}: ${answer.status} ${JSON.stringify(answer.body)}`)
      last = answer.body.status
    }
    return last
  }

  let letters = 0
  /** A transfer on its way to the police. */
  const sent = async (): Promise<string> => {
    letters += 1
    const begun = await tax.post('/v1/transfers', suspicion)
    if (begun.status !== 201) throw new Error(JSON.stringify(begun.body))
    const { id } = begun.body
    await steps(id, [
      [tax, 'form-team', { members: ['t-1', 't-2'] }],
      [tax, 'report', report],
      [tax, 'approve', by.head],
      [tax, 'send', { ...sending, letterNumber: `乌中税罪移〔2026〕${letters}号` }]
    ])
    return id
  }

  /** A transfer that the police will not file. */
  const notFiled = async (): Promise<string> => {
    const id = await sent()
    await steps(id, [
      [psb, 'receipt'],
      [psb, 'accept'],
      [
        psb,
        'not-file',
        { ...by.chief, documentNumber: '乌中公(经)不立字〔2026〕1号', reason: `没有犯罪事实 ${secret}` }
      ]
    ])
    return id
  }
  /** The clock of a rule runs out on a transfer. */
  const miss = async (id: string, rule: string, holder: string, at = '2026-06-04T23:59:59+08:00') => {
    const subject = `deadline/${rule}-${randomUUIDv7()}`
    const breached = createEnvelope({
      ...{ id: randomUUIDv7(), service: 'joint-investigation', type: 'deadline.breached.v1', subject, time: at },
      ...{ version: 1, actor: { agency: holder }, marking: 'open', correlationId: 'test' },
      audience: [{ agency: holder, ground: 'addressee' }],
      data: { rule, of: `transfer/${id}`, holder, dueAt: at, consequence: '逾期' }
    })
    await service.store.append(subject, 0, [breached])
  }
  return { ...service, miss, amr, tax, psb, railway, procuratorate, court, steps, sent, notFiled }
}
