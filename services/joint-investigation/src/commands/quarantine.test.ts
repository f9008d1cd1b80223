import t from 'tap'
import { testService } from '../app.test-setup.ts'

const caseNumber = '150824-2026-000001'
const planted = '雷达天线'

t.test('a marked letter is refused and only metadata leaves the service', async (t) => {
  const { direct, join, openCase } = await testService(t)
  const amr = await join('amr')
  await join('psb')
  await openCase(caseNumber, 'amr')
  const letter = {
    caseNumber,
    addressee: 'psb',
    letterNumber: '乌中市监协〔2026〕1号',
    title: '协查',
    items: [{ kind: 'inquiry', text: `${planted} 绝密 ★ 长期` }],
    legalBasis: '反不正当竞争法第十六条',
    approver: { person: 'a-1', role: 'agency-head' }
  }
  const refused = await amr.post('/v1/assistances', letter)
  t.match(refused, {
    status: 422,
    body: { code: 'state-secret.suspected', errors: [{ in: 'body', path: '/items/0/text' }] }
  })
  const rows = await direct.db.selectFrom('events').select(['stream_id', 'type', 'body']).execute()
  t.equal(rows.length, 1)
  const event = JSON.parse(rows[0]?.body.toString() ?? '')
  t.match(event, { type: 'assist.quarantined.v1', subject: /^quarantine\//, audience: '', actor: 'amr' })
  t.match(event.data, {
    agency: 'amr',
    command: 'assistance.request',
    marks: [{ path: '/items/0/text', mark: 'top-secret' }]
  })
  t.notMatch(JSON.stringify([event, refused.body]), new RegExp(`${planted}|绝密|★`))
  t.equal((await direct.db.selectFrom('assistances').selectAll().execute()).length, 0)

  const without = await amr.post(
    '/v1/assistances',
    { ...letter, items: [{ kind: 'inquiry', text: '询问' }] },
    { 'wuhu-attestation': '' }
  )
  t.equal(without.body.code, 'attestation.invalid')
})
