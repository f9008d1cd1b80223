import type { QuarantineEvent } from '@wuhu/contracts'
import { given } from '@wuhu/decider/given'
import t from 'tap'
import { type Quarantined, quarantine } from './quarantine.ts'

const refused: Quarantined = {
  agency: 'psb',
  command: 'clue.receive',
  marks: [{ path: '/title', mark: 'secret', length: 12 }],
  request: 'r-1',
  service: 'info-sharing'
}
const opened: QuarantineEvent = { type: 'quarantine.opened.v1', data: refused }
const resolution = { outcome: 'false-alarm' as const, note: '系企业内部标注' }
const resolved: QuarantineEvent = { type: 'quarantine.resolved.v1', data: resolution }
const resolve = { do: 'resolve' as const, offices: ['amr'], resolution }

t.test('a record is opened once', async () => {
  given(quarantine, []).when({ do: 'open', refused }).then([opened])
  given(quarantine, [opened]).when({ do: 'open', refused }).then([])
  given(quarantine, [opened, resolved]).when({ do: 'open', refused }).then([])
})

t.test('it is resolved once, by the sending agency or the office', async () => {
  given(quarantine, [opened])
    .when({ ...resolve, by: 'psb' })
    .then([resolved])
  given(quarantine, [opened])
    .when({ ...resolve, by: 'amr' })
    .then([resolved])
  given(quarantine, [opened, resolved])
    .when({ ...resolve, by: 'amr' })
    .then([])
  given(quarantine, [opened, resolved])
    .when({ ...resolve, by: 'psb', resolution: { outcome: 'handled-offline' } })
    .refuses('quarantine.resolved')
})

t.test('for anybody else there is no such record', async () => {
  given(quarantine, [opened])
    .when({ ...resolve, by: 'tax' })
    .refuses('quarantine.unknown')
  given(quarantine, [])
    .when({ ...resolve, by: 'amr' })
    .refuses('quarantine.unknown')
})
