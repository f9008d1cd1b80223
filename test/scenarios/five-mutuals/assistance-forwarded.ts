import type { Test } from 'tap'
import { type Cast, types } from './cast.ts'
import { leadWith, numbers } from './leads.ts'

/** (5) One letter to two agencies and one to another county: a refusal, a forwarding, answers, and a thing handed over. */
export async function assistanceForwarded(t: Test, cast: Cast): Promise<void> {
  const { act, refused, read, clock, mail } = cast
  const number = numbers(cast)
  const lead = await leadWith(cast, { intake: 'amr', to: 'amr', title: '跨部门取证' })
  const letter = {
    ...{ caseNumber: lead.caseNumber, letterNumber: number('乌中市监协'), title: '核实涉案人员去向' },
    ...{ items: [{ kind: 'inquiry', text: '询问离职人员' }], legalBasis: '行政处罚法第二十六条' },
    approver: { person: 'amr-9', role: 'agency-leader' }
  }
  const seizure = { ...letter, addressee: 'psb', items: [{ kind: 'seizure', text: '查封设备' }] }
  t.equal(await refused('amr', 'handler', '/v1/assistances', seizure), 'assistance.approval-level')
  const circular = await act('amr', 'handler', '/v1/assistances', { ...letter, addressees: ['psb', 'tax'] })
  const idOf = (agency: string): string =>
    circular.assistances.find((one: { addressee: string }) => one.addressee === agency).id
  const [police, tax] = [idOf('psb'), idOf('tax')]
  for (const [agency, id] of [
    ['psb', police],
    ['tax', tax]
  ] as const) {
    await clock(agency, `assistance/${id}`, 'C2a', 'open')
    await act(agency, 'liaison', `/v1/assistances/${id}/receive`)
    await clock(agency, `assistance/${id}`, 'C2a', 'met')
  }
  await act('tax', 'handler', `/v1/assistances/${tax}/refuse`, { reason: '不属本单位职责' })
  await act('psb', 'handler', `/v1/assistances/${police}/forward`, { to: 'hrss', reason: '社保记录由人社局掌握' })
  const forwarded = await clock('hrss', `assistance/${police}`, 'C2a', 'open')
  t.equal(forwarded.holder, 'hrss', 'the clock is the new addressee’s')
  t.equal(
    await refused('psb', 'handler', `/v1/assistances/${police}/accept`, { dueAt: '2030-01-01T00:00:00Z' }),
    'assistance.not-addressee'
  )
  await act('hrss', 'liaison', `/v1/assistances/${police}/receive`)
  const dueAt = new Date(cast.stack.clock.now().getTime() + 10 * 86_400_000).toISOString()
  await act('hrss', 'handler', `/v1/assistances/${police}/accept`, { dueAt })
  await clock('hrss', `assistance/${police}`, 'C2b', 'open')

  const thing = await act('hrss', 'handler', '/v1/evidence', {
    ...{ caseNumber: lead.caseNumber, assistance: police, kind: 'document', number: '证-1', name: '参保记录' },
    ...{ quantity: '1 份', obtainedAt: cast.stack.clock.now().toISOString(), place: '档案室', persons: ['h-1', 'h-2'] }
  })
  const custody = `/v1/evidence/${thing.id}`
  await act('hrss', 'handler', `${custody}/hand-over`, { to: 'amr', purpose: '移交取证', persons: ['h-1', 'h-2'] })
  await act('amr', 'handler', `${custody}/receive`, { intact: true, place: '物证室', persons: ['a-1', 'a-2'] })
  t.match(await read('amr', custody), { status: 'held', holder: 'amr' })

  await act('hrss', 'agency-leader', `/v1/assistances/${police}/reply`, {
    letterNumber: number('乌中人社协复'),
    text: '经查，已入职新单位'
  })
  await clock('hrss', `assistance/${police}`, 'C2b', 'met')
  await act('amr', 'handler', `/v1/assistances/${police}/confirm`)
  for (const id of [police, tax]) await act('amr', 'handler', `/v1/assistances/${id}/close`)

  const external = { name: '乌拉特前旗市场监督管理局', region: '150823', system: 'market-regulation' }
  const abroad = await act('amr', 'handler', '/v1/assistances', {
    ...letter,
    letterNumber: number('乌中市监外协'),
    external
  })
  const outside = `/v1/assistances/${abroad.id}`
  await act('amr', 'handler', `${outside}/import-reply`, {
    ...{ outcome: 'answered', letterNumber: number('乌前市监协复'), text: '未发现同类产品' },
    repliedOn: cast.stack.clock.now().toISOString().slice(0, 10)
  })
  await act('amr', 'handler', `${outside}/confirm`)
  await act('amr', 'handler', `${outside}/close`)

  for (const id of [police, tax, abroad.id]) {
    t.match(await cast.sent('amr', id, 'closed'), { open: false, caseNumber: lead.caseNumber })
  }
  const letterIn = await cast.document('hrss', `/v1/assistances/${police}/documents/assistance-letter`)
  const reply = await cast.document('amr', `/v1/assistances/${police}/documents/assistance-reply`)
  t.ok(letterIn.docx > 2_000 && reply.pdf > 2_000)
  const followed = types(await mail('psb', { of: `assistance/${police}` }))
  t.ok(followed.includes('assist.replied'), 'who handed it on follows how it goes')
  t.notMatch(JSON.stringify(await mail('psb', { of: `assistance/${police}` })), '已入职新单位', 'and no content')
  t.same(types(await mail('court', { case: lead.caseNumber })), [])
}
