import type { ClueEvent } from '@wuhu/contracts'
import t from 'tap'
import { testService } from '../app.test-setup.ts'

const number = '150824-2026-000001'
const clue = '0198c0de-0000-7000-8000-000000000001'
const filed: Extract<ClueEvent, { type: 'clue.filed.v1' }> = {
  type: 'clue.filed.v1',
  data: {
    agencyCaseNumber: '乌中税立〔2026〕1号',
    legalBasis: '反不正当竞争法第十条',
    approver: { person: 't-9', role: 'agency-leader' },
    crimeSigns: { grounds: ['获利可能巨大'], amountYuan: 1_000 }
  }
}

t.test('a clue filed with signs of a crime is a suspicion, once', async (t) => {
  const { join, openCase, publish, applied, infoSharing } = await testService(t)
  const [tax, procuratorate] = [await join('tax'), await join('procuratorate')]
  await openCase(number, 'tax')
  for (const version of [5, 6]) await publish(`clue/${clue}`, version, filed, number, 'tax')
  await applied()
  const { items } = (await tax.get('/v1/transfers')).body
  t.match(items, [{ id: clue, clue, status: 'suspected', sender: 'tax', caseNumber: number, version: 1 }])
  const { history } = (await procuratorate.get(`/v1/transfers/${clue}`)).body
  t.match(history, [{ event: { type: 'transfer.suspected.v1', data: { grounds: ['获利可能巨大'] }, actor: 'tax' } }])
  t.ok(history[0].event.causationid, 'it says which event it follows from')

  await tax.post(`/v1/transfers/${clue}/form-team`, { members: ['t-1', 't-2'] })
  await publish(`clue/${clue}`, 7, filed, number, 'tax')
  await applied()
  t.match(
    (await tax.get(`/v1/transfers/${clue}`)).body,
    { status: 'team-formed', version: 2 },
    'nor again when it went on'
  )
  t.strictSame(await infoSharing.parked(), [])
})

t.test('filed again after a reopening, with the last transfer at its end, it is another suspicion', async (t) => {
  const { join, openCase, publish, applied, clock } = await testService(t)
  const tax = await join('tax')
  await openCase(number, 'tax')
  const at = (hour: number) => clock(`2026-06-01T${hour}:00:00.000+08:00`)
  const file = async (version: number) => {
    await publish(`clue/${clue}`, version, filed, number, 'tax')
    await applied()
    return (await tax.get('/v1/transfers')).body.items as { id: string; clue: string; status: string }[]
  }
  at(10)
  t.equal((await file(5)).length, 1)
  at(11)
  const head = { by: { person: 't-9', role: 'agency-head' } }
  await tax.post(`/v1/transfers/${clue}/form-team`, { members: ['t-1', 't-2'] })
  await tax.post(`/v1/transfers/${clue}/report`, { suspectedOffence: '罪', summary: '经核实', opinion: 'transfer' })
  await tax.post(`/v1/transfers/${clue}/refuse`, { ...head, reasons: '事实不清' })
  at(12)
  t.match(await file(9), [
    { clue, status: 'suspected' },
    { id: clue, status: 'refused' }
  ])
  at(13)
  t.equal((await file(13)).length, 2, 'one that is under way is enough')
})

t.test('without signs, or filed by those who transfer to nobody, there is none', async (t) => {
  const { join, openCase, publish, applied } = await testService(t)
  const [tax, psb] = [await join('tax'), await join('psb')]
  await openCase(number, 'tax', 'psb')
  const { crimeSigns: _, ...plain } = filed.data
  await publish(`clue/${clue}`, 5, { ...filed, data: plain }, number, 'tax')
  await publish('clue/0198c0de-0000-7000-8000-000000000002', 5, filed, number, 'psb')
  await applied()
  for (const who of [tax, psb]) t.strictSame((await who.get('/v1/transfers')).body.items, [])
})
