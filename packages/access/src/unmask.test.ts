import { catalogue, grounds, type Sensitivity } from '@wuhu/contracts'
import t from 'tap'
import { redactor } from './redactor.ts'
import { unmaskRule, valueAt } from './unmask.ts'

t.test('personal data takes a reason, what touches the secret a second person', async (t) => {
  t.same(unmaskRule('clue.received.v1', 'addressee', 'subject.person'), { class: 'personal', rule: 'reason' })
  t.same(unmaskRule('clue.received.v1', 'statutory-copy', 'secretPoints'), { class: 'secret', rule: 'second-person' })
  t.same(unmaskRule('assist.requested.v1', 'statutory-copy', 'targetName'), { class: 'secret', rule: 'second-person' })
  t.same(unmaskRule('clue.received.v1', 'addressee', 'reporterToken'), { class: 'reporter', rule: 'never' })
  t.equal(unmaskRule('clue.received.v1', 'party', 'subject.person'), undefined, 'a party sees it anyway')
  t.equal(unmaskRule('clue.received.v1', 'addressee', 'title'), undefined)
  t.equal(unmaskRule('clue.received.v1', 'addressee', 'nothing.there'), undefined)
})

t.test('for every event and ground: nothing of police detail, of reporters, or for the conference', async (t) => {
  const never: readonly Sensitivity[] = ['reporter', 'investigation']
  for (const definition of catalogue) {
    const empty = { type: definition.type, audience: 'amr:publisher', actor: 'amr', data: {} }
    for (const ground of grounds) {
      const { redacted } = redactor(definition)(empty as never, { agency: 'psb', ground })
      for (const field of redacted?.split(',') ?? []) {
        const found = unmaskRule(definition.type, ground, field)
        if (!found) throw new Error(`${definition.type} ${field} is withheld and has no rule`)
        const may = found.rule !== 'never'
        const right = may ? !never.includes(found.class) && ground !== 'conference' : true
        if (!right) t.fail(`${definition.type} ${field} for ${ground}: ${found.rule}`)
      }
    }
  }
  t.pass('all have a rule')
})

t.test('values are taken by path, through lists too', async (t) => {
  const data = { subject: { person: '张某某' }, people: [{ name: '甲' }, {}] }
  t.equal(valueAt(data, 'subject.person'), '张某某')
  t.same(valueAt(data, 'people[].name'), ['甲', undefined])
  t.equal(valueAt(data, 'subject.phone'), undefined)
  t.equal(valueAt(data, '__proto__.polluted'), undefined)
})
