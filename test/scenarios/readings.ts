import { readFile } from 'node:fs/promises'
import type { Test } from 'tap'
import type { TestStack } from '../stack/start-stack.ts'
import { replayOf } from './replay-of.ts'
import { everythingFor, planted, type Scene, timelineOf } from './scene.ts'

const before = ['case.opened', 'clue.received', 'clue.registered', 'clue.assigned', 'clue.accepted', 'case.party-added']
const values = Object.values(planted)

/** Who can read what of ts-055, by every way there is: who reported never leaves the agency that received it. */
export async function readings(t: Test, stack: TestStack, scene: Scene): Promise<void> {
  const { caseNumber = '' } = scene
  const assistance = scene.types('psb').filter((type) => type.startsWith('assist.'))

  await t.test('the timeline shows the police what happened before, too, and a stranger nothing', async (t) => {
    t.same(await timelineOf(stack, 'amr', caseNumber), [...before, ...assistance])
    t.same(await timelineOf(stack, 'psb', caseNumber), [...before, ...assistance])
    t.equal(await timelineOf(stack, 'procuratorate', caseNumber), undefined)
  })

  await t.test('secret points reach those who handle the case, who reported not even them', async (t) => {
    const own = await everythingFor(stack, 'amr', caseNumber)
    for (const value of values) t.match(own, value, 'the agency that wrote it reads it')
    const police = await everythingFor(stack, 'psb', caseNumber)
    t.match(police, planted.secretPoint, 'a party let in with history')
    t.notMatch(police, planted.reporterToken)
  })

  await t.test('a stranger finds nothing anywhere', async (t) => {
    // What the stranger itself asked for comes back in the answer.
    const asked = [`"instance":"/v1/cases/${caseNumber}"`, `"case":"${caseNumber}"`]
    for (const agency of ['procuratorate', 'court', 'justice', 'tax']) {
      const text = asked.reduce(
        (rest, echo) => rest.replaceAll(echo, ''),
        await everythingFor(stack, agency, caseNumber)
      )
      for (const value of [caseNumber, ...values]) t.notMatch(text, value, agency)
    }
  })

  await t.test('an auditor reads open fields, and with a reason bodies, and never who reported', async (t) => {
    const open = await replayOf(stack, `case=${caseNumber}`)
    for (const value of values) t.notMatch(open.text, value)
    const reason = encodeURIComponent('案件复查')
    const bodies = await replayOf(stack, `case=${caseNumber}&bodies=true&reason=${reason}`)
    t.match(bodies.text, planted.secretPoint)
    t.notMatch(bodies.text, planted.reporterToken)
  })

  await t.test('the logs of the services hold none of it', async (t) => {
    for (const service of Object.values(stack.services)) {
      const log = await readFile(service.logFile(), 'utf8')
      t.ok(log.length > 0)
      for (const value of values) t.notMatch(log, value, service.name)
    }
  })
}
